import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Recipe } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import { attempt, ownTemplates } from '../own-templates.ts'
import { SearchField } from '../parts/search-field.tsx'
import { fewToSearch, matches } from '../parts/search.ts'
import { RecipeForm } from './form.tsx'
import { officeRecipes, ownRecipes, recipeOf } from './recipes.ts'
import { choose, chosen } from './state.ts'

const wanted = signal('')

/** The office's recipes, then the person's own; or the form of the one that was chosen. */
export function Recipes() {
  useEffect(() => void attempt(), [])
  if (ownTemplates.value === null) return null
  const recipe = recipeOf(chosen.value)
  return recipe ? <RecipeForm key={recipe.id} recipe={recipe} /> : <RecipeList />
}

function RecipeList() {
  const [ofOffice, own] = [officeRecipes.value, ownRecipes.value]
  const isSearched = ofOffice.length + own.length >= fewToSearch
  const isWanted = ({ name, hint = '', fields }: Recipe) =>
    !isSearched || matches([name, hint, ...fields.map(({ label }) => label)], wanted.value)
  const groups = [
    { title: t('recipesOffice'), recipes: ofOffice.filter(isWanted) },
    { title: t('recipesOwn'), recipes: own.filter(isWanted) },
  ].filter(({ recipes }) => recipes.length > 0)
  return (
    <section class="recipes" aria-label={t('recipe')}>
      {isSearched && <SearchField label={t('recipesSearch')} wanted={wanted} />}
      {ofOffice.length + own.length === 0 && <p class="muted small">{t('recipesEmpty')}</p>}
      {isSearched && groups.length === 0 && <p class="muted small">{t('searchNone')}</p>}
      {groups.map(({ title, recipes }) => (
        <>
          <h2>{title}</h2>
          <ul class="list">
            {recipes.map((recipe) => (
              <Row key={recipe.id} {...recipe} />
            ))}
          </ul>
        </>
      ))}
    </section>
  )
}

function Row({ id, name, hint }: Recipe) {
  const open = () => {
    choose(id)
    requestAnimationFrame(() => document.getElementById('recipe-title')?.focus())
  }
  return (
    <li class="row">
      <span>
        {name}
        {hint && <span class="hint">{hint}</span>}
      </span>
      <button id={`recipe-${id}`} class="link" aria-label={t('fillInOf', { name })} onClick={open}>
        {t('fillIn')}
      </button>
    </li>
  )
}
