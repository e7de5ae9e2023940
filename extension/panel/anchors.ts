// Which block of the page a line of a summary speaks of: the one that shares its rarest words and numbers.

export interface Block {
  frameId: number
  reading: number
  /** Its number within that reading. */
  block: number
  text: string
}

/** A line must share so much of what it says, and so many words, before it points anywhere. */
const leastShare = 0.35
const fewestShared = 2

/** @returns finds the block for a line; undefined where none fits well enough. The words of the page are counted once. */
export function anchorFinder(blocks: readonly Block[]): (line: string) => Block | undefined {
  const found = blocks.map((block) => ({ block, words: new Set(wordsOf(block.text)) }))
  const counts = new Map<string, number>()
  for (const { words } of found) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const weight = (word: string) => Math.log(1 + found.length / (counts.get(word) ?? found.length))
  return (line) => {
    const wanted = [...new Set(wordsOf(line))]
    const all = sum(wanted.map(weight))
    let best: { block: Block; share: number } | undefined
    for (const { block, words } of found) {
      const shared = wanted.filter((word) => words.has(word))
      if (shared.length < Math.min(fewestShared, wanted.length)) continue
      // Of two that say as much the shorter says it more plainly.
      const share = sum(shared.map(weight)) / all - words.size / 10_000
      if (share > (best?.share ?? leastShare)) best = { block, share }
    }
    return best?.block
  }
}

/** Numbers whatever their length; of words those that carry meaning more often than not. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\d+|\p{L}{4,}/gu) ?? []
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
