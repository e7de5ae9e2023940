import type { OfficeEntry } from '../../../../shared/protocol/admin-answers.ts'
import { t } from '../../i18n/index.ts'
import { Select } from '../../parts/form.tsx'

/** Whose rules are shown: the city's, or an office's. @param isOwn whether the office has rules of its own */
export function ScopeInput(props: {
  offices: OfficeEntry[]
  isOwn: (office: OfficeEntry) => boolean
  value: string
  onInput: (scope: string) => void
}) {
  return (
    <div class="short">
      <Select
        label={t('scope')}
        hint={t(props.value === '' ? 'scopeCityHint' : 'scopeOfficeHint')}
        value={props.value}
        choices={[
          ['', t('wholeCity')] as const,
          ...props.offices.map(
            (office) =>
              [
                office.id,
                props.isOwn(office) ? t('hasOwnRules', { name: office.name }) : office.name,
              ] as const,
          ),
        ]}
        onInput={props.onInput}
      />
    </div>
  )
}
