import { useEffect, useRef, useState } from 'preact/hooks'
import type { ClassWithSeats } from '../../../../shared/protocol/classes.ts'
import { helperNames } from '../../../../shared/protocol/helpers.ts'
import { dataClasses } from '../../../../shared/protocol/policy.ts'
import { api, type Failure } from '../../api.ts'
import { classApi } from '../../class-api.ts'
import {
  classFields,
  draftOfClass,
  movedTo,
  nextClass,
  termsOf,
  type ClassDraft,
  type ClassField,
} from '../../class-terms.ts'
import { t } from '../../i18n/index.ts'
import { draftOf, forgetDraft } from '../../parts/draft.ts'
import { fieldName } from '../../parts/field-name.ts'
import { Field, Form, Select, TextArea } from '../../parts/form.tsx'
import { Loaded, useAsked } from '../../parts/loaded.tsx'
import { Page, Section } from '../../parts/page.tsx'
import { say } from '../../parts/status.tsx'
import { goTo, hrefTo } from '../../router.ts'
import { OfficesChoice } from './offices-choice.tsx'
import { TickedList } from './ticked-list.tsx'

/** Makes a class, or changes one. @param held null = a new one */
export function ClassForm({ held }: { held: ClassWithSeats | null }) {
  const title = t(held ? 'changeClass' : 'makeClass')
  const asked = useAsked(askChoices, 'choices')
  return (
    <Page title={held ? `${title}: ${held.name}` : title}>
      <p>
        <a href={hrefTo('kelas', ...(held ? [held.id] : []))}>{held ? t('backToClass') : t('allClasses')}</a>
      </p>
      <Loaded asked={asked}>{(choices) => <Fields held={held} choices={choices} />}</Loaded>
    </Page>
  )
}

type Choices = { offices: { id: string; name: string }[]; upstreams: { id: string; name: string }[] }

async function askChoices() {
  const [offices, upstreams] = await Promise.all([api.offices(), classApi.upstreams()])
  if (!offices.ok) return offices
  if (!upstreams.ok) return upstreams
  const value: Choices = {
    offices: offices.value.offices.filter(({ removedAt }) => removedAt === null),
    upstreams: upstreams.value.upstreams.map(({ id, label, location }) => ({
      id,
      name: `${label} (${location})`,
    })),
  }
  return { ok: true as const, value }
}

function Fields({ held, choices }: { held: ClassWithSeats | null; choices: Choices }) {
  const formName = `class ${held?.id ?? 'new'}`
  // What it began with stays: the class is asked anew meanwhile, and the clock goes on.
  const [initial] = useState(() => (held ? draftOfClass(held) : nextClass(Date.now())))
  const draft = draftOf(formName, initial)
  const [wrong, setWrong] = useState<readonly ClassField[]>([])
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (wrong.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid], .invalid input')?.focus()
  }, [wrong])
  const value = draft.value
  const set = (change: Partial<ClassDraft>) => (draft.value = { ...value, ...change })
  const errorOf = (...fields: ClassField[]) => {
    const field = fields.find((name) => wrong.includes(name))
    return field && t(`wrong_${field}`)
  }
  const send = async () => {
    const made = termsOf(value)
    setWrong('wrong' in made ? made.wrong : [])
    if ('wrong' in made) return wrongFields(made.wrong)
    const sent = await (held ? classApi.change(held.id, made.terms) : classApi.make(made.terms))
    if (!sent.ok) {
      setWrong(fieldsOf(sent.failure))
      return sent.failure
    }
    forgetDraft(formName)
    if (held) say(t('classChanged'))
    goTo('kelas', sent.value.id)
    return null
  }
  const input = (field: StringField) => ({
    value: value[field],
    onInput: (text: string) => set({ [field]: text }),
  })
  return (
    <div ref={form}>
      <Section title={t('classTermsTitle')}>
        <Form submit={t(held ? 'save' : 'makeClass')} onSubmit={send}>
          <Field
            label={t('className')}
            hint={t('classNameHint')}
            error={errorOf('name')}
            {...input('name')}
            maxLength={80}
          />
          <Field
            label={t('classSeats')}
            hint={t('seatsHint')}
            error={errorOf('seats')}
            {...input('seats')}
            inputMode="numeric"
          />
          <Field
            label={t('actionsPerSeat')}
            hint={t('actionsPerSeatHint')}
            error={errorOf('actionsPerSeat')}
            {...input('actionsPerSeat')}
            inputMode="numeric"
          />
          <OfficesChoice
            offices={choices.offices}
            chosen={value.offices}
            error={errorOf('offices')}
            onChange={(offices) => set({ offices })}
          />
          <Field
            label={t('startDate')}
            error={errorOf('startsAt')}
            type="date"
            value={value.startDate}
            onInput={(date) => set(movedTo(value, date))}
          />
          <Field label={t('startTime')} error={errorOf('startsAt')} type="time" {...input('startTime')} />
          <Field label={t('endDate')} error={errorOf('endsAt')} type="date" {...input('endDate')} />
          <Field label={t('endTime')} error={errorOf('endsAt')} type="time" {...input('endTime')} />
          <Field
            label={t('keysUntil')}
            hint={t('keysUntilHint')}
            error={errorOf('keysUntil')}
            type="date"
            {...input('keysUntil')}
          />
          <Select
            label={t('dataClass')}
            value={value.dataClass}
            choices={dataClasses.map((name) => [name, t(`class_${name}`)] as const)}
            onInput={(dataClass) => set({ dataClass })}
          />
          <TickedList
            title={t('classHelpers')}
            error={errorOf('helpers')}
            choices={helperNames.map((id) => ({ id, name: t(`helper_${id}`) }))}
            chosen={value.helpers}
            onChange={(helpers) => set({ helpers })}
          />
          <TickedList
            title={t('classModels')}
            hint={t(choices.upstreams.length > 0 ? 'classModelsHint' : 'classNoModels')}
            error={errorOf('upstreams')}
            choices={choices.upstreams}
            chosen={value.upstreams}
            onChange={(upstreams) => set({ upstreams })}
          />
          <TextArea
            label={t('classPortals')}
            hint={t('classPortalsHint')}
            error={errorOf('portals')}
            {...input('portals')}
            spellcheck={false}
          />
        </Form>
      </Section>
    </div>
  )
}

type StringField = {
  [Name in keyof ClassDraft]: string extends ClassDraft[Name] ? Name : never
}[keyof ClassDraft]

function wrongFields(wrong: ClassField[]): Failure {
  const fields = wrong.map(fieldName).join(', ')
  return { code: 'invalid_request', message: t('checkFields', { fields }), requestId: null, param: null }
}

/** The field that the gateway names. */
function fieldsOf({ param }: Failure): ClassField[] {
  return classFields.filter((field) => field === param?.split('.')[0])
}
