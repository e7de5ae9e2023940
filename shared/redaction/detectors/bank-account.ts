// Bank accounts: 9 to 16 digits of no common form. Only a label or the name of a bank tells.
import { bankNames, walletNames } from '../lexicon/banks.ts'
import { isPublicNumber } from './label.ts'
import type { NumberCandidate, Verdict } from './number.ts'

const account =
  'rek(?:en+ing|ning|enig|eningnya|eni?lng|ing|g)?|rkn(?:in)?g|norek\\w*|virtual (?:account|akun)|nomor virtual|(?<!\\d ?)va|va(?=[=:])|acc(?:oun)?t?|a/c|akun bank|nomor akun(?! belanja)|tabungan|giro|simpedes|britama|taplus|deposito|briva'
/** A slash between blanks parts columns: "Bank Pembangunan Daerah / 0817…" is where somebody works, and a phone. */
const between = '(?:[^\\d/]|(?<! )/(?! ))'
const label = new RegExp(
  `\\b(?:${account})\\b(?:(?!\\w{4}\\. )[^\\d]){0,70}$|\\b(?:bank|${bankNames.join('|')})\\b${between}{0,30}$` +
    `|\\b(?:bank|${bankNames.join('|')})\\b${between}{0,50}\\b(?:cabang|kcp|kc|capem|a\\.?n|a/n|atas nama|nomor|no)\\b[^\\d]{0,40}$` +
    // A list below what a bank says of transfers.
    `|\\bbank\\b${between}{0,40}\\b(?:transaksi|transfer|penerima|pencairan|penyaluran)\\b${between}{0,60}: [a-z .,']{2,40}[-–:|] $` +
    `|\\b(?:${walletNames.join('|')})[ :-]{1,3}(?:no(?:mor|\\.)?[ :]{0,2}|a\\.?n\\.? [a-z ]{0,24})?$`,
)
/** The bank may follow: "ditransfer ke 1234567890", "kirim uang via 1234567890", "pindah buku dari 1234567890". */
const weakLabel =
  /\b(?:pindah ?buku|(?:auto)?deb[ei]t|trf|transfer)(?: (?:dari|ke))?[ :]{1,3}$|\b(?:di|me)?kirim(?:kan)? ke {1,2}$|\btransfer\b.{0,40}\b(?:dari|ke|pengirim|penerima)[ :]{1,4}$|(?:(?:\b|di|men)(?:transfer|tf|trf)(?:kan)? (?:[a-z]{1,14} ){0,4}|\b(?:di|me)?(?:kirim|ngirim)(?:kan)? (?:uang|duit|dana) )(?:ke|melalui|via|lewat) {1,2}$/
/** "kode rekening 5.1.02.01.01.0024" is a budget account (Permendagri 90/2019), not a bank's; nor is that of a meter. */
export const otherAccount =
  /\b(?:kode|kd)\.? rek|\brek(?:ening)? (?:belanja|kegiatan|retribusi|pendapatan|pajak)|(?<!\bva )\b(?:listrik|air|pdam|pln|telkom|idpel|id pel\w*|meter\w*|sambungan|pelanggan)\b[^\d]{0,30}$/
/** "Saham BJB 123456789 lembar": the bank's own, whatever its form. */
const sumOfBank = /\b(?:laba|saham|simpanan|kur|csr)\b[^\d]{0,30}$/
/** What makes an account even of a round number. */
const named = /\b(?:(?:no|nomor)\b|no ?rek|va\b)/
/** "dibayarkan ke rekening Bank Jatim 1.204.663.918" */
const paidTo = /\bke (?:no(?:mor|\.)? )?rek(?:ening)?\.? [a-z ]{2,20}$/
/** What a bank holds rather than the number of somebody's account there. */
const sum = /\b(?:saldo|(?<!rek(?:ening)? )kas|modal|sebesar|senilai|nominal|jumlah|total)\b[^\d]{0,30}$/
/** "kas di Bank Muamalat 0411829063863": no sum begins with a nought, and few have ten digits in one piece. */
const direct = new RegExp(`\\b(?:bank )?(?:${bankNames.join('|')}) {1,2}$`)
/** "rek. Bank Kalsel 001.03.01.24417.6": the accounts of a budget are in no bank. */
const ofBank = new RegExp(`\\b(?:no rek|rek[a-z.]{0,8} (?:bank|${bankNames.join('|')})\\b)[^\\d]{0,24}$`)
const amount = /^[1-3](?:-3){2,}$/

/** "Dari  SITI KHOLIFAH", and the account alone on the next line, as slips of transfers have it. */
const party = /^(?:dari|ke|penerima|pengirim|tujuan|sumber)\b[ \t:]{1,12}[a-z .']{3,40}\s*$/
const isOfSlip = ({ alone, before }: NumberCandidate) => alone && party.test(before)

/** "Siti Aminah	'0123…", as a spreadsheet keeps noughts, where banks are spoken of. */
const isQuoted = ({ before, above }: NumberCandidate) =>
  /[a-z][\t ]{1,3}'$/.test(before) && /\b(?:bank|rek\w*|norek)\b/.test(above())

/** Nine digits are an account where the word or a bank stands right before them; elsewhere they are anything. */
const fewestUsual = 10
const near = new RegExp(
  `\\b(?:no ?rek\\w*|rek\\w{0,8}(?: (?:bank|${bankNames.join('|')}))?|bank (?:${bankNames.join('|')})|(?:${bankNames.join('|')}))["' .:=-]{0,6}(?:no(?:mor|\\.)?[ .:]{0,3})?$`,
)

/** Only virtual ones are longer. */
const longestAccount = 16
const virtual = /\b(?:va|briva|virtual account)\b[^\d]{0,24}$/

/** Banks that are called as people are: "Mega 0812…" is somebody's phone. */
const calledAlike = /(?:^|[^a-z ]) ?(?:mega|permata|jago)[ :-]{1,3}$/

/** An account if a label or a bank stands before it. */
export function judgeBankAccount(candidate: NumberCandidate): Verdict | undefined {
  const { digits, shape, gaps, before } = candidate
  const isLabelled = label.test(before)
  if (digits.length < fewestUsual && !(near.test(before) && gaps.length < 3)) return undefined
  if (digits.length > longestAccount && !virtual.test(before)) return undefined
  if (!isLabelled && !weakLabel.test(before) && !isOfSlip(candidate) && !isQuoted(candidate)) return undefined
  if (calledAlike.test(before) && /^08[1-9]\d{7,10}$/.test(digits)) return undefined
  if (otherAccount.test(before) || isPublicNumber(before)) return undefined
  const isBare = digits.startsWith('0') || gaps === '' || /[4-9]/.test(shape)
  if (sumOfBank.test(before) || (sum.test(before) && !(isBare && direct.test(before)))) return undefined
  // "hibah lewat BJB 1500000000"
  if (gaps === '' && /^[1-9]\d*0{6,}$/.test(digits) && !named.test(before)) return undefined
  const isDotted = /^\.+$/.test(gaps)
  const isCode = isDotted && shape.split('-').length > 4 && shape !== '4-2-6-2-1'
  return (isCode && !ofBank.test(before)) ||
    (isDotted && amount.test(shape) && !digits.startsWith('0') && !paidTo.test(before))
    ? undefined
    : { type: 'BANK_ACCOUNT', sureness: isLabelled ? 3 : 1 }
}
