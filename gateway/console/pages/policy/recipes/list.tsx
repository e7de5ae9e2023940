import { useId, useState } from 'preact/hooks'
import { recipeLimits } from '../../../../../shared/protocol/recipes.ts'
import { number, t } from '../../../i18n/index.ts'
import { focusSoon } from '../../../parts/focus.ts'
import { OrderButtons } from '../../../parts/order.tsx'
import {
  copyOf,
  inserted,
  moved,
  newRecipe,
  replaced,
  without,
  type RecipeDraft,
  type Removed,
} from './draft.ts'
import type { RecipesProps } from './editor.tsx'
import { countIn, type Faults } from './faults.ts'
import { RecipeForm } from './form.tsx'

interface ListProps extends RecipesProps {
  recipes: readonly RecipeDraft[]
  faults: Faults
}

/** All recipes in the panel's order; one at a time is opened. */
export function RecipeList({ recipes, faults, published, removed, onInput }: ListProps) {
  const list = useId()
  const [opened, setOpened] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  // Scripts still call them; a new one must not answer in their place.
  const gone = published.filter(({ id }) => recipes.every((recipe) => recipe.id !== id))
  const open = (at: number) => {
    setOpened(at)
    focusSoon(`${list}-${at}-name`)
  }
  const add = () => {
    onInput([...recipes, newRecipe()])
    open(recipes.length)
  }
  const copy = (at: number) => {
    const recipe = recipes[at]!
    onInput(inserted(recipes, at + 1, copyOf(recipe, t('copyOf', { name: recipe.name }), recipes)))
    open(at + 1)
  }
  const move = (from: number, to: number) => {
    onInput(moved(recipes, from, to))
    // They are neighbours: one goes where the other was.
    setOpened(opened === from ? to : opened === to ? from : opened)
    setSaid(t('movedTo', { name: nameOf(recipes[from]!), place: to + 1, count: recipes.length }))
  }
  const remove = (at: number) => {
    onInput(without(recipes, at), [...removed, { recipe: recipes[at]!, at }])
    setOpened(opened === null || opened === at ? null : opened - Number(opened > at))
    focusSoon(`${list}-restore-${removed.length}`)
  }
  const restore = (which: number) => {
    const { recipe, at } = removed[which]!
    const to = Math.min(at, recipes.length)
    onInput(inserted(recipes, to, recipe), without(removed, which))
    setOpened(opened !== null && opened >= to ? opened + 1 : opened)
    focusSoon(`${list}-${to}-open`)
  }
  return (
    <div class="recipes">
      <p class="unseen" role="status">
        {said}
      </p>
      {recipes.length === 0 && <p class="empty">{t('recipesNone')}</p>}
      <ol>
        {recipes.map((recipe, at) => (
          <li class="recipe" key={at}>
            <Head
              {...{ list, at, recipe }}
              count={recipes.length}
              faults={countIn(faults, at)}
              isOpen={opened === at}
              onOpen={() => (opened === at ? setOpened(null) : open(at))}
              onCopy={() => copy(at)}
              onMove={(to) => move(at, to)}
              onRemove={() => remove(at)}
            />
            {opened === at && (
              <RecipeForm
                nameId={`${list}-${at}-name`}
                recipe={recipe}
                place={String(at)}
                faults={faults}
                others={[...without(recipes, at), ...gone]}
                published={published.find(({ id }) => id === recipe.id)}
                onInput={(changed) => onInput(replaced(recipes, at, changed))}
              />
            )}
          </li>
        ))}
      </ol>
      {removed.length > 0 && <RemovedList list={list} removed={removed} onRestore={restore} />}
      {faults.has('') && <p class="wrong">{faults.get('')}</p>}
      <div class="actions">
        <button type="button" onClick={add}>
          {t('addRecipe')}
        </button>
        <span class="small muted">
          {t('recipeCount', { count: number(recipes.length), most: number(recipeLimits.recipes) })}
        </span>
      </div>
    </div>
  )
}

interface HeadProps {
  list: string
  at: number
  count: number
  recipe: RecipeDraft
  /** How many are in it. */
  faults: number
  isOpen: boolean
  onOpen: () => void
  onCopy: () => void
  onMove: (to: number) => void
  onRemove: () => void
}

function Head({ list, at, count, recipe, faults, isOpen, ...on }: HeadProps) {
  const name = nameOf(recipe)
  return (
    <div class="recipe-head">
      <span>
        <strong>{name}</strong> <span class="code small muted">{recipe.id}</span>{' '}
        {faults > 0 && <span class="tag off">{t('faultCount', { count: number(faults) })}</span>}
      </span>
      <span class="actions">
        <button
          type="button"
          id={`${list}-${at}-open`}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'recipeCloseOf' : 'recipeOpenOf', { name })}
          onClick={on.onOpen}
        >
          {t(isOpen ? 'close' : 'recipeOpen')}
        </button>
        <button type="button" aria-label={t('recipeCopyOf', { name })} onClick={on.onCopy}>
          {t('recipeCopy')}
        </button>
        <OrderButtons list={list} at={at} count={count} name={name} onMove={on.onMove} />
        <button type="button" aria-label={t('recipeRemoveOf', { name })} onClick={on.onRemove}>
          {t('remove')}
        </button>
      </span>
    </div>
  )
}

function RemovedList(props: {
  list: string
  removed: readonly Removed[]
  onRestore: (which: number) => void
}) {
  return (
    <div>
      <p class="small muted">{t('recipesRemoved')}</p>
      <ul class="list">
        {props.removed.map(({ recipe }, which) => (
          <li key={which}>
            <del>{nameOf(recipe)}</del>
            <button
              type="button"
              id={`${props.list}-restore-${which}`}
              aria-label={t('recipeRestoreOf', { name: nameOf(recipe) })}
              onClick={() => props.onRestore(which)}
            >
              {t('recipeRestore')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function nameOf({ name }: RecipeDraft): string {
  return name.trim() || t('recipeUnnamed')
}
