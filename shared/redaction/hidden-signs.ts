// Signs that nobody sees. Between digits or letters they part nothing for a reader, but a plain search would trip on them.

// What no script and no emoji needs: signs that reorder, invisible operators, tag characters.
const meaningless = /[\u180e\u202a-\u202e\u2060-\u2064\u2066-\u2069]|\udb40[\udc00-\udc7f]/g
/** All that is not drawn: also soft hyphen, zero-width signs, direction marks, variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu

/**
 * Removes signs that a reader cannot see and that mean nothing to him, but could carry words to a model.
 *
 * Takes any text. Returns it without tag characters, bidirectional overrides and isolates, word joiners and invisible
 * operators; joiners of emoji and scripts and variation selectors stay. Throws nothing.
 */
export function withoutHiddenSigns(text: string): string {
  return text.replace(meaningless, '')
}

/** Whether an invisible sign, or half of one, is at a place. */
export function isHiddenAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (!(code >= 0xad)) return false
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff
  return !visible(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 0))
}

/** Removes every invisible sign, to read a number or an address. */
export function visible(text: string): string {
  return text.replace(invisible, '')
}
