// Names that a draft makes up: which of those put in are marked, and what is marked besides.
import { namedIn, unsourcedNames } from '../../shared/checks/index.ts'
import type { Mark } from './marks.ts'
import type { NamesCase } from './set.ts'

export function nameMarks(cases: readonly NamesCase[]): Mark[] {
  return cases.flatMap(({ id, source, draft, invented }) => {
    const marked = unsourcedNames(draft, namedIn(source)).map(({ start, end }) => draft.slice(start, end))
    const meet = (one: string, other: string) => one.includes(other) || other.includes(one)
    const found = invented.map((name) => ({
      measure: 'namesFound',
      id: `${id} ${name}`,
      right: marked.some((mark) => meet(mark, name)),
    }))
    const right = marked.map((mark) => ({
      measure: 'namesRight',
      id: `${id} ${mark}`,
      right: invented.some((name) => meet(mark, name)),
    }))
    const clean = { measure: 'namesClean', id, right: marked.length === 0, wrong: marked }
    return [...found, ...right, ...(invented.length === 0 ? [clean] : [])]
  })
}
