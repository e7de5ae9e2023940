import { useRef, useState } from 'preact/hooks'
import type { ImportResult } from '../../../shared/protocol/admin-answers.ts'
import { api, type Failure } from '../api.ts'
import { readOffices, textOfFile, type ListedOffice, type OfficeList } from '../csv.ts'
import { number, t } from '../i18n/index.ts'
import { draftOf, forgetDraft } from '../parts/draft.ts'
import { fieldName } from '../parts/field-name.ts'
import { Form, TextArea } from '../parts/form.tsx'
import { Hint } from '../parts/notice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { say } from '../parts/status.tsx'
import { Table } from '../parts/table.tsx'
import { goTo, hrefTo } from '../router.ts'

const rowsAtOnce = 500
const example = 'kode;nama;kuota per bulan\ndinkes;Dinas Kesehatan;20.000\nkec-utara;Kecamatan Utara;'

interface Checked {
  list: OfficeList
  /** What the gateway would do; null where the list can't be read at all. */
  result: ImportResult | null
}

/** A list of offices out of a spreadsheet: looked at row by row, then all or nothing. */
export function Import() {
  const draft = draftOf('import', '')
  const [checked, setChecked] = useState<Checked | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const change = (text: string) => {
    draft.value = text
    setChecked(null)
  }
  const check = async (): Promise<Failure | null> => {
    const list = readOffices(draft.value)
    const isReadable =
      list.missing.length === 0 && list.offices.length > 0 && list.offices.length <= rowsAtOnce
    if (!isReadable) {
      setChecked({ list, result: null })
      return null
    }
    const tried = await api.importOffices(
      list.offices.map(({ office }) => office),
      true,
    )
    if (tried.ok) setChecked({ list, result: tried.value })
    return tried.ok ? null : tried.failure
  }
  const take = async () => {
    const [chosen] = file.current?.files ?? []
    if (chosen) change(textOfFile(await chosen.arrayBuffer()))
  }
  return (
    <Page title={t('importTitle')}>
      <p>
        <a href={hrefTo('instansi')}>{t('back', { to: t('offices') })}</a>
      </p>
      <Section title={t('importList')} hint={t('importHint')}>
        <pre class="code example">{example}</pre>
        <Form submit={t('check')} onSubmit={check}>
          <div class="field">
            <label for="csv">{t('importFile')}</label>
            <input id="csv" ref={file} type="file" accept=".csv,.txt,text/csv" onChange={() => void take()} />
          </div>
          <TextArea
            label={t('importText')}
            hint={t('importTextHint')}
            value={draft.value}
            onInput={change}
            required
            spellcheck={false}
          />
        </Form>
      </Section>
      <div role="status">{checked && <Verdict {...checked} />}</div>
      {checked?.result && <Rows list={checked.list} result={checked.result} onDone={setChecked} />}
    </Page>
  )
}

function Verdict({ list: { offices, ignored, missing }, result }: Checked) {
  const wrong = result?.rows.filter(({ ok }) => !ok).length ?? 0
  return (
    <Hint isWarning={missing.length > 0 || wrong > 0}>
      {missing.map((column) => (
        <p key={column}>{t('importMissing', { column: t(column === 'id' ? 'field_id' : 'field_name') })}</p>
      ))}
      {missing.length === 0 && offices.length === 0 && <p>{t('importNone')}</p>}
      {offices.length > rowsAtOnce && <p>{t('importTooMany', { count: number(offices.length) })}</p>}
      {result && (
        <p>
          <strong>
            {wrong > 0 ? t('importWrong', { count: wrong }) : t('importReady', { count: offices.length })}
          </strong>
        </p>
      )}
      {ignored.length > 0 && <p>{t('importIgnored', { columns: ignored.join(', ') })}</p>}
    </Hint>
  )
}

type Row = ListedOffice & { verdict: string; isOk: boolean }

function Rows(props: { list: OfficeList; result: ImportResult; onDone: (checked: Checked) => void }) {
  const { offices } = props.list
  const isReady = props.result.rows.every(({ ok }) => ok)
  const rows = offices.map((listed, at) => ({ ...listed, ...verdictOf(offices, at, props.result) }))
  const send = async () => {
    const imported = await api.importOffices(
      offices.map(({ office }) => office),
      false,
    )
    if (!imported.ok) return imported.failure
    // Somebody may have taken a code meanwhile.
    if (imported.value.added === 0) {
      props.onDone({ list: props.list, result: imported.value })
      return null
    }
    forgetDraft('import')
    say(t('imported', { count: imported.value.added }))
    goTo('instansi')
    return null
  }
  return (
    <>
      {isReady && <Form submit={t('importAll', { count: offices.length })} onSubmit={send} />}
      <Table<Row>
        caption={t('importTitle')}
        columns={[
          {
            key: 'line',
            title: t('line'),
            cell: ({ line }) => line,
            sort: ({ line }) => line,
            isNumber: true,
          },
          { key: 'id', title: t('officeId'), cell: ({ id }) => <span class="code">{id || '–'}</span> },
          { key: 'name', title: t('officeName'), cell: ({ name }) => name || '–' },
          { key: 'limits', title: t('limits'), cell: ({ office }) => limitsIn(office) },
          {
            key: 'verdict',
            title: t('verdict'),
            cell: ({ verdict, isOk }) => <span class={isOk ? 'tag' : 'tag off'}>{verdict}</span>,
            sort: ({ isOk, line }) => (isOk ? line : line - offices.length),
          },
        ]}
        rows={rows}
        rowKey={({ line }) => String(line)}
        textOf={({ id, name, verdict }) => `${id} ${name} ${verdict}`}
        empty={t('importNone')}
        // Among five hundred rows, those to be mended would be hard to find.
        firstBy={isReady ? 'line' : 'verdict'}
      />
    </>
  )
}

function verdictOf(offices: ListedOffice[], at: number, { rows }: ImportResult) {
  const row = rows[at]
  if (row?.ok) return { isOk: true, verdict: t('verdictOk') }
  const twin = offices.find(({ id }, other) => other < at && id === offices[at]?.id)
  if (row?.problem === 'already_exists')
    return { isOk: false, verdict: twin ? t('verdictTwice', { line: twin.line }) : t('verdictTaken') }
  return { isOk: false, verdict: t('verdictField', { field: fieldName(row?.param ?? '') }) }
}

function limitsIn({ limits = {} }: ListedOffice['office']): string {
  const said = Object.entries(limits).map(
    ([limit, cap]) =>
      `${fieldName(limit)}: ${typeof cap === 'number' ? number(cap) : (cap ?? t('unlimited'))}`,
  )
  return said.join('; ') || t('unlimited')
}
