// What a detector reports, and the word by which each type is known to the model.
import { matchesOf } from './matches.ts'

/** All types that can be hidden; `LAIN` is what the officer marked by hand. */
export type FindingType =
  | 'NIK'
  | 'KK'
  | 'NPWP'
  | 'NIP'
  | 'BPJS'
  | 'PASSPORT'
  | 'SIM'
  | 'PLATE'
  | 'PHONE'
  | 'EMAIL'
  | 'BANK_ACCOUNT'
  | 'CREDIT_CARD'
  | 'IMEI'
  | 'COORD'
  | 'MEDICAL_RECORD'
  | 'LAND_CERT'
  | 'NOP'
  | 'SECRET'
  | 'ADDRESS'
  | 'DOB'
  | 'PERSON'
  | 'LAIN'

/** A stretch of text to hide: UTF-16 offsets, end exclusive. */
export interface Finding {
  start: number
  end: number
  type: FindingType
}

/**
 * The word inside a placeholder. The model reads and writes Indonesian, so it says "NAMA" where English would not
 * tell it what the gap stands for; abbreviations that every officer knows stay.
 */
export const labels: Readonly<Record<FindingType, string>> = {
  NIK: 'NIK',
  KK: 'KK',
  NPWP: 'NPWP',
  NIP: 'NIP',
  BPJS: 'BPJS',
  PASSPORT: 'PASPOR',
  SIM: 'SIM',
  PLATE: 'PELAT',
  PHONE: 'TELEPON',
  EMAIL: 'EMAIL',
  BANK_ACCOUNT: 'REKENING',
  CREDIT_CARD: 'KARTU',
  IMEI: 'IMEI',
  COORD: 'KOORDINAT',
  MEDICAL_RECORD: 'REKAM',
  LAND_CERT: 'SERTIFIKAT',
  NOP: 'NOP',
  SECRET: 'RAHASIA',
  ADDRESS: 'ALAMAT',
  DOB: 'LAHIR',
  PERSON: 'NAMA',
  LAIN: 'LAIN',
}

/** Makes a finding of every match of a pattern whose form alone tells the type. */
export function findMatches(text: string, pattern: RegExp, type: FindingType): Finding[] {
  return matchesOf(text, pattern).map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    type,
  }))
}
