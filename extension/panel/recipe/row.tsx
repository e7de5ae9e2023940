import { t } from '../../i18n/index.ts'
import { Lazy } from '../parts/lazy.tsx'
import { isOpen } from './state.ts'

/** Opens the recipes; what they are is loaded then. */
export function RecipeRow() {
  return (
    <>
      <div class="helper">
        <button
          id="helper-recipe"
          aria-expanded={isOpen.value}
          onClick={() => (isOpen.value = !isOpen.value)}
        >
          {t('recipe')}
        </button>
        <p class="muted">{t('recipeRow')}</p>
      </div>
      {isOpen.value && <Lazy load={() => import('./view.tsx').then(({ Recipes }) => Recipes)} />}
    </>
  )
}
