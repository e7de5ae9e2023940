// Bank accounts: 10 to 16 digits of no common form. Only a label or the name of a bank before them tells.
import { bankNames } from '../lexicon/banks.ts'
import type { NumberCandidate, Verdict } from './number.ts'

/** A slash parts columns: "Bank Pembangunan Daerah / 0817…" is where somebody works, and a phone. */
const label = new RegExp(
  `(?:\\b(?:rekening|rek|norek|no_rek\\w*|virtual account|va)\\b|\\bbank\\b|\\b(?:${bankNames.join('|')})\\b)[^\\d/]{0,30}$`,
)
/** The bank may follow: "ditransfer ke 1234567890 BCA"; or the owner stand between: "rekening a.n. Ana, no. 1234567890". */
const weakLabel =
  /(?:\b|di|men)transfer(?:kan)? (?:[a-z]{1,14} )?(?:ke|melalui) {1,2}$|\b(?:rekening|rek)\b[^\d/]{0,60}\bno[.:]? {0,2}$/
/** "kode rekening 5.1.02.01.01.0024" is a budget account (Permendagri 90/2019), not a bank's. */
const budgetCode = /\bkode rekening[^\d]{0,30}$/

/** An account if a label or a bank stands before it. */
export function judgeBankAccount({ shape, gaps, before }: NumberCandidate): Verdict | undefined {
  const isLabelled = label.test(before)
  if (!(isLabelled || weakLabel.test(before)) || budgetCode.test(before)) return undefined
  const codeOfDots = shape.split('-').length > 4 && shape !== '4-2-6-2-1' && /^\.+$/.test(gaps)
  return codeOfDots ? undefined : { type: 'BANK_ACCOUNT', sureness: isLabelled ? 3 : 1 }
}
