import { t } from '../../i18n/index.ts'

/** A class's code, in two groups that can be read aloud; a screen reader says sign after sign. */
export function JoinCode({ code }: { code: string }) {
  return (
    <p class="join-code">
      <span aria-hidden="true">
        <span>{code.slice(0, 3)}</span>
        <span>{code.slice(3)}</span>
      </span>
      <span class="unseen">{t('joinCodeOf', { code: [...code].join(' ') })}</span>
    </p>
  )
}
