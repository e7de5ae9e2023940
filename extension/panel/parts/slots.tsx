import { signal } from '@preact/signals'
import { t } from '../../i18n/index.ts'
import * as draft from '../draft.ts'
import { toAsk } from '../reply/category.ts'
import { settings } from '../session.ts'
import { labelInDraft } from '../label-in-draft.ts'
import { isOfficeSlot, slotExample } from '../slot-label.ts'
import { asWritten } from '../written-day.ts'

/** The one slot that is the same in every case: what was given last is offered again, never filled in by itself. */
const officeContact = 'kontak_resmi'
const givenContact = signal('')
const dateSlot = /^tanggal_|^(?:batas|perkiraan|waktu_tinjau)$/

/** A small form for what only the officer knows. */
export function Slots() {
  return (
    <fieldset class="card">
      <legend>{t('slots')}</legend>
      <p class="muted small">{t('slotsHint')}</p>
      {draft.slots.value.map((name) => (
        <Slot key={name} name={name} />
      ))}
      <datalist id="given-contact">{givenContact.value && <option value={givenContact} />}</datalist>
      <datalist id="to-ask">{toAsk.value && <option value={toAsk} />}</datalist>
      <datalist id="offices">
        {settings.value?.policy?.offices.map((office) => (
          <option key={office} value={office} />
        ))}
      </datalist>
    </fieldset>
  )
}

function Slot({ name }: { name: string }) {
  const label = labelInDraft(name)
  const isDate = dateSlot.test(name)
  return (
    <div class={isDate ? 'slot dated' : 'slot'}>
      <label for={`slot-${name}`}>{label}</label>
      <input
        id={`slot-${name}`}
        autocomplete="off"
        placeholder={slotExample(name)}
        list={listOf(name)}
        value={Object.hasOwn(draft.values.value, name) ? draft.values.value[name] : ''}
        onInput={(event) => draft.fill(name, event.currentTarget.value)}
        onChange={(event) => {
          if (name === officeContact) givenContact.value = event.currentTarget.value.trim()
        }}
      />
      {isDate && (
        <input
          type="date"
          class="picker"
          aria-label={t('pickDate', { slot: label })}
          title={t('pickDate', { slot: label })}
          onChange={(event) => draft.fill(name, asWritten(event.currentTarget.value))}
        />
      )}
      <button class="link" aria-label={t('removeSlotOf', { slot: label })} onClick={() => dropSlot(name)}>
        {t('removeSlot')}
      </button>
    </div>
  )
}

function listOf(name: string): string | undefined {
  if (name === officeContact) return 'given-contact'
  if (name === 'daftar_data') return 'to-ask'
  return isOfficeSlot(name) ? 'offices' : undefined
}

/** The focus goes on to the next slot, or to Sisipkan when there is none. */
function dropSlot(name: string): void {
  const names = draft.slots.value
  const next = names[names.indexOf(name) + 1] ?? names.find((other) => other !== name)
  draft.drop(name)
  requestAnimationFrame(() => document.getElementById(next ? `slot-${next}` : 'insert')?.focus())
}
