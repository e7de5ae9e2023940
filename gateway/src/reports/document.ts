// A paper for an officer: headings, sentences and tables, as one HTML file that prints well and loads nothing.

export interface Paper {
  title: string
  parts: { heading: string; text?: string[]; table?: Table }[]
}

export interface Table {
  heads: string[]
  rows: (string | number)[][]
}

const style =
  'body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2733}' +
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid #8a94a0;padding:.3rem .5rem;text-align:left;vertical-align:top}' +
  'th{background:#eef1f4}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:1.5rem}@media print{h2{break-after:avoid}tr{break-inside:avoid}}'

export function htmlOf({ title, parts }: Paper): string {
  const body = parts.map(
    ({ heading, text = [], table }) =>
      `<h2>${escaped(heading)}</h2>${text.map((line) => `<p>${escaped(line)}</p>`).join('')}${table ? tableOf(table) : ''}`,
  )
  return (
    `<!doctype html><html lang="id"><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style>` +
    `<h1>${escaped(title)}</h1>${body.join('')}</html>\n`
  )
}

function tableOf({ heads, rows }: Table): string {
  if (rows.length === 0) return '<p>Belum ada data.</p>'
  const line = (cells: (string | number)[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(String(cell))}</${tag}>`).join('')}</tr>`
  return `<table><thead>${line(heads, 'th')}</thead><tbody>${rows.map((row) => line(row, 'td')).join('')}</tbody></table>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
