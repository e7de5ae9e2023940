// The complaint console's list: search, filter by status, and the address (#ADU-…) that opens a complaint.

import { formatDay, formatShortDay } from '../dates.js'
import { element } from '../element.js'
import { readRecords, recordInAddress } from '../records.js'
import { loadSaved } from '../store.js'
import { makeDetail } from './detail.js'

const search = document.getElementById('cari')
const statusFilter = document.getElementById('saring-status')
const rows = document.querySelector('#daftar tbody')

const complaints = await readRecords('/latihan/aduan/aduan.json')
const detail = makeDetail({ onSave: showList, onClose: leaveComplaint })

function statusOf(complaint) {
  return loadSaved(complaint.id).status ?? complaint.status
}

function isWanted(complaint) {
  const words = search.value.toLowerCase().trim()
  const { id, title, reporter, category, channel, text } = complaint
  const hay = [id, title, reporter, category, channel, ...text].join(' ').toLowerCase()
  return hay.includes(words) && ['', statusOf(complaint)].includes(statusFilter.value)
}

function row(complaint) {
  const { id, title, reporter, channel, category, received, due } = complaint
  const saved = loadSaved(id)
  const status = statusOf(complaint)
  const cell = (label, ...content) => element('td', { 'data-label': label }, ...content)
  const link = element('a', { href: `#${id}` }, title)
  const origin = element('span', { class: 'kecil' }, `${reporter}, ${channel}`)
  const badge = element('span', { class: `lencana ${status.toLowerCase().replace(' ', '-')}` }, status)
  const replied = saved.reply || saved.story ? [element('span', { class: 'kecil' }, 'Ada tanggapan')] : []
  const line = element(
    'tr',
    { 'data-id': id },
    cell('ID aduan', id),
    element('th', { scope: 'row' }, link, origin),
    cell('Kategori', category),
    cell(
      'Masuk',
      element('time', { datetime: received, title: formatDay(received) }, formatShortDay(received)),
    ),
    cell('Tenggat', element('time', { datetime: due, title: formatDay(due) }, formatShortDay(due))),
    cell('Status', badge, ...replied),
  )
  line.addEventListener('click', (event) => {
    if (event.target !== link) link.click()
  })
  return line
}

function showList() {
  const wanted = complaints.filter(isWanted)
  rows.replaceChildren(...wanted.map(row))
  document.getElementById('jumlah').textContent = `${wanted.length} dari ${complaints.length} aduan`
  document.getElementById('kosong').hidden = wanted.length > 0
}

function followAddress() {
  const complaint = recordInAddress(complaints)
  if (complaint) detail.open(complaint, statusOf(complaint))
  else detail.close()
}

function leaveComplaint() {
  const { hash } = location
  history.pushState(null, '', location.pathname)
  followAddress()
  rows.querySelector(`a[href="${CSS.escape(hash)}"]`)?.focus()
}

document.getElementById('saringan').addEventListener('submit', (event) => event.preventDefault())
search.addEventListener('input', showList)
statusFilter.addEventListener('change', showList)
addEventListener('hashchange', followAddress)

showList()
followAddress()
