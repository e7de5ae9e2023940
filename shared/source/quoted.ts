// What a mail quotes of the mails before it: history that a summary or a reply should not take for the matter at hand.

/** The line with which mail programs head what they quote, in the languages that reach an office. */
const heads: readonly RegExp[] = [
  // "Pada Sen, 23 Nov 2026 pukul 09.10 Sari <…> menulis:", "On Mon, 23 Nov 2026 … wrote:"
  /^(?:Pada|Tanggal|On|El|Le|Am) .{6,200}(?:menulis|wrote|escribió|a écrit|schrieb) ?:[ \t]*$/im,
  /^-{2,} ?(?:Pesan asli|Pesan terusan|Original Message|Forwarded message|Pesan yang diteruskan) ?-{2,}[ \t]*$/im,
  // Outlook: a head of lines, "Dari: … Dikirim: …" or "From: … Sent: …".
  /^(?:Dari|From): .{3,200}\n(?:Dikirim|Sent|Tanggal|Date): .{6,80}\n(?:Kepada|Ke|To): /im,
  // Lines with the sign of quotation, three and more.
  /^>.*(?:\n>.*){2,}/m,
]
/** What stands before is the mail itself; less (UTF-16 units) is a head alone, and then the quote is what was sent. */
const shortestMail = 40
/** Less is not worth a fold. */
const shortestQuote = 120

/**
 * @param text of a page or mail
 * @returns the text without the history that it ends with, and that history; `quoted` is empty where there is none
 */
export function foldQuoted(text: string): { text: string; quoted: string } {
  const starts = heads.flatMap((head) => head.exec(text)?.index ?? [])
  const at = starts.filter((start) => start >= shortestMail).sort((a, b) => a - b)[0]
  if (at === undefined || text.length - at < shortestQuote) return { text, quoted: '' }
  return { text: text.slice(0, at).trimEnd(), quoted: text.slice(at) }
}
