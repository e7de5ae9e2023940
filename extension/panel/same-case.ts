// Whether two readings of a page are about the same matter. A portal's page changes by itself (clocks, counters, a
// saved answer), and that must not cost the officer what they filled in; the next complaint in the same frame must.

/**
 * @param before what a draft was made from
 * @param now what the page shows
 * @returns whether most of the earlier text still stands there, line by line, by its letters alone
 */
export function sameCase(before: string, now: string): boolean {
  const there = new Set(lines(now))
  const all = letters(now)
  let kept = 0
  let total = 0
  for (const line of lines(before)) {
    total += line.length
    if (there.has(line) || (line.length > 20 && all.includes(line))) kept += line.length
  }
  return total === 0 ? letters(before) === letters(now) : kept * 2 >= total
}

/** @returns whether all of a text still stands in another, whatever stands between its letters and digits. */
export function standsIn(part: string, whole: string): boolean {
  // Letters and digits only: the page's text has dashes and bars where a selection of a list or table has none.
  const squeeze = (value: string) => value.replace(/[^\p{L}\p{N}]+/gu, '')
  return part !== '' && squeeze(whole).includes(squeeze(part))
}

function lines(text: string): string[] {
  return text.split('\n').map(letters).filter(Boolean)
}

function letters(text: string): string {
  return text.replace(/[^\p{L}]+/gu, '').toLowerCase()
}
