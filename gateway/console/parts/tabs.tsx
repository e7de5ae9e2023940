import { hrefTo } from '../router.ts'

/** The parts of a page, each at an address of its own. @param path of the page @param words of a part's name */
export function Tabs<T extends string>(props: {
  label: string
  path: string[]
  tabs: readonly T[]
  here: T
  words: (tab: T) => string
}) {
  return (
    <nav class="tabs" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <a key={tab} href={hrefTo(...props.path, tab)} aria-current={tab === props.here ? 'page' : undefined}>
          {props.words(tab)}
        </a>
      ))}
    </nav>
  )
}
