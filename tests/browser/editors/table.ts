// docs/editors.md: what was tried, and what each field took.
import { format } from 'prettier'
import type { Refusing, Target } from './targets.ts'

const heads = {
  model: 'Isi',
  lines: 'Baris',
  undone: 'Ctrl+Z',
  takenBack: 'Batalkan',
  replaced: 'Ganti',
  typing: 'Ketik',
  sent: 'Kirim',
}
export type Column = keyof typeof heads
export type Row = Record<Column, boolean>
export const columns = Object.keys(heads) as Column[]

const introduction = `# Editor yang dapat ditulisi

Ditulis oleh \`npm run test:editors\`, yang mencoba setiap baris di Chromium dengan ekstensi yang sesungguhnya. Sebuah
draf empat baris disisipkan di tengah teks yang sudah ada.

- **Isi**: draf masuk satu kali, di tempat kursor, ke dalam model editor itu sendiri, dan teks lama tetap ada.
- **Baris**: setiap baris draf tetap satu baris, tanpa baris tambahan.
- **Ctrl+Z**: satu kali Ctrl+Z mengembalikan teks lama.
- **Batalkan**: tombol "Batalkan sisipan" mengembalikan teks lama.
- **Ganti**: draf mengganti teks yang dipilih.
- **Ketik**: sesudah itu petugas dapat terus mengetik.
- **Kirim**: tombol kirim milik portal mengirim semuanya.
`

export function tableOf(
  targets: readonly Target[],
  rows: ReadonlyMap<Target, Row>,
  refusing: readonly Refusing[],
): Promise<string> {
  const lines = targets.map((target) => {
    const row = rows.get(target)
    return [target.name, ...columns.map((column) => (row?.[column] ? 'ya' : 'tidak'))]
  })
  const reasons = targets.flatMap(({ name, cannot = {} }) =>
    columns.flatMap((column) => (cannot[column] ? [`- ${name}, ${heads[column]}: ${cannot[column]}`] : [])),
  )
  const text = [
    introduction,
    table(['', ...Object.values(heads)], lines),
    ...(reasons.length > 0 ? ['## Mengapa tidak', reasons.join('\n')] : []),
    '## Yang tidak ditulisi',
    'Draf tidak masuk, panel mengatakannya, dan draf dapat disalin.',
    table(
      ['', 'Mengapa'],
      refusing.map(({ name, why }) => [name, why]),
    ),
  ]
  return format(text.join('\n\n'), { parser: 'markdown', printWidth: 120 })
}

function table(heads: string[], lines: string[][]): string {
  return [heads, heads.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
