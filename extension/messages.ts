// What the extension's parts may ask of each other: one typed map, parsed on arrival, sender checked. The page itself
// is never a sender: content scripts live in their own world, and nothing listens to window messages.
import * as z from 'zod/mini'
import { HelperName } from '../shared/protocol/index.ts'
import type { PageAsk } from './page-ask.ts'

/** Kept apart: the page parses it without this file's schemas. */
export type { PageAsk } from './page-ask.ts'

export const SelectionRead = z.object({ text: z.string() })

/**
 * `html` holds what is visible, as plain structure without attributes that could load anything. `data-block` numbers the
 * elements with text of their own, for this reading.
 */
export const PageRead = z.object({
  html: z.string(),
  reading: z.number(),
  /** Where the frame stands, by the numbers of `data-frame` from the top frame down; null where that is unknown. */
  path: z.nullable(z.array(z.number())),
  title: z.string(),
  /** A dialog lies over the page, and only it was read. */
  dialog: z.boolean(),
  /** The frame is an editor's own: not a source. */
  editor: z.boolean(),
  /** Somebody is to fill fields in here: an app, not an article. */
  form: z.boolean(),
  /** The page was too large; what is left out came after the rest. */
  cut: z.boolean(),
  area: z.number(),
  /** Text that nobody sees speaks to a model. It was not read. */
  hiddenInjection: z.boolean(),
})
export type PageRead = z.infer<typeof PageRead>

export const FieldRead = z.object({
  field: z.nullable(
    z.object({
      label: z.string(),
      /** UTF-16 units that still fit, as HTML `maxlength` counts; null = no limit known. */
      room: z.nullable(z.number()),
      /** ms since 1970, to find the newest over all frames. */
      focusedAt: z.number(),
    }),
  ),
})
export type FieldRead = z.infer<typeof FieldRead>

export const InsertCode = z.enum(['field_missing', 'field_refused', 'field_too_short', 'undo_refused'])
export const InsertRead = z.object({ code: z.nullable(InsertCode) })
export type InsertRead = z.infer<typeof InsertRead>

export const LettersRead = z.object({
  letters: z.array(
    z.object({
      url: z.string(),
      kind: z.enum(['pdf', 'docx']),
      /** Its title or the words of its link; may be empty. */
      name: z.string(),
      /** Seen in a frame; else only linked to. */
      shown: z.boolean(),
      /** The frame can fetch it itself: no other site is asked. */
      own: z.boolean(),
    }),
  ),
})
export type LettersRead = z.infer<typeof LettersRead>

/** A piece of a file, base64, and the size of the whole in bytes. */
export const FileRead = z.object({
  code: z.nullable(z.enum(['letter_unreachable', 'letter_too_large'])),
  size: z.number(),
  piece: z.string(),
})
export type FileRead = z.infer<typeof FileRead>

/** Whether the block is still on the page. */
export const ShowRead = z.object({ shown: z.boolean() })

/** What each ask is answered with. */
export const pageAnswers = {
  selection: SelectionRead,
  page: PageRead,
  field: FieldRead,
  insert: InsertRead,
  undo: InsertRead,
  letters: LettersRead,
  file: FileRead,
  show: ShowRead,
} as const
export type PageAnswer<A extends PageAsk['ask']> = z.infer<(typeof pageAnswers)[A]>

/** From the launcher in a page to the background. */
export const LauncherTell = z.discriminatedUnion('tell', [
  z.object({ tell: z.literal('open'), helper: HelperName }),
  z.object({ tell: z.literal('hide-launcher'), host: z.string() }),
])
export type LauncherTell = z.infer<typeof LauncherTell>

/** What the person asked for outside the panel, left for the panel of that tab to find. `null` = just to look. */
export const Intent = z.object({ helper: z.nullable(HelperName), at: z.number() })
export type Intent = z.infer<typeof Intent>
export const intentKey = (tabId: number) => `intent:${tabId}`
/** Set while the panel of that tab waits for a click that lets it into the page. */
export const waitingKey = (tabId: number) => `waiting:${tabId}`
/** What the panel of that tab keeps while the browser is open. */
export const panelKey = (tabId: number) => `panel:${tabId}`
