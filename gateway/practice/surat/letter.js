// Lays a letter out as official letters are: head, address, body with numbered points, signature, copies.

import { formatDay } from '../dates.js'
import { element, factList, hiddenNote } from '../element.js'

export function letterParts(letter) {
  return [head(letter), references(letter), addressees(letter), ...letter.body.map(bodyPart), foot(letter)]
    .concat(copies(letter))
    .concat(hiddenNote(letter.hidden))
}

function head({ from, address }) {
  return element(
    'header',
    { class: 'kop' },
    element('p', {}, 'PEMERINTAH KOTA TANGERANG'),
    element('p', { class: 'kop-instansi' }, from.toUpperCase()),
    element('p', { class: 'kecil' }, address),
  )
}

function references({ number, nature, attachment, subject, date }) {
  return element(
    'div',
    { class: 'surat-rujukan' },
    element('p', { class: 'surat-tanggal' }, `Tangerang, ${formatDay(date)}`),
    factList([
      ['Nomor', number],
      ['Sifat', nature],
      ['Lampiran', attachment],
      ['Hal', subject],
    ]),
  )
}

function addressees({ to }) {
  return element(
    'div',
    { class: 'surat-tujuan' },
    element('p', {}, 'Yth.'),
    element('ol', {}, ...to.map((position) => element('li', {}, position))),
    element('p', {}, 'di Tangerang'),
  )
}

function bodyPart(piece) {
  if (typeof piece === 'string') return element('p', {}, piece)
  if (piece.facts) return factList(piece.facts)
  return element('ol', {}, ...piece.points.map((point) => element('li', {}, point)))
}

function foot({ signature }) {
  return element(
    'footer',
    { class: 'tanda-tangan' },
    element('p', {}, `${signature.position},`),
    element('p', { class: 'kecil' }, 'ditandatangani secara elektronik'),
    element('p', {}, element('strong', {}, signature.name)),
    element('p', {}, signature.rank),
    element('p', {}, `NIP ${signature.nip}`),
  )
}

function copies({ copies: receivers }) {
  return element(
    'div',
    { class: 'tembusan' },
    element('p', {}, 'Tembusan:'),
    element('ol', {}, ...receivers.map((receiver) => element('li', {}, receiver))),
  )
}
