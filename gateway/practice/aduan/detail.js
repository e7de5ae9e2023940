// One complaint in its dialog: its facts and text, the plain reply, the rich story of the follow-up, what was saved.

import { showCount, startCounters } from '../counter.js'
import { formatDay, formatMoment } from '../dates.js'
import { makeDialog } from '../dialog.js'
import { editorContent, endEditor, startEditor } from '../editor.js'
import { element, factList, hiddenNote } from '../element.js'
import { loadSaved, save } from '../store.js'

const part = (id) => document.getElementById(id)

export function makeDetail({ onSave, onClose }) {
  const dialog = makeDialog(part('detail'), onClose)
  let complaint

  function open(next, status) {
    if (complaint?.id === next.id) return
    close()
    complaint = next
    showComplaint(complaint)
    showSaved(loadSaved(complaint.id))
    emptyFields(status)
    dialog.open()
    startEditor(part('narasi'), { label: 'Narasi tindak lanjut', onEscape: onClose })
  }

  function close() {
    complaint = undefined
    endEditor(part('narasi'))
    dialog.close()
  }

  function saveReply(event) {
    event.preventDefault()
    const reply = part('tanggapan').value
    const story = editorContent(part('narasi'))
    showSaved(save(complaint.id, { reply, story, status: part('status').value }))
    part('kabar').textContent =
      reply.trim() || story.trim()
        ? 'Tersimpan di tab ini. Tidak ada yang dikirim.'
        : 'Status tersimpan. Tanggapan masih kosong.'
    onSave()
  }

  startCounters(part('form-tanggapan'))
  part('form-tanggapan').addEventListener('submit', saveReply)
  part('tutup').addEventListener('click', onClose)

  return { open, close }
}

function showComplaint({ id, title, reporter, channel, category, received, due, text, hidden }) {
  part('judul').textContent = title
  part('fakta').replaceChildren(
    factList([
      ['ID aduan', id],
      ['Pelapor', reporter],
      ['Kanal', channel],
      ['Kategori', category],
      ['Tanggal masuk', formatMoment(received)],
      ['Tenggat', formatDay(due)],
    ]),
  )
  part('isi-aduan').replaceChildren(...text.map((words) => element('p', {}, words)), hiddenNote(hidden))
  document.querySelector('.jendela-isi').scrollTop = 0
}

function showSaved({ reply = '', story = '' }) {
  part('bagian-tersimpan').hidden = !reply && !story
  part('kotak-tersimpan').hidden = !reply
  part('kotak-narasi-tersimpan').hidden = !story
  part('tersimpan').textContent = reply
  part('narasi-tersimpan').textContent = story
}

function emptyFields(status) {
  part('status').value = status
  part('tanggapan').value = ''
  part('narasi').value = ''
  part('kabar').textContent = ''
  showCount(part('tanggapan'))
}
