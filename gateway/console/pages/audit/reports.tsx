import { t } from '../../i18n/index.ts'
import { download } from '../../parts/download.ts'
import { draftOf } from '../../parts/draft.ts'
import { Form } from '../../parts/form.tsx'
import { Section } from '../../parts/page.tsx'
import { lastDays } from '../../span.ts'
import { SpanInputs } from './usage.tsx'

/** The papers that the law on personal data asks for. */
export function Reports() {
  const draft = draftOf('incident span', lastDays(Date.now()))
  return (
    <div class="columns">
      <Section title={t('register')} hint={t('registerHint')}>
        <Form submit={t('download')} onSubmit={() => download('/reports/processing-register')} />
      </Section>
      <Section title={t('incident')} hint={t('incidentHint')}>
        <Form
          submit={t('download')}
          onSubmit={() => download(`/reports/incident?${new URLSearchParams({ ...draft.value })}`)}
        >
          <SpanInputs
            span={draft.value}
            onInput={(change) => (draft.value = { ...draft.value, ...change })}
          />
        </Form>
      </Section>
    </div>
  )
}
