import { helperNames, languages, replyStatuses } from '../../../../shared/protocol/helpers.ts'
import { dataClasses, type Rules } from '../../../../shared/protocol/policy.ts'
import { t } from '../../i18n/index.ts'
import { Check } from '../../parts/check.tsx'
import { Field, Select, TextArea } from '../../parts/form.tsx'
import type { RecipeDraft, Removed } from './recipes/draft.ts'
import { RecipesEditor } from './recipes/editor.tsx'
import { Rows, countTyped } from './rows.tsx'
import { ruleTitle } from './rule-words.ts'
import type { RuleName } from './rules.ts'

interface EditorProps {
  name: RuleName
  value: unknown
  /** Names of the upstreams that there are. */
  upstreams: string[]
  /** Recipes as browsers have them, and those that were taken out since. */
  published: readonly RecipeDraft[]
  removed: readonly Removed[]
  onInput: (value: unknown, removed?: readonly Removed[]) => void
}

/** One rule's own value, typed. */
export function RuleEditor(props: EditorProps) {
  const { name, value, onInput } = props
  const label = ruleTitle(name)
  switch (name) {
    case 'helpers':
      return (
        <Ticks
          label={label}
          names={helperNames.map((helper) => [helper, t(`helper_${helper}`)] as const)}
          chosen={value as string[]}
          onInput={onInput}
        />
      )
    case 'dataClass':
      return (
        <Select
          label={label}
          value={String(value)}
          choices={dataClasses.map((one) => [one, t(`class_${one}`)] as const)}
          onInput={onInput}
        />
      )
    case 'upstreams':
      return <UpstreamsInput {...props} />
    case 'deviceTranslation':
      return (
        <Select
          label={label}
          value={String(value)}
          choices={(['off', 'allowed', 'only'] as const).map(
            (one) => [one, t(`deviceTranslation_${one}`)] as const,
          )}
          onInput={onInput}
        />
      )
    case 'retentionDays':
      return (
        <Field
          label={t('retentionField')}
          value={Number.isFinite(value) ? String(value) : ''}
          onInput={(text) => onInput(countTyped(text))}
          inputMode="numeric"
          pattern="\d{1,3}"
        />
      )
    case 'disclosure':
      return <TextArea label={label} value={String(value)} onInput={onInput} maxLength={500} />
    case 'portals':
    case 'neverHide':
      return (
        <TextArea
          label={t('oneALine', { what: label })}
          value={(value as string[]).join('\n')}
          onInput={(text) => onInput(text.split('\n'))}
          spellcheck={false}
        />
      )
    case 'recipes':
      return (
        <RecipesEditor value={value} published={props.published} removed={props.removed} onInput={onInput} />
      )
    default:
      return <ListInput name={name} value={value} onInput={onInput} />
  }
}

function ListInput(props: { name: RuleName; value: unknown; onInput: (value: unknown) => void }) {
  const { value, onInput } = props
  const chosen = (names: readonly string[]) =>
    names.map((one) => [one, t(`language_${one}` as 'language_id')] as const)
  if (props.name === 'glossary')
    return (
      <Rows<Rules['glossary'][number]>
        rows={value as Rules['glossary']}
        fresh={{ term: '', translation: '', language: 'en', locked: false }}
        fields={[
          { name: 'term', label: t('column_term'), kind: 'text' },
          { name: 'translation', label: t('column_translation'), kind: 'text' },
          { name: 'language', label: t('column_language'), kind: 'choice', choices: chosen(languages) },
          { name: 'locked', label: t('column_locked'), kind: 'check' },
        ]}
        onInput={onInput}
      />
    )
  if (props.name === 'templates')
    return (
      <Rows<Rules['templates'][number]>
        rows={value as Rules['templates']}
        fresh={{ name: '', text: '' }}
        fields={[
          { name: 'name', label: t('column_name'), kind: 'text' },
          {
            name: 'status',
            label: t('column_status'),
            kind: 'choice',
            choices: [
              ['', t('statusAny')],
              ...replyStatuses.map((status) => [status, t(`status_${status}`)] as const),
            ],
          },
          { name: 'text', label: t('column_text'), kind: 'long' },
        ]}
        onInput={onInput}
      />
    )
  if (props.name === 'sla')
    return (
      <Rows<Rules['sla'][number]>
        rows={value as Rules['sla']}
        fresh={{ category: '', workingDays: NaN }}
        fields={[
          { name: 'category', label: t('column_category'), kind: 'text' },
          { name: 'workingDays', label: t('column_workingDays'), kind: 'count' },
        ]}
        onInput={onInput}
      />
    )
  return (
    <Rows<Rules['holidays'][number]>
      rows={value as Rules['holidays']}
      fresh={{ day: '', name: '' }}
      fields={[
        { name: 'day', label: t('column_day'), kind: 'day' },
        { name: 'name', label: t('column_name'), kind: 'text' },
      ]}
      onInput={onInput}
    />
  )
}

function UpstreamsInput({ name, value, upstreams, onInput }: EditorProps) {
  const chosen = value as string[] | null
  // One that is gone can only be taken off the list where it is shown.
  const names = [...new Set([...upstreams, ...(chosen ?? [])])]
  return (
    <>
      <Check
        label={t('upstreamsAll')}
        isOn={chosen === null}
        onChange={(isAll) => onInput(isAll ? null : [])}
      />
      {chosen !== null && (
        <Ticks
          label={ruleTitle(name)}
          names={names.map((id) => [id, id] as const)}
          chosen={chosen}
          onInput={onInput}
        />
      )}
    </>
  )
}

function Ticks(props: {
  label: string
  names: (readonly [name: string, words: string])[]
  chosen: string[]
  onInput: (chosen: string[]) => void
}) {
  return (
    <fieldset>
      <legend>{props.label}</legend>
      {props.names.map(([name, words]) => (
        <Check
          key={name}
          label={words}
          isOn={props.chosen.includes(name)}
          onChange={(isOn) =>
            props.onInput(
              props.names
                .map(([other]) => other)
                .filter((other) => (other === name ? isOn : props.chosen.includes(other))),
            )
          }
        />
      ))}
    </fieldset>
  )
}
