import { useEffect } from 'preact/hooks'
import { t } from '../../i18n/index.ts'
import type { Letter } from '../portal.ts'
import * as source from '../source.ts'
import { progress, readFile, readLetter, stop } from './letter.ts'

/** Letters of the page, each one click away; and how far the one being read is. */
export function Letters() {
  if (progress.value) return <Progress {...progress.value} />
  const offered = source.letters.value.filter(({ url }) => url !== currentUrl())
  const shown = offered.filter((letter) => letter.shown)
  const linked = offered.filter((letter) => !letter.shown)
  return (
    <>
      {shown.map((letter) => (
        <button key={letter.url} class="letter" title={letter.name} onClick={() => void readLetter(letter)}>
          {t('readLetter', { name: nameOf(letter) })}
        </button>
      ))}
      {linked.length > 0 && (
        <details class="small">
          <summary>{t('linkedLetters', { count: linked.length })}</summary>
          <ul class="letters">
            {linked.map((letter) => (
              <li key={letter.url}>
                <button class="link letter" title={letter.name} onClick={() => void readLetter(letter)}>
                  {t('readLetter', { name: nameOf(letter) })}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function currentUrl(): string | null {
  return source.kind.value === 'letter' ? (source.letter.value?.url ?? null) : null
}

const nameOf = ({ name, kind }: Letter) => name || kind.toUpperCase()

function Progress({ done, of }: { done: number; of: number }) {
  return (
    <p class="row">
      <progress aria-label={t('letterReading')} value={of ? done : undefined} max={of || undefined} />
      <span class="small">{of > 1 ? t('letterProgress', { done, of }) : t('letterReading')}</span>
      <button onClick={stop}>{t('stop')}</button>
    </p>
  )
}

/** What was read of the letter, and what was not. */
export function LetterNote() {
  const letter = source.kind.value === 'letter' ? source.letter.value : null
  if (!letter) return null
  const { name, read, of, withoutText } = letter
  return (
    <>
      {read < of && <p class="warning small">{t('letterCut', { read, of })}</p>}
      {withoutText.length > 0 && (
        <p class="warning small">{t('letterPictures', { pages: withoutText.join(', ') })}</p>
      )}
      <p class="muted small">{t('fromLetter', { name, of })}</p>
    </>
  )
}

/** A file from the person's own disk: by this button, or dropped anywhere on the panel. */
export function FileButton() {
  useEffect(takeDrops, [])
  return (
    <label class="link file">
      {t('openFile')}
      <input
        type="file"
        accept=".pdf,.docx,application/pdf"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void readFile(file)
          currentTarget.value = ''
        }}
      />
    </label>
  )
}

function takeDrops(): () => void {
  const life = new AbortController()
  const { signal } = life
  const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  document.addEventListener('dragover', (event) => carriesFile(event) && event.preventDefault(), { signal })
  document.addEventListener(
    'drop',
    (event) => {
      const [file] = event.dataTransfer?.files ?? []
      if (!carriesFile(event)) return
      // Else the browser would open the file in the panel's place.
      event.preventDefault()
      if (file) void readFile(file)
    },
    { signal },
  )
  return () => life.abort()
}
