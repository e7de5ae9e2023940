// What people type or paste to get in, as they really write it.
import { describe, expect, it } from 'vitest'
import { gatewayOfPage, readAddress, readInvitation } from '../../extension/invitation.ts'

const kota = 'https://ai.kota.go.id'

describe('the address of a gateway', () => {
  it.each([
    ['ai.kota.go.id', kota],
    [' AI.Kota.go.id/ ', kota],
    ['https://ai.kota.go.id', kota],
    ['https://ai.kota.go.id.', kota],
    ['ai.kota.go.id:8443', `${kota}:8443`],
    ['ai.kota.go.id/kelas/', kota],
    ['ai.kota.go.id/kelas/#ABC234', kota],
    [`${kota}/latihan/aduan/#ADU-2026-0142`, kota],
    ['https://kota.go.id/pendamping/', 'https://kota.go.id/pendamping'],
    ['https://kota.go.id/pendamping/kelas/#ABC234', 'https://kota.go.id/pendamping'],
    ['localhost:8787', 'http://localhost:8787'],
    ['127.0.0.1:8787/kelas/', 'http://127.0.0.1:8787'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ])('is found in %j', (typed, address) => {
    expect(readAddress(typed)).toBe(address)
  })

  it.each([
    ['nothing', ''],
    ['what is no address', 'layar kelas'],
    ['a class’s code', 'ABC234'],
    ['what would travel unencrypted', 'http://ai.kota.go.id'],
    ['what only begins like this machine', 'http://localhost.jahat.example'],
    ['another scheme', 'ftp://ai.kota.go.id'],
    ['a script', 'javascript:alert(1)'],
    ['one with a name and a password', 'https://ai.kota.go.id:x@jahat.example'],
  ])('is not found in %s', (_, typed) => {
    expect(readAddress(typed)).toBeNull()
  })

  it('is offered for a gateway’s own pages alone', () => {
    expect(gatewayOfPage(`${kota}/kelas/#ABC234`)).toBe(kota)
    expect(gatewayOfPage('http://127.0.0.1:8787/latihan/surat/')).toBe('http://127.0.0.1:8787')
    expect(gatewayOfPage('https://lapor.kota.go.id/aduan/12')).toBeNull()
    expect(gatewayOfPage('http://lain.kota.go.id/latihan/')).toBeNull()
    expect(gatewayOfPage('chrome://version/')).toBeNull()
  })
})

describe('an invitation', () => {
  const aClass = (gatewayUrl: string | null) => ({ kind: 'class', gatewayUrl, code: 'ABC234' })

  it.each([
    ['a code as it stands on the wall', 'ABC234', '', null],
    ['a code in small letters, with a gap', ' abc 234 ', '', null],
    ['a code beside an address', 'abc-234', 'ai.kota.go.id', kota],
    ['a class’s link', `${kota}/kelas/#ABC234`, '', kota],
    ['a class’s link without its beginning', 'ai.kota.go.id/kelas/#abc234', '', kota],
    ['a class’s link whose slash was lost', `${kota}/kelas#ABC%20234`, '', kota],
    ['a class’s link where the address belongs', '', `${kota}/kelas/#ABC234`, kota],
    ['a code, and a class’s link beside it', 'ABC234', `${kota}/kelas/#ABC234`, kota],
    ['a class’s page without its code, and the code beside it', 'ABC234', `${kota}/kelas/`, kota],
    ['a code beside an address that can’t be read', 'ABC234', 'http://ai.kota.go.id', null],
  ])('is read from %s', (_, entry, address, gatewayUrl) => {
    expect(readInvitation(entry, address)).toEqual(aClass(gatewayUrl))
  })

  it.each([
    ['where it belongs', ` ${kota}/daftar/#pde_dinkes_1 `, ''],
    ['where the address belongs', '', `${kota}/daftar/#pde_dinkes_1`],
  ])('is an enrolment link %s', (_, entry, address) => {
    expect(readInvitation(entry, address)).toEqual({
      kind: 'enrolment',
      gatewayUrl: kota,
      token: 'pde_dinkes_1',
    })
  })

  it.each([
    ['five signs', 'ABC23', 'class_unknown'],
    ['a sign that looks like another', 'ABC10O', 'class_unknown'],
    ['nothing', '', 'class_unknown'],
    ['a class’s link that was copied in part', `${kota}/kelas/#AB`, 'class_unknown'],
    ['an enrolment link that was copied in part', `${kota}/daftar/#pd`, 'link_unreadable'],
    ['the token of one alone', 'pde_dinkes_1', 'link_unreadable'],
    ['a class’s link that is not encrypted', 'http://ai.kota.go.id/kelas/#ABC234', 'link_unreadable'],
  ])('is none: %s', (_, entry, code) => {
    expect(readInvitation(entry)).toBe(code)
  })
})
