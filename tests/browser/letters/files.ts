// Letters as portals hold them, made on the spot: PDF as printers, scanners and careless offices make it, and DOCX.
import { crc32 } from 'node:zlib'

/** @param pages lines of each page; a page without lines is a picture, as a scanner makes it */
export function aPdf(pages: readonly (readonly string[])[], { locked = false } = {}): Buffer {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream('<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8', '\x80'),
  ]
  for (const [at, lines] of pages.entries()) {
    const contents = 6 + at * 2
    const resources = '<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>>>'
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources${resources}>>`,
      stream('<<', lines.length > 0 ? shown(lines) : 'q 595 0 0 842 0 0 cm /Im1 Do Q'),
    )
  }
  const trailer = locked
    ? `/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>/ID[<00><00>]`
    : ''
  return assembled(objects, trailer)
}

const stream = (head: string, content: string) =>
  `${head}/Length ${content.length}>>stream\n${content}\nendstream`

/** Text at 11 points with 14 points a line; an empty line leaves a gap, as between paragraphs. */
function shown(lines: readonly string[]): string {
  const written = lines.map((line, at) => {
    const escaped = line.replaceAll(/[\\()]/g, '\\$&')
    return line ? `BT /F1 11 Tf 60 ${780 - at * 14} Td (${escaped}) Tj ET` : ''
  })
  return written.join('\n')
}

function assembled(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Root 1 0 R/Size ${size}${trailer}>>\n`
  return Buffer.from(`${file}${end}startxref\n${file.length}\n%%EOF`, 'latin1')
}

/** @param body the elements of the document's body in WordprocessingML */
export function aDocx(body: string): Buffer {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return aZip({
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  })
}

export const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

export function row(...cells: string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
}

/** A ZIP whose files are stored as they are. */
function aZip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let place = 0
  for (const [name, text] of Object.entries(files)) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(content.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    const entry = Buffer.alloc(20)
    entry.writeUInt16LE(20, 0)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(place, 10)
    entries.push(Buffer.from('PK\x01\x02'), entry.subarray(0, 2), common, rest, path)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, content])
    parts.push(local)
    place += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...parts, directory, end])
}
