// The list of detectors. To add a type: a file in detectors/, an entry here, a word in finding.ts.
import { findEmails } from './detectors/email.ts'
import { findNumbers } from './detectors/number.ts'
import { findPassports } from './detectors/passport.ts'
import { findPersons } from './detectors/person.ts'
import { findPhonesWithSlashes } from './detectors/phone.ts'
import { findPlates } from './detectors/plate.ts'
import { findSecrets } from './detectors/secret.ts'
import type { Finding } from './finding.ts'
import { scanNumbers, type NumberRun } from './number-runs.ts'
import { findFalsePlaceholders, findPlaceholders } from './placeholder.ts'
import { joinFindings, outside } from './spans.ts'

/** A detector reads the text, and the digit runs that were found in it once for all; it must take linear time. */
type Detector = (text: string, runs: readonly NumberRun[]) => Finding[]

/** The surest first: where two overlap, the earlier one names the type. */
const detectors: readonly Detector[] = [
  findFalsePlaceholders,
  findSecrets,
  findEmails,
  findPassports,
  findNumbers,
  findPhonesWithSlashes,
  findPlates,
  findPersons,
]

/**
 * Finds personal data in a text.
 *
 * Takes any string, lone surrogates included. Returns findings in order, without overlaps; what already is a
 * placeholder is never part of one. Throws nothing. What is hidden and what stays follows the redaction policy of the
 * project: strong identifiers and names that a cue announces; offices, posts, amounts and letter numbers stay.
 */
export function detect(text: string): Finding[] {
  const runs = scanNumbers(text)
  const found = joinFindings(detectors.map((find) => find(text, runs)))
  return outside(found, findPlaceholders(text))
}
