// A scanner takes 0 for O and 1 for l. Inside a number such a letter is read as the digit that it was.

const digitOf: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
  b: '6',
}
const table = new Uint8Array(128)
for (const sign of Object.keys(digitOf)) table[sign.charCodeAt(0)] = 1
/** So many digits right beside a letter at the edge of a number make it a slip: "O8123456789", "327104411". */
const fewestBeside = 5
const fewestAfter = 7
const fewestInLong = 9

/** The same text, as long as before, with letters between digits read as digits. One pass. */
export function unslipped(text: string): string {
  let fixed = ''
  let done = 0
  const mend = (at: number) => {
    const code = text.charCodeAt(at)
    if (at < done || !(code < 128) || table[code] === 0 || !isSlip(text, at)) return
    fixed += text.slice(done, at) + digitOf[text.charAt(at)]
    done = at + 1
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 48 || code > 57) continue
    if (at > 0) mend(at - 1)
    mend(at + 1)
    if (isSign(text, at + 1)) mend(at + 2)
  }
  return done === 0 ? text : fixed + text.slice(done)
}

/** Another slip beside it counts as a digit, one step far: "0O8". */
function isSlip(text: string, at: number): boolean {
  // "%2B62…" is a plus in an address.
  if (text.charCodeAt(at - 2) === 37) return false
  const before = isDigit(text, at - 1) || (isSlipLetter(text, at - 1) && isDigit(text, at - 2))
  const after = isDigit(text, at + 1) || (isSlipLetter(text, at + 1) && isDigit(text, at + 2))
  if (before && after) return true
  if (before)
    return (
      (isBoundary(text, at + 1) && (digitsBefore(text, at) || isInLongNumber(text, at))) ||
      (isSign(text, at + 1) && isDigit(text, at + 2) && digitsBefore(text, at, 2))
    )
  // "08l2-5550-Ol42": the number goes on behind the sign.
  if (
    after &&
    isSign(text, at - 1) &&
    isDigit(text, at - 2) &&
    (isDigit(text, at - 3) || isInLongNumber(text, at))
  )
    return true
  if (after) return (at === 0 || isBoundary(text, at - 1)) && digitsAfter(text, at)
  // "198506-Z-012": the one digit between two signs. A bar there parts the columns of a table.
  return (
    text.charAt(at) !== '|' &&
    isSign(text, at - 1) &&
    isSign(text, at + 1) &&
    isDigit(text, at + 2) &&
    isDigit(text, at - 2) &&
    isInLongNumber(text, at)
  )
}

/** Nine digits and more before it, with no sign but those of numbers between. */
function isInLongNumber(text: string, at: number): boolean {
  let count = 0
  for (let step = 1; step <= 18 && (isDigit(text, at - step) || isSign(text, at - step)); step++)
    if (isDigit(text, at - step)) count++
  return count >= fewestInLong
}

function digitsBefore(text: string, at: number, fewest = fewestBeside): boolean {
  for (let step = 1; step <= fewest; step++) if (!isDigit(text, at - step)) return false
  return true
}

/** Two digits right behind, and as many in all as make a number of somebody: "O85 6211 7452". */
function digitsAfter(text: string, at: number): boolean {
  if (!isDigit(text, at + 2)) return false
  let count = 0
  for (let step = 1; step <= 14 && (isDigit(text, at + step) || isSign(text, at + step)); step++)
    if (isDigit(text, at + step)) count++
  return count >= fewestAfter
}

function isSlipLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 && table[code] === 1
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 47 && code < 58
}

function isSign(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 45 || code === 46
}

function isBoundary(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 32
  return !(code > 96 && code < 123) && !isDigit(text, at)
}
