// A class as somebody with its code sees it: all of classes.ts that a browser loads.
import * as z from 'zod/mini'

/** Capital letters and figures without look-alikes (0 O, 1 I L): read off a projector by forty people (domain §7). */
export const codeSigns = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const codeLength = 6

/** As typed: small letters and blanks are forgiven. */
export const ClassCode = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(40)),
    z.transform((typed: string) => typed.toUpperCase().replace(/[\s-]/g, '')),
  ),
  z.string().check(z.regex(new RegExp(`^[${codeSigns}]{${codeLength}}$`))),
)

/** What somebody with the code is shown before joining. */
export const ClassToJoin = z.object({
  name: z.string(),
  city: z.string(),
  offices: z.array(z.object({ id: z.string(), name: z.string() })),
  startsAt: z.string(),
  endsAt: z.string(),
  keysUntil: z.string(),
})
export type ClassToJoin = z.infer<typeof ClassToJoin>
