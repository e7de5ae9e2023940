import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Opener } from './opener.tsx'
import { Secret } from './secret.tsx'

interface MakingProps<Made> {
  /** Of the button that opens the form. */
  opener: string
  hint: string
  form: (onMade: (made: Made) => Promise<void>, onCancel: () => void) => ComponentChildren
  /** What of it is shown once. */
  secretOf: (made: Made) => { title: string; label: string; text: string; hint?: string }
  /** Called when something was made. */
  reload: () => Promise<void>
}

/** A button that opens a form, and the secret that the form made, shown once. */
export function Making<Made>({ opener, hint, form, secretOf, reload }: MakingProps<Made>) {
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const show = async (it: Made) => {
    setOpen(false)
    setMade(() => it)
    await reload()
  }
  return (
    <>
      <div class="actions">
        <Opener isOpen={isOpen} onOpen={() => setOpen(true)}>
          {opener}
        </Opener>
        {!isOpen && <span class="muted small">{hint}</span>}
      </div>
      {isOpen && form(show, () => setOpen(false))}
      {made !== null && <Secret {...secretOf(made)} onSaved={() => setMade(null)} />}
    </>
  )
}
