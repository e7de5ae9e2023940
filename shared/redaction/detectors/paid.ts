// Accounts that only a payment tells: a number between whom it is of and how much.
import { nameWordKind } from '../name-word.ts'
import type { NumberCandidate } from './number.ts'

/** "TRSF E-BANKING DB SITI AMINAH 36654589745 250.000,00", as a bank lists what moved. */
const moved = /\b(?:trsf|transfer|bi-?fast|rtgs|kliring)\b[^\d\n]{0,60}$/
const sum = /^ {1,6}\d{1,3}(?:[.,]\d{3}){0,4}[.,]\d\d(?!\d)/
/** "malah masuk ke 7522174788 a.n. Haidar", where payments are spoken of. */
const inNameOf = /^ {1,2}(?:a\.?n\.?|a\/n|atas nama) {1,2}[a-z]/i
const payment = /\b(?:transfer\w*|ditransfer|rek(?:ening)?|bank|tf|setor\w*|cair\w*)\b/
/** "Ramlan 340201022017509 Rp500.000" */
const price = /^ {1,2}(?:rp|idr)(?![a-z])/i
const wordBefore = /(?:^|[\n\d.)] ?|[a-z'] )([a-z']{3,}) {1,2}$/
/** "Siti Aminah; 0913…; Rp50.000" */
const priceCell = /^ {0,2}[;,|#\t] {0,2}(?:(?:rp|idr)(?![a-z])|[\d.,]{1,15} ?(?:ribu|rb|juta|jt)\b)/i
const wordInCellBefore = /([a-z']+)[.)]? ?[;,|#\t–-] {0,3}$/

/** @returns whether somebody is paid to that number; "Semen 1234567890 Rp50.000" is nobody. `behind`: what follows it */
export function isPaid({ above, before }: NumberCandidate, behind: string): boolean {
  if (moved.test(before) && sum.test(behind)) return mayBeName(wordBefore, above())
  if (inNameOf.test(behind) && payment.test(above())) return true
  if (price.test(behind)) return mayBeName(wordBefore, above())
  return priceCell.test(behind) && mayBeName(wordInCellBefore, above())
}

function mayBeName(place: RegExp, before: string): boolean {
  const word = place.exec(before.slice(-40))?.[1]
  return word !== undefined && nameWordKind(word) !== 'ordinary'
}
