// The list of detectors. To add a type: a file in detectors/, an entry here, a word in finding.ts.
import { model as codeModel } from './codes/model.ts'
import { findCodes } from './codes/tagger.ts'
import { findAddresses } from './detectors/address.ts'
import { findBirthDates } from './detectors/birth-date.ts'
import { findBrokenNumbers } from './detectors/broken-number.ts'
import { findCoordinates, withoutLoneCoordinates } from './detectors/coordinates.ts'
import { findDictatedNumbers } from './detectors/dictated-number.ts'
import { findEmails } from './detectors/email.ts'
import { findLabelledCodes } from './detectors/labelled-code.ts'
import { findNumbers } from './detectors/number.ts'
import { findPassports } from './detectors/passport.ts'
import { findPersons } from './detectors/person.ts'
import { findPhonesWithSlashes } from './detectors/phone.ts'
import { findPlates } from './detectors/plate.ts'
import { findSecretCells, findSecrets } from './detectors/secret.ts'
import type { Finding } from './finding.ts'
import { read, type Reading } from './reading.ts'
import { findFalsePlaceholders, findPlaceholders } from './placeholder.ts'
import { joinFindings, outside } from './spans.ts'

/** A detector gets what was read of the text once for all; it must take linear time. */
type Detector = (reading: Reading) => Finding[]

/** In a text without a digit there is nothing for it: much of what staff send is one plain sentence. */
const ofDigits =
  (find: Detector): Detector =>
  (reading) =>
    reading.runs.length === 0 ? [] : find(reading)

/** The surest first: where two overlap, the earlier one names the type. */
const detectors: readonly Detector[] = [
  ({ text }) => findFalsePlaceholders(text),
  (reading) => [...findSecrets(reading), ...findSecretCells(reading.text, reading.cells)],
  ({ text }) => findEmails(text),
  ofDigits(findPassports),
  ofDigits(findCoordinates),
  ofDigits((reading) => {
    const whole = findNumbers(reading)
    return [...whole, ...findBrokenNumbers(reading, whole)]
  }),
  findDictatedNumbers,
  ofDigits(({ text }) => findPhonesWithSlashes(text)),
  ofDigits(findLabelledCodes),
  ofDigits(findBirthDates),
  ofDigits(findPlates),
  findAddresses,
]

/** "0857 1122 33xx": somebody has hidden it already. */
const masked = /^(?:xx|[*•]{2})/i

/**
 * Finds personal data in a text.
 *
 * Takes any string, lone surrogates included. Returns findings in order, without overlaps; what already is a
 * placeholder is never part of one. Throws nothing. What is hidden and what stays follows the redaction policy of the
 * project (docs/redaksi.md): strong identifiers, names, addresses and birth dates; offices, posts and amounts stay.
 */
export function detect(text: string): Finding[] {
  const reading = read(text)
  const ruled = findByRules(reading)
  const found = joinFindings([ruled.findings, findCodes(reading, ruled, codeModel)])
  // Doubtful names alone, in a text where nothing else speaks of a person, are rather things.
  const kept = ruled.isSure || found.length > ruled.findings.length ? found : []
  const shown = kept.filter(({ end }) => !masked.test(text.slice(end, end + 2)))
  return outside(withoutLoneCoordinates(reading.text, shown), findPlaceholders(text))
}

export interface Ruled {
  /** In order, without overlaps. */
  findings: Finding[]
  /** One of them at least is a person's for sure: not a doubtful name. */
  isSure: boolean
}

/** Takes what was read of a text. Returns what the detectors find, without what only its surroundings tell. */
export function findByRules(reading: Reading): Ruled {
  const persons = findPersons(reading)
  const lists = [...detectors.map((find) => find(reading)), persons.findings]
  const findings = joinFindings(lists)
  return { findings, isSure: persons.isSure || findings.some(({ type }) => type !== 'PERSON') }
}
