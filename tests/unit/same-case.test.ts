import { describe, expect, it } from 'vitest'
import { sameCase, standsIn } from '../../extension/panel/same-case.ts'

const facts = 'Kanal: Aplikasi warga\nStatus: Menunggu\n'
const lamp = `${facts}Tiga lampu jalan padam di Jalan Melati Raya sejak Senin. Mohon segera diperbaiki.`
const parking = `${facts}Mobil parkir di trotoar depan Pasar Anyar setiap sore. Mohon ditertibkan petugas.`

describe('two readings of a page', () => {
  it('are the same case when only a clock or a counter went on', () => {
    expect(sameCase(`${lamp}\nPukul 10.00`, `${lamp}\nPukul 10.01`)).toBe(true)
  })

  it('are the same case when the portal shows the saved answer beneath', () => {
    expect(sameCase(lamp, `${lamp}\nTanggapan tersimpan\nTerima kasih atas laporannya.`)).toBe(true)
  })

  it('are another case in the same frame, though all labels are alike', () => {
    expect(sameCase(lamp, parking)).toBe(false)
  })

  it('are the same case when a selection of the page is all that is read next', () => {
    expect(sameCase('Tiga lampu jalan padam di Jalan Melati Raya', lamp)).toBe(true)
  })

  it('of nothing but numbers are told apart by nothing, and count as one', () => {
    expect(sameCase('1 2 3', '4 5 6')).toBe(true)
  })
})

describe('a selected text', () => {
  it('is still on the page whatever signs the reader put between its words', () => {
    expect(standsIn('Pelapor\nSiti', 'Facts\nPelapor: Siti | x')).toBe(true)
  })

  it('is not on a page that holds another', () => {
    expect(standsIn('Lampu padam', 'Parkir liar')).toBe(false)
  })
})
