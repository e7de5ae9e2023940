// What the slots of drafts are called, and what one might write there.
import labels from './slot-labels.json' with { type: 'json' }

interface SlotWords {
  label: string
  /** The label for those whose panel is in English; the draft, and so the example, stays Indonesian. */
  english: string
  example: string
}

const slotWords: Record<string, SlotWords> = labels

/** @returns the label of a slot's field: "opd_tujuan" → "OPD tujuan"; of an unknown slot, its name in words. */
export function slotLabel(name: string, language: 'id' | 'en' = 'id'): string {
  const known = knownSlot(name)
  if (known !== undefined) return language === 'en' ? known.english : known.label
  const words = name.replaceAll('_', ' ').trim().replace(/ +/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** @returns what one might write there, "mis. 4 Desember 2025", or ''. */
export function slotExample(name: string): string {
  return knownSlot(name)?.example ?? ''
}

/** The name comes from a text of others: "toString" is no slot of ours. */
function knownSlot(name: string): SlotWords | undefined {
  return Object.hasOwn(slotWords, name) ? slotWords[name] : undefined
}
