// The language of what reaches an office, so that the direction of a translation is right before anyone chooses.
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../shared/source/language.ts'

describe('a text', () => {
  it.each([
    ['id', 'Lampu jalan di depan pasar padam sejak Senin malam. Mohon segera diperbaiki karena gelap.'],
    ['id', 'min kapan sampah di gang saya diangkut, udah seminggu gak ada yg datang'],
    ['id', 'KEPADA YTH. KEPALA DINAS PERHUBUNGAN. DENGAN INI KAMI MOHON IZIN UNTUK ACARA TERSEBUT.'],
    ['id', 'Pak, file report sudah saya upload ke Google Drive, tolong di-review ya, deadline besok.'],
    ['en', 'We would like to know which permits are required for a cold storage facility in Tangerang.'],
    ['en', 'Dear Sir or Madam, please find attached the letter from our office.'],
    ['zh', '我们想在坦格朗开设一家工厂，请问需要哪些许可证？'],
    ['ja', '唐格朗での会社設立に必要な許可について教えてください。'],
    ['ko', '탕에랑에서 회사를 설립하려면 어떤 허가가 필요합니까?'],
    ['ar', 'نود معرفة التصاريح المطلوبة لفتح شركة في تانغرانغ.'],
    ['su', 'Punten, lampu di gang abdi tos teu hurung ti dinten Senen, hoyong dilereskeun. Hatur nuhun.'],
    [
      'jv',
      'Nuwun sewu, dalan ing ngarep griya kula rusak sampun suwe, dereng wonten sing ndandani. Matur nuwun.',
    ],
  ] as const)('is %s: %s', (language, text) => {
    expect(languageOf(text)).toBe(language)
  })

  it.each(['', '12345', 'ADU-2026-0142', 'OK', 'Jl. Melati 5'])('too short to tell is none: %j', (text) => {
    expect(languageOf(text)).toBeNull()
  })

  it('in Indonesian stays so with a name or title in another script', () => {
    expect(languageOf('Surat dari PT 北京 untuk Kepala Dinas sudah diterima pada hari ini.')).toBe('id')
  })
})
