// How figures are counted: a mark for each thing that is right or wrong, summed up by measure.

/** One thing that was looked at. */
export interface Mark {
  measure: string
  /** A column or row of its own within the measure: a kind, a field, a check. */
  part?: string
  id: string
  right: boolean
  /** What is wrong, each thing once: an invented number, a name that is shown. */
  wrong?: string[]
}

export interface Share {
  right: number
  of: number
  /** Ids of those that are not right, with what is wrong where it can be said. */
  misses: string[]
  /** Things that are wrong: an answer may have several. */
  wrong: number
}

/** By measure, and by "measure/part". */
export type Shares = Map<string, Share>

export function sumUp(marks: readonly Mark[]): Shares {
  const shares: Shares = new Map()
  for (const mark of marks) {
    add(shares, mark.measure, mark)
    if (mark.part) add(shares, `${mark.measure}/${mark.part}`, mark)
  }
  return shares
}

function add(shares: Shares, name: string, { id, right, wrong = [] }: Mark): void {
  const share = shares.get(name) ?? { right: 0, of: 0, misses: [], wrong: 0 }
  share.of += 1
  share.wrong += wrong.length
  if (right) share.right += 1
  else share.misses.push(wrong.length > 0 ? `${id} (${wrong.join(', ')})` : id)
  shares.set(name, share)
}

/** @returns the parts of a measure, in order of appearance */
export function partsOf(shares: Shares, measure: string): [part: string, share: Share][] {
  return [...shares].flatMap(([name, share]) =>
    name.startsWith(`${measure}/`) ? [[name.slice(measure.length + 1), share] as [string, Share]] : [],
  )
}
