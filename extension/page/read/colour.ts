// Whether ink can be told from its ground. Only what the browser gives as rgb() or color(srgb) is reckoned; other
// notations of a page count as different unless they are the same.

/** Below this contrast nobody sees that there is text: #eee on white. A pale grey that is still read has 1.5 and more. */
const leastContrast = 1.2

/** @returns the letters' colour on their ground can be seen. Remembered, for a page has few pairs and many texts. */
export function canBeTold(ink: string, ground: string): boolean {
  if (ground === '') return true
  const pair = `${ink}|${ground}`
  let told = pairs.get(pair)
  if (told === undefined) {
    if (pairs.size > 1000) pairs.clear()
    pairs.set(pair, (told = contrast(ink, ground) >= leastContrast))
  }
  return told
}
const pairs = new Map<string, boolean>()

export function isClear(colour: string): boolean {
  return colour === 'rgba(0, 0, 0, 0)' || /^(rgba\(.+, 0\)|.+ \/ 0\))$/.test(colour)
}

/** @returns the colour that a thin layer gives on what it lies on; '' where that can't be known. */
export function layered(colour: string, below: string): string {
  if (!colour.startsWith('rgba')) return colour
  const [top, ground] = [parts(colour), parts(below)]
  return top && ground ? `rgb(${mixed(top, ground).join(', ')})` : ''
}

function contrast(ink: string, ground: string): number {
  const [top, below] = [parts(ink), parts(ground)]
  if (!top || !below) return ink === ground ? 1 : 21
  const [one, two] = [luminance(mixed(top, below)), luminance(below)]
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05)
}

function parts(colour: string): number[] | null {
  const numbers = (colour.match(/[\d.]+(?:e-\d+)?/g) ?? []).map(Number)
  if (/^rgba?\(/.test(colour)) return numbers
  // What color-mix() comes out as: shares of one.
  if (!colour.startsWith('color(srgb ')) return null
  return numbers.map((value, at) => (at < 3 ? value * 255 : value))
}

function mixed(top: number[], below: number[]): number[] {
  const cover = top[3] ?? 1
  return [0, 1, 2].map((at) => (top[at] ?? 0) * cover + (below[at] ?? 0) * (1 - cover))
}

function luminance(rgb: number[]): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
