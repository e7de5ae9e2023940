import type { ComponentChildren } from 'preact'
import type { HelperName, HelperOptions } from '../../../shared/protocol/index.ts'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { run } from '../writing.ts'

interface HelperRowProps {
  helper: HelperName
  /** Read when the button is pressed. */
  options: () => HelperOptions
  children: ComponentChildren
}

/** A helper: its button, and beside it the few things one may choose. One click is a draft. */
export function HelperRow({ helper, options, children }: HelperRowProps) {
  return (
    <div class="helper">
      <button
        id={`helper-${helper}`}
        class="primary"
        // Not `disabled`, which would take the focus from the button that was just pressed.
        aria-disabled={draft.writing.value}
        onClick={() => void run(helper, options())}
      >
        {t(helper)}
      </button>
      {children}
    </div>
  )
}
