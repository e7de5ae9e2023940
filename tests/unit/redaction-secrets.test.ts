// Passwords, codes, tokens and e-mail addresses in the forms that people and programs write them.
import { describe, expect, it } from 'vitest'
import { detect, redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe('a secret is hidden', () => {
  it.each([
    ['behind a short word', 'user: admin / pass: Curug#2026', 'user: admin / pass: ⟦RAHASIA-1⟧'],
    ['behind a word that is misspelt', 'pasword : Siti1988', 'pasword : ⟦RAHASIA-1⟧'],
    ['behind a suffix and no sign', 'passwordnya Siti1988', 'passwordnya ⟦RAHASIA-1⟧'],
    ['behind other words and no sign', 'kata sandi saya Bunga1988 ya', 'kata sandi saya ⟦RAHASIA-1⟧ ya'],
    ['before a full stop', 'pass lama: cBsy-tZiW4y6. Link', 'pass lama: ⟦RAHASIA-1⟧. Link'],
    ['with a blank in its name', '-- token API lama: 7xGft-YSHkKv9uM8', '-- token API lama: ⟦RAHASIA-1⟧'],
    ['a code', 'kode OTP 482913 jangan disebar', 'kode OTP ⟦RAHASIA-1⟧ jangan disebar'],
    ['a PIN', 'PIN ATM 482913', 'PIN ATM ⟦RAHASIA-1⟧'],
    ['of a safe', 'brankas lt 2 kombinasi 38-07-91 ;', 'brankas lt 2 kombinasi ⟦RAHASIA-1⟧ ;'],
    ['an EFIN', 'EFIN: 1234567890', 'EFIN: ⟦RAHASIA-1⟧'],
    ['a passphrase', 'passphrase TTE saya: merpati77', 'passphrase TTE saya: ⟦RAHASIA-1⟧'],
    [
      'in JSON, a plain word',
      '{"passphrase":"Tenunkugaruda","user_password":"rahasia"}',
      '{"passphrase":"⟦RAHASIA-1⟧","user_password":"⟦RAHASIA-2⟧"}',
    ],
    [
      'in an environment',
      'DB_USER=esurat\nDB_PASSWORD=Layangdinas\n',
      'DB_USER=esurat\nDB_PASSWORD=⟦RAHASIA-1⟧\n',
    ],
    ['a spare code', 'kode cadanganku 7741-0092-MKXP ditolak', 'kode cadanganku ⟦RAHASIA-1⟧ ditolak'],
    ['in a log', 'nip=1 pwd_tried=J4gung.tamu result=LOCKED', 'nip=1 pwd_tried=⟦RAHASIA-1⟧ result=LOCKED'],
    ['in camelCase', '{"accessToken":"a8f3c9d2e1b4a8f3"}', '{"accessToken":"⟦RAHASIA-1⟧"}'],
    ['between tags', '<password>Siti1988</password>', '<password>⟦RAHASIA-1⟧</password>'],
    ['behind an arrow', "'password' => 'Siti1988'", "'password' => '⟦RAHASIA-1⟧'"],
    ['in a header', 'Authorization: Basic c2l0aTpyYWhhc2lh', 'Authorization: Basic ⟦RAHASIA-1⟧'],
    [
      'in a link to a data base',
      'postgres://sipd:S3cret!pg@10.1.2.3',
      'postgres://sipd:⟦RAHASIA-1⟧@10.1.2.3',
    ],
    ['in a link that resets', 'https://a.go.id/reset/a8f3c9d2e1b4a8f3', 'https://a.go.id/reset/⟦RAHASIA-1⟧'],
    [
      'in a link to a meeting',
      'https://rapat.go.id/j/kRL7Xp23uELY4qE9wZxqDK',
      'https://rapat.go.id/j/⟦RAHASIA-1⟧',
    ],
    [
      'behind any name in a link',
      'https://a.go.id/x?t=4kqPH-hJ7UtZ9JLeGe2TDgg7',
      'https://a.go.id/x?t=⟦RAHASIA-1⟧',
    ],
    ['a key of a known form', 'key AKIAIOSFODNN7EXAMPL2', 'key ⟦RAHASIA-1⟧'],
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\n-----END',
      '-----BEGIN PRIVATE KEY-----\n⟦RAHASIA-1⟧\n-----END',
    ],
    ['in its column', 'user,password\nadmin1,Merdeka_269', 'user,password\nadmin1,⟦RAHASIA-1⟧'],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'Password minimal 8 karakter',
    'lupa password akun SIPD2026',
    'Password\tStatus\nreset\tselesai',
    'pass foto 3x4 sebanyak 4 lembar',
    'Pengadaan PIN Korpri 1500 buah, pin 5000 buah',
    'pin peta: 15810',
    'OTP berlaku 5 menit',
    'session: 2026-11-03',
    'https://tte.go.id/verify/2026-ABCD1234-XY',
    'Basic research 2026',
    'https://jdih.go.id/unduh/Perwal-No12-Th2026-Lamp3-Rev2-Final',
    'https://a.go.id/berita/Rapat-Koordinasi-2026-Bagian-12-A3',
    'https://a.go.id/aset/0f8c2a9d4b7e1c3f5a6d8e9b0c1d2e3f.js',
    '{"password":"required|min:8"} {"password":"Kata sandi wajib diisi"} {"password": "string"}',
    'DB_PASSWORD=<isi_password>\nAPI_KEY=xxxxxxxxxxxxxxxx\nDB_PASSWORD=your_password',
    'password_reset_at=2026-11-24T08:00Z password_changed=true',
  ])('but not in %j', (text) => {
    expect(detect(text)).toEqual([])
  })
})

describe('an e-mail address is hidden', () => {
  it.each([
    ['with words for its signs', 'siti88 (at) gmail (dot) com', '⟦EMAIL-1⟧'],
    ['in English words', 'siti88 at gmail dot com', '⟦EMAIL-1⟧'],
    ['with dots in brackets', 'surel boni [dot] jebarus [at] kota.co.id', 'surel ⟦EMAIL-1⟧'],
    ['with blanks', 'ke siti88 @ gmail . com ya', 'ke ⟦EMAIL-1⟧ ya'],
    ['with a blank before its sign', 'siti88 @kantor.co.id', '⟦EMAIL-1⟧'],
    ['with a comma', 'siti88@gmail,com', '⟦EMAIL-1⟧'],
    ['over two lines', 'siti88@\ngmail.com', '⟦EMAIL-1⟧'],
    ['in HTML', 'siti88&#64;gmail.com', '⟦EMAIL-1⟧'],
    ['in wide signs', 'siti88＠gmail．com', '⟦EMAIL-1⟧'],
    ['without its end', 'siti88@gmail', '⟦EMAIL-1⟧'],
    ['without its sign', 'emailnya siti88gmail.com', 'emailnya ⟦EMAIL-1⟧'],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'lpse@kota.go.id, cs@pdam.kota.go.id, bag.hukum@kota.go.id, bkn@bkn.go.id',
    'ikuti instagram @gmail',
    'ig nya @sari.batik ramai',
    'buka www.gmail.com atau https://mail.yahoo.com/',
    '12 dus @ Rp. 50.000, kopi @ toko, com lain',
    'hak cipta © kota.go.id',
  ])('but not in %j', (text) => {
    expect(detect(text)).toEqual([])
  })
})
