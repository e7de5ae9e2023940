import { describe, expect, it } from 'vitest'
import { anchorFinder } from '../../extension/panel/anchors.ts'

const blocks = [
  'Detail aduan ADU-2026-0142',
  'Pelapor: Sari Utami',
  'Lokasi: Jalan Melati Raya depan Pasar Anyar',
  'Lampu jalan di depan pasar padam sejak Senin malam, tiga tiang berturut-turut.',
  'Mohon diperbaiki sebelum tanggal 12 Desember karena ada pengajian.',
].map((text, block) => ({ frameId: 0, reading: 1, block, text }))
const find = anchorFinder(blocks)

describe('a line of a summary points to', () => {
  it.each([
    ['Masalah: lampu padam sejak Senin malam di tiga tiang', 3],
    ['Lokasi: Jalan Melati Raya', 2],
    ['Permintaan: diperbaiki sebelum 12 Desember', 4],
    ['Pelapor Sari Utami', 1],
    ['Nomor: ADU-2026-0142', 0],
  ])('%s', (line, block) => {
    expect(find(line)?.block).toBe(block)
  })
})

it.each(['', 'Inti', 'Sampah menumpuk di taman kota', 'The street lamps are out'])(
  'a line that says nothing of the page points nowhere: %j',
  (line) => {
    expect(find(line)).toBeUndefined()
  },
)
