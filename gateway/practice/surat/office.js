// The e-office room: the folder of incoming letters, the open letter, and the disposition below it.

import { showCount, startCounters } from '../counter.js'
import { formatDay, formatShortDay } from '../dates.js'
import { element, factList } from '../element.js'
import { readRecords, recordInAddress } from '../records.js'
import { loadSaved, save } from '../store.js'
import { letterParts } from './letter.js'

const part = (id) => document.getElementById(id)

const letters = await readRecords('/latihan/surat/surat.json')
let letter

function showFolder() {
  const items = letters.map((each) => {
    const current = each === letter ? 'true' : undefined
    const sent = loadSaved(each.id).recipient ? ', sudah didisposisi' : ''
    return element(
      'li',
      {},
      element(
        'a',
        { href: `#${each.id}`, 'aria-current': current },
        element('strong', {}, each.kind),
        element('span', {}, each.subject),
        element('span', { class: 'kecil' }, `${each.from}, ${formatShortDay(each.date)}${sent}`),
      ),
    )
  })
  part('daftar-surat').replaceChildren(...items)
}

function showLetter() {
  const { number, date, from, subject, nature, attachment } = letter
  document.title = `${subject} - E-Office - Portal Latihan`
  part('fakta').replaceChildren(
    factList([
      ['Nomor', number],
      ['Tanggal', formatDay(date)],
      ['Dari', from],
      ['Hal', subject],
      ['Sifat', nature],
      ['Lampiran', attachment],
    ]),
  )
  part('surat').replaceChildren(...letterParts(letter))
}

function showSaved({ summary = '', message = '', recipient = '' }) {
  part('bagian-tersimpan').hidden = !recipient
  part('tujuan-tersimpan').textContent = recipient
  part('ringkas-tersimpan').textContent = summary
  part('pesan-tersimpan').textContent = message
}

function emptyFields() {
  part('kabar').textContent = ''
  for (const box of [part('isi-ringkas'), part('pesan-tambahan')]) {
    box.value = ''
    showCount(box)
  }
}

function followAddress() {
  const next = recordInAddress(letters) ?? letters[0]
  if (!next || next === letter) return
  letter = next
  showFolder()
  showLetter()
  showSaved(loadSaved(letter.id))
  emptyFields()
}

function sendDisposition(event) {
  event.preventDefault()
  const summary = part('isi-ringkas').value
  const message = part('pesan-tambahan').value
  showSaved(save(letter.id, { summary, message, recipient: part('tujuan').value }))
  showFolder()
  part('kabar').textContent = 'Disposisi tersimpan di tab ini. Tidak ada yang dikirim.'
}

startCounters(part('form-disposisi'))
part('form-disposisi').addEventListener('submit', sendDisposition)
addEventListener('hashchange', followAddress)
followAddress()
