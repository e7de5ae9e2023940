// The mail room: the inbox, the reading pane in a frame of its own, and the reply below it.

import { formatShortDay } from '../dates.js'
import { element } from '../element.js'
import { readRecords, recordInAddress } from '../records.js'
import { loadSaved, save } from '../store.js'

const part = (id) => document.getElementById(id)

const messages = await readRecords('/latihan/email/pesan.json')
let message

function showInbox() {
  const items = messages.map((each) => {
    const current = each === message ? 'true' : undefined
    const drafted = loadSaved(each.id).body ? ', ada draf' : ''
    return element(
      'li',
      {},
      element(
        'a',
        { href: `#${each.id}`, 'aria-current': current },
        element('strong', {}, each.sender),
        element('span', { lang: each.lang }, each.subject),
        element('span', { class: 'kecil' }, `${formatShortDay(each.date)}${drafted}`),
      ),
    )
  })
  part('daftar-pesan').replaceChildren(...items)
}

function showMessage() {
  document.title = `${message.subject} - Surel - Portal Latihan`
  // replace() keeps the frame's steps out of the browser's history, so Back leads to the message before.
  part('messagecontframe').contentWindow.location.replace(`/latihan/email/pesan.html?id=${message.id}`)
}

function showSaved({ to = '', subject = '', body = '' }) {
  part('bagian-tersimpan').hidden = !body
  part('kepada-tersimpan').textContent = to
  part('perihal-tersimpan').textContent = subject
  part('draf-tersimpan').textContent = body
}

function startReply() {
  part('kepada').value = message.address
  part('perihal').value = `Re: ${message.subject}`
  part('balasan').replaceChildren()
  part('kabar').textContent = ''
}

function followAddress() {
  const next = recordInAddress(messages) ?? messages[0]
  if (!next || next === message) return
  message = next
  showInbox()
  showMessage()
  showSaved(loadSaved(message.id))
  startReply()
}

function saveDraft(event) {
  event.preventDefault()
  const body = part('balasan').innerText
  if (body.trim() === '') {
    part('kabar').textContent = 'Isi balasan masih kosong.'
    return
  }
  showSaved(save(message.id, { to: part('kepada').value, subject: part('perihal').value, body }))
  showInbox()
  part('kabar').textContent = 'Draf tersimpan di tab ini. Tidak ada yang dikirim.'
}

part('form-balasan').addEventListener('submit', saveDraft)
addEventListener('hashchange', followAddress)
followAddress()
