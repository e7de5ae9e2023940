import type { OfficeEntry, UpstreamShown } from '../../../../shared/protocol/admin-answers.ts'
import { thinkingSwitches } from '../../../../shared/protocol/admin.ts'
import { dataClasses } from '../../../../shared/protocol/policy.ts'
import { cityApi } from '../../api-city.ts'
import { countPattern } from '../../caps.ts'
import { t } from '../../i18n/index.ts'
import { Check } from '../../parts/check.tsx'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { Field, Form, Select } from '../../parts/form.tsx'
import { Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { fieldsOf, keyFates, rupiahPattern, upstreamOf, type UpstreamFields } from './upstream-fields.ts'

const kinds = ['openai', 'workers-ai', 'offline'] as const

interface PartProps {
  fields: UpstreamFields
  set: (change: Partial<UpstreamFields>) => void
}

/** Registers a model, or changes one. @param upstream null = a new one */
export function UpstreamForm(props: {
  upstream: UpstreamShown | null
  offices: OfficeEntry[]
  onDone: () => Promise<void>
  onCancel: () => void
}) {
  const { upstream } = props
  const name = `upstream ${upstream?.id ?? ''}`
  const draft = draftOf(name, { id: '', ...fieldsOf(upstream) })
  const { id, ...fields } = draft.value
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const send = async () => {
    const body = upstreamOf(fields)
    const sent = upstream
      ? await cityApi.changeUpstream(upstream.id, body)
      : await cityApi.addUpstream({ id: id.trim(), ...body })
    if (!sent.ok) return sent.failure
    forgetDraft(name)
    await props.onDone()
    say(t(upstream ? 'modelChanged' : 'modelAdded', { name: sent.value.label }))
    return null
  }
  return (
    <Section title={upstream ? t('editOf', { name: upstream.label }) : t('addModel')}>
      <Form isOpened submit={t('save')} onSubmit={send} onCancel={props.onCancel}>
        <Field
          label={t('modelLabel')}
          value={fields.label}
          onInput={(label) => set({ label })}
          required
          maxLength={80}
        />
        {!upstream && (
          <Field
            label={t('modelId')}
            hint={t('modelIdHint')}
            value={id}
            onInput={(id) => set({ id })}
            required
            pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
            maxLength={40}
            autocomplete="off"
            spellcheck={false}
          />
        )}
        <Select
          label={t('modelKind')}
          value={fields.kind}
          choices={kinds.map((kind) => [kind, t(`kind_${kind}`)] as const)}
          onInput={(kind) => set({ kind })}
        />
        <Server fields={fields} set={set} />
        <Key fields={fields} set={set} hasKey={upstream?.hasKey ?? false} />
        <Approval fields={fields} set={set} offices={props.offices} />
        <Order fields={fields} set={set} />
      </Form>
    </Section>
  )
}

function Server({ fields, set }: PartProps) {
  return (
    <>
      {fields.kind === 'openai' && (
        <Field
          label={t('modelAddress')}
          hint={t('modelAddressHint')}
          value={fields.baseUrl}
          onInput={(baseUrl) => set({ baseUrl })}
          required
          maxLength={300}
          pattern="https?://[^\s@?#]+"
          autocomplete="off"
          spellcheck={false}
        />
      )}
      {fields.kind !== 'offline' && (
        <Field
          label={t('modelName')}
          value={fields.model}
          onInput={(model) => set({ model })}
          required
          maxLength={120}
          autocomplete="off"
          spellcheck={false}
        />
      )}
      <Field
        label={t('modelPlace')}
        hint={t('modelPlaceHint')}
        value={fields.location}
        onInput={(location) => set({ location })}
        required
        maxLength={80}
      />
      <Field
        label={t('modelContract')}
        hint={t('modelContractHint')}
        value={fields.contract}
        onInput={(contract) => set({ contract })}
        maxLength={200}
      />
    </>
  )
}

function Key({ fields, set, hasKey }: PartProps & { hasKey: boolean }) {
  if (fields.kind !== 'openai') return null
  const fates = keyFates.filter((fate) => fate !== 'remove' || hasKey)
  return (
    <>
      <Select
        label={t('modelKey')}
        hint={hasKey && fields.keyFate === 'keep' ? t('modelKeyMoves') : undefined}
        value={fields.keyFate}
        choices={fates.map(
          (fate) => [fate, t(fate === 'keep' && !hasKey ? 'key_none' : `key_${fate}`)] as const,
        )}
        onInput={(keyFate) => set({ keyFate })}
      />
      {fields.keyFate === 'new' && (
        <Field
          label={t('modelKeyNew')}
          hint={t('modelKeyHint')}
          value={fields.key}
          onInput={(key) => set({ key })}
          type="password"
          required
          maxLength={500}
          autocomplete="off"
        />
      )}
    </>
  )
}

function Approval({ fields, set, offices }: PartProps & { offices: OfficeEntry[] }) {
  const shown = offices.filter(({ id, removedAt }) => removedAt === null || fields.offices.includes(id))
  return (
    <>
      <fieldset>
        <legend>{t('modelClasses')}</legend>
        {dataClasses.map((name) => (
          <Check
            key={name}
            label={t(`class_${name}`)}
            isOn={fields.classes.includes(name)}
            onChange={(isOn) => set({ classes: toggled(fields.classes, name, isOn) })}
          />
        ))}
      </fieldset>
      <fieldset class="many">
        <legend>{t('modelOffices')}</legend>
        <Check
          label={t('modelAllOffices')}
          isOn={fields.isForAll}
          onChange={(isForAll) => set({ isForAll })}
        />
        {!fields.isForAll &&
          shown.map(({ id, name }) => (
            <Check
              key={id}
              label={name}
              isOn={fields.offices.includes(id)}
              onChange={(isOn) => set({ offices: toggled(fields.offices, id, isOn) })}
            />
          ))}
      </fieldset>
    </>
  )
}

function Order({ fields, set }: PartProps) {
  return (
    <>
      <Field
        label={t('modelPriority')}
        hint={t('modelPriorityHint')}
        value={fields.priority}
        onInput={(priority) => set({ priority })}
        required
        inputMode="numeric"
        pattern="1000|\d{1,3}"
      />
      <Field
        label={t('modelRate')}
        hint={t('emptyUnlimited')}
        value={fields.perMinute}
        onInput={(perMinute) => set({ perMinute })}
        inputMode="numeric"
        pattern={countPattern}
      />
      <Field
        label={t('modelPriceIn')}
        value={fields.rupiahIn}
        onInput={(rupiahIn) => set({ rupiahIn })}
        inputMode="numeric"
        pattern={rupiahPattern}
      />
      <Field
        label={t('modelPriceOut')}
        value={fields.rupiahOut}
        onInput={(rupiahOut) => set({ rupiahOut })}
        inputMode="numeric"
        pattern={rupiahPattern}
      />
      <Select
        label={t('modelThinking')}
        hint={t('modelThinkingHint')}
        value={fields.thinking}
        choices={thinkingSwitches.map((name) => [name, t(`thinking_${name}`)] as const)}
        onInput={(thinking) => set({ thinking })}
      />
    </>
  )
}

function toggled<T>(list: readonly T[], one: T, isOn: boolean): T[] {
  return isOn ? [...list, one] : list.filter((other) => other !== one)
}
