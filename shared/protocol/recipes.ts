// Recipes: an office's own actions as a form, and what becomes of it: a template that is filled in, an instruction that a
// model follows, or both. Made by an admin in the policy, or by staff from a template of their own.
import * as z from 'zod/mini'

export const fieldKinds = ['text', 'long', 'date', 'office', 'choice'] as const

/** At most so many characters of a text, and so many of a list. */
export const recipeLimits = {
  id: 60,
  name: 80,
  hint: 300,
  instruction: 2000,
  template: 8000,
  label: 80,
  choice: 120,
  choices: 50,
  fields: 30,
  recipes: 100,
} as const

const Text = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most))
export const RecipeId = z.string().check(z.regex(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/))

const field = {
  /** The slot `{{id}}` of the template takes its value, so it is written as slots are. */
  id: z.string().check(z.regex(/^[\p{L}\p{N}_]{1,60}$/u)),
  /** Stands before the value in what is sent: one line, no colon, and nothing that means something there. */
  label: Text(recipeLimits.label).check(z.regex(/^[^:\n\r{}⟦⟧]+$/)),
  kind: z.enum(fieldKinds),
  choices: z.optional(
    z.array(Text(recipeLimits.choice)).check(z.minLength(1), z.maxLength(recipeLimits.choices)),
  ),
  required: z._default(z.boolean(), false),
}
const recipe = {
  id: RecipeId,
  name: Text(recipeLimits.name),
  hint: z.optional(Text(recipeLimits.hint)),
  /** What a model is told; the office's own word, trusted like our prompts. */
  instruction: z.optional(Text(recipeLimits.instruction)),
  /** With slots. Without a model it is the whole answer, with one the frame. */
  template: z.optional(Text(recipeLimits.template)),
  /** Whether the page's text goes along. */
  readsPage: z._default(z.boolean(), false),
}

const hasChoices = z.refine<{ kind: string; choices?: unknown }>(
  ({ kind, choices }) => (kind === 'choice') === (choices !== undefined),
  { path: ['choices'] },
)
const differ = (of: 'id' | 'label') =>
  z.refine<readonly { id: string; label?: string }[]>(
    (list) => new Set(list.map((one) => one[of])).size === list.length,
  )
const saysWhat = z.refine<{ instruction?: unknown; template?: unknown }>(
  ({ instruction, template }) => instruction !== undefined || template !== undefined,
  { path: ['instruction'] },
)

/** As an admin writes it: nothing unknown, nothing twice. */
export const Recipe = z
  .strictObject({
    ...recipe,
    fields: z
      .array(z.strictObject(field).check(hasChoices))
      .check(z.maxLength(recipeLimits.fields), differ('id'), differ('label')),
  })
  .check(saysWhat)
export type Recipe = z.infer<typeof Recipe>
export type RecipeField = Recipe['fields'][number]
export const Recipes = z.array(Recipe).check(z.maxLength(recipeLimits.recipes), differ('id'))

const KnownRecipe = z.object({ ...recipe, fields: z.array(z.object(field)) }).check(saysWhat)

/** As a browser takes it: one that a newer gateway writes another way is left out, and the others stay. */
export const KnownRecipes = z.pipe(
  z.array(z.unknown()),
  z.transform((list) =>
    list.flatMap((one): Recipe[] => {
      const known = KnownRecipe.safeParse(one)
      return known.success ? [known.data] : []
    }),
  ),
)
