// Lines of a summary: a heading, what follows it, and items on lines of their own.
import { bare, shorten } from '../../../../shared/content/index.ts'

/** A heading, what follows it, items on lines of their own, and how many of them. */
export type Row = [name: string, value: string | undefined, items?: string[], most?: number]

export const longestLine = 600
const longestItem = 240
export const unsaid = 'tidak disebut'
export const itemsFor = { singkat: 3, sedang: 7, lengkap: 20 }

/** @returns the rows that say something, as lines; an item begins with "- ". */
export function found(rows: Row[]): string[] {
  return rows.flatMap(([name, value, items = [], most = items.length]) => {
    if (!value && items.length === 0) return []
    const rest = items.length - most
    return [
      `${name}:${value ? ` ${shorten(bare(value), longestLine)}` : ''}`,
      ...items.slice(0, most).map((item) => `- ${shorten(bare(item), longestItem)}`),
      ...(rest > 0 ? ['- (butir lain ada dalam naskah)'] : []),
    ]
  })
}
