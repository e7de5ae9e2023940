import type { OfficeEntry } from '../../../../shared/protocol/admin-answers.ts'
import { api } from '../../api.ts'
import { t } from '../../i18n/index.ts'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Form, TextArea } from '../../parts/form.tsx'
import { Loaded, useAsked, type Asked } from '../../parts/loaded.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { isCity } from '../../session.ts'
import type { TabProps } from './tab.ts'

interface Offices {
  offices: OfficeEntry[]
}

/** Words of the office's own that redaction leaves alone. */
export function Terms({ office }: TabProps) {
  const asked = useAsked(api.offices, office.id)
  return (
    <Section title={t('termsTitle')} hint={t('termsHint')}>
      <Loaded asked={asked}>
        {({ offices }) => {
          const terms = offices.find(({ id }) => id === office.id)?.neverHide ?? []
          return isCity.value && office.removedAt === null ? (
            <TermsForm office={office.id} terms={terms} asked={asked} />
          ) : (
            <>
              {terms.length === 0 ? (
                <p>{t('termsEmpty')}</p>
              ) : (
                <ul class="list">
                  {terms.map((term) => (
                    <li key={term}>{term}</li>
                  ))}
                </ul>
              )}
              <p class="muted small">{t('termsReadOnly')}</p>
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}

function TermsForm({ office, terms, asked }: { office: string; terms: string[]; asked: Asked<Offices> }) {
  const name = `terms ${office}`
  const draft = draftOf(name, terms.join('\n'))
  const save = async () => {
    const lines = draft.value
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const saved = await api.setNeverHide(office, lines)
    if (!saved.ok) return saved.failure
    forgetDraft(name)
    await asked.reload()
    say(t('termsSaved'), () => api.setNeverHide(office, terms), asked.reload)
    return null
  }
  return (
    <Form submit={t('save')} onSubmit={save}>
      <TextArea label={t('terms')} value={draft.value} onInput={(text) => (draft.value = text)} />
    </Form>
  )
}
