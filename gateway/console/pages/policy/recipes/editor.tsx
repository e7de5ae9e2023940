import { useState } from 'preact/hooks'
import { t } from '../../../i18n/index.ts'
import { Check } from '../../../parts/check.tsx'
import { TextArea } from '../../../parts/form.tsx'
import { Hint } from '../../../parts/notice.tsx'
import { readRecipes, tidiedRecipes, type RecipeDraft, type Removed } from './draft.ts'
import { placeWords, recipeFaults, type Faults } from './faults.ts'
import { RecipeList } from './list.tsx'

export interface RecipesProps {
  /** A list, or JSON as it was typed. */
  value: unknown
  /** As browsers have them: their ids and keys stay when a name changes. */
  published: readonly RecipeDraft[]
  /** Taken out since, should one want them after all. */
  removed: readonly Removed[]
  onInput: (value: unknown, removed?: readonly Removed[]) => void
}

/** The office's recipes, as forms or as JSON; one writes what the other shows. */
export function RecipesEditor(props: RecipesProps) {
  const { value, onInput } = props
  const [wantsJson, setWantsJson] = useState(false)
  // Counted, for each try has to tick the box again.
  const [stuck, setStuck] = useState(0)
  const recipes = readRecipes(value)
  const faults = recipeFaults(value)
  const isJson = wantsJson || typeof value === 'string'
  const choose = (wantsJson: boolean) => {
    // What no form can show stays as it was typed.
    if (!wantsJson && recipes === null) return setStuck(stuck + 1)
    setStuck(0)
    setWantsJson(wantsJson)
    if (!wantsJson && typeof value === 'string') onInput(recipes)
  }
  return (
    <>
      <Check label={t('recipesAsJson')} isOn={isJson} onChange={choose} />
      {isJson && (
        <>
          <div role="alert">
            {stuck > 0 && recipes === null && (
              <Hint isWarning>
                <p>{t('recipesStuck')}</p>
              </Hint>
            )}
          </div>
          <div class="code-input">
            <TextArea
              label={t('recipesJson')}
              value={typeof value === 'string' ? value : JSON.stringify(tidiedRecipes(value), null, 2)}
              onInput={onInput}
              spellcheck={false}
            />
          </div>
          <FaultList faults={faults} />
        </>
      )}
      {!isJson && recipes && <RecipeList {...props} recipes={recipes} faults={faults} />}
    </>
  )
}

function FaultList({ faults }: { faults: Faults }) {
  if (faults.size === 0) return null
  return (
    <ul class="wrong">
      {[...faults].map(([place, words]) => (
        <li key={place}>{place === '' ? words : `${placeWords(place)}: ${words}`}</li>
      ))}
    </ul>
  )
}
