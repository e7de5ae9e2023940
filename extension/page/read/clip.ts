// What `clip` and `clip-path` leave of a box. Shapes that can't be reckoned here count as leaving enough.

/** A strip as thin as this (px) shows no letter. */
export const thin = 3

/** @returns whether nothing that could be read is left of a box of this size. */
export function isClippedAway(style: CSSStyleDeclaration, width: number, height: number): boolean {
  const { clipPath, position } = style
  if (clipPath !== 'none' && leavesNothing(clipPath, width, height)) return true
  // It holds for these alone.
  const clip = position === 'absolute' || position === 'fixed' ? style.clip : ''
  if (!clip.startsWith('rect(')) return false
  const [top, right, bottom, left] = lengths(clip, [0, width, height, 0])
  return isThin(left, top, right, bottom, width, height)
}

function leavesNothing(shape: string, width: number, height: number): boolean {
  const [, kind, inner = ''] = /^(inset|polygon|circle|ellipse)\(([^()]*)\)/.exec(shape) ?? []
  if (kind === 'inset') {
    const given = inner.split(' round ')[0]!.split(' ')
    const [top, right = top, bottom = top, left = right] = given
    const [x, y] = [
      (text: string | undefined) => length(text, width),
      (text: string | undefined) => length(text, height),
    ]
    return isThin(x(left), y(top), width - x(right), height - y(bottom), width, height)
  }
  if (kind === 'polygon') {
    const points = inner.split(', ').filter((point) => point.includes(' '))
    const xs = points.map((point) => length(point.split(' ')[0], width))
    const ys = points.map((point) => length(point.split(' ')[1], height))
    return isThin(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), width, height)
  }
  if (!kind) return false
  const radii = inner.split(' at ')[0]!.split(' ')
  return radii.some((radius) => length(radius, Math.max(width, height)) * 2 <= thin)
}

/** The part of the shape that lies over the box; NaN (a sum, a word) makes no side thin. */
function isThin(
  left: number,
  top: number,
  right: number,
  bottom: number,
  width: number,
  height: number,
): boolean {
  const over = [Math.min(right, width) - Math.max(left, 0), Math.min(bottom, height) - Math.max(top, 0)]
  return over.some((side) => side <= thin)
}

function lengths(text: string, instead: [number, number, number, number]): [number, number, number, number] {
  const given = text.slice(text.indexOf('(') + 1, -1).split(/,? /)
  return instead.map((value, at) => {
    const found = parseFloat(given[at] ?? '')
    return Number.isNaN(found) ? value : found
  }) as [number, number, number, number]
}

function length(text: string | undefined, whole: number): number {
  const value = parseFloat(text ?? '')
  return text?.endsWith('%') ? (value * whole) / 100 : value
}
