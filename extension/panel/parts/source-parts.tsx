import { number, t } from '../../i18n/index.ts'
import * as source from '../source.ts'
import type { About } from '../source-kind.ts'

/** @returns what kind of thing was read, so that a wrong reading shows at a glance; '' where there is no more to say */
export function aboutSource(): string {
  const isPage = source.kind.value === 'page' && source.text.value !== ''
  return isPage ? saidOf(source.about.value) : ''
}

/** The portal shows a long table in parts. */
export function TableNote() {
  const about = source.about.value
  if (!aboutSource() || about.kind !== 'table' || about.of === null) return null
  return <p class="warning small">{t('tableGoesOn', { rows: number(about.rows) })}</p>
}

function saidOf(about: About): string {
  switch (about.kind) {
    case 'mail':
      return [t('aboutMail', { from: about.from }), about.date, about.subject].filter(Boolean).join(' · ')
    case 'table': {
      const rows = number(about.rows)
      if (about.of === null) return t('aboutTable', { rows })
      return t(about.unit === 'rows' ? 'aboutTableOf' : 'aboutTablePage', { rows, of: number(about.of) })
    }
    case 'complaint':
      return t('aboutComplaint')
    case 'article':
      return t('aboutArticle')
    default:
      return ''
  }
}

/** The parts of what was read, each with a tick box: what is not ticked does not leave. */
export function SectionList() {
  const sections = source.sections.value
  if (sections.length < 2) return null
  const on = sections.filter(({ isOn }) => isOn).length
  return (
    <details class="found small" open={sections.some(({ isHistory }) => isHistory)}>
      <summary>{t('sectionCount', { on, of: sections.length })}</summary>
      <ul class="sections">
        {sections.map((section, at) => (
          <li key={at}>
            <label>
              <input
                type="checkbox"
                checked={section.isOn}
                onChange={({ currentTarget }) => source.tick(section, currentTarget.checked)}
              />
              <span>
                {section.name}{' '}
                <span class="muted">{t('sourceCount', { count: number(section.text.length) })}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <button class="link" onClick={() => source.tickAll(on === 0)}>
        {t(on === 0 ? 'tickAll' : 'tickNone')}
      </button>
    </details>
  )
}

/** Part of the page is another site's: only the person can let us in, or copy it. */
export function UnreadNote() {
  const sites = source.kind.value === 'page' ? source.unread.value : []
  // A letter in a frame has a button of its own.
  if (sites.length === 0 || source.letters.value.some(({ shown }) => shown)) return null
  return (
    <>
      <p class="warning small">{t('frameUnread')}</p>
      {sites.filter(Boolean).map((site) => (
        <button key={site} class="link" onClick={() => void source.allowFrame(site)}>
          {t('allowFrame', { site: new URL(site).host })}
        </button>
      ))}
    </>
  )
}
