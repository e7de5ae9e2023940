// A filled form as text, one labelled line a value: so that redaction sees it as it sees everything else, and both sides
// read it alike. What a page says comes after it, and can't pass for a value.
const heading = 'Isian formulir:'
const pageHeading = 'Teks halaman:'
/** Begins the further lines of a value, so that none of them looks like another field's. */
const indent = '  '

interface Field {
  id: string
  label: string
}

/**
 * @param values by the fields' ids; what is blank is left out
 * @param page the page's text, or null where the recipe does not read it
 */
export function formText(
  fields: readonly Field[],
  values: Record<string, string>,
  page: string | null,
): string {
  const lines = fields.flatMap(({ id, label }) => {
    const value = Object.hasOwn(values, id) ? values[id]!.trim() : ''
    return value ? [`${label}: ${value.replace(/\s*\n\s*/g, `\n${indent}`)}`] : []
  })
  const form = [heading, ...lines].join('\n')
  return page === null ? form : `${form}\n\n${pageHeading}\n${page}`
}

/** @returns the values by the fields' ids, of a text that begins with a form; of any other, none. Linear time. */
export function formIn(text: string, fields: readonly Field[]): Record<string, string> {
  if (!text.startsWith(`${heading}\n`)) return {}
  const end = text.indexOf('\n\n')
  const lines = text.slice(heading.length + 1, end < 0 ? text.length : end).split('\n')
  const values: Record<string, string> = {}
  let open: string | null = null
  for (const line of lines) {
    if (line.startsWith(indent)) {
      if (open !== null) values[open] += `\n${line.slice(indent.length)}`
      continue
    }
    const at = line.indexOf(': ')
    const label = line.slice(0, Math.max(0, at))
    open = fields.find((field) => field.label === label)?.id ?? null
    if (open !== null) values[open] = line.slice(at + 2)
  }
  return values
}
