// The reading pane: one message (?id=…), laid out as Roundcube lays it out.

import { formatMoment } from '../dates.js'
import { element, factList, hiddenNote } from '../element.js'
import { readRecords } from '../records.js'

const messages = await readRecords('/latihan/email/pesan.json')
const id = new URLSearchParams(location.search).get('id')
const message = messages.find((each) => each.id === id)

if (message) showMessage(message)
else document.getElementById('subjek').textContent = 'Surel tidak ditemukan'

function showMessage({ lang, sender, address, to, date, subject, text, hidden }) {
  document.title = `${subject} - Surel - Portal Latihan`
  const title = document.getElementById('subjek')
  title.lang = lang
  title.textContent = subject
  document.getElementById('kepala-pesan').append(
    factList([
      ['Dari', `${sender} <${address}>`],
      ['Kepada', to],
      ['Tanggal', formatMoment(date)],
    ]),
  )
  document
    .getElementById('messagebody')
    .append(
      element(
        'div',
        { id: 'message-htmlpart1', class: 'message-htmlpart', lang },
        ...text.map((words) => element('p', {}, words)),
        hiddenNote(hidden),
      ),
    )
}
