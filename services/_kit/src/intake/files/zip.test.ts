/** Row 45 of security.md section 10: what a workbook may not be is refused before anything parses it, memory flat. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { FileRefused } from './file-refused.ts'
import type { Layout } from './header.ts'
import { openTable } from './rows.ts'
import type { ZipBounds } from './zip.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LAYOUT: Layout = {
  name: 'people',
  columns: [
    { name: 'acta', titles: ['ACTA'], required: true },
    { name: 'day', titles: ['FECHA'], required: true },
  ],
}

type Part = { name: string; content: string | Buffer; localName?: string; declaredBytes?: number; flags?: number }

/** A ZIP archive, byte by byte, so that it can lie. */
function zipOf(parts: readonly Part[], between = Buffer.alloc(0)): Buffer {
  const pieces: Buffer[] = []
  const index: Buffer[] = []
  let at = 0
  for (const { name, content, localName = name, declaredBytes, flags = 0 } of parts) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(raw), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(declaredBytes ?? raw.length, 8)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    sizes.copy(head, 14)
    head.writeUInt16LE(Buffer.byteLength(localName), 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(8, 10)
    sizes.copy(entry, 16)
    entry.writeUInt16LE(Buffer.byteLength(name), 28)
    entry.writeUInt32LE(at, 42)
    index.push(entry, Buffer.from(name))
    const piece = Buffer.concat([head, Buffer.from(localName), packed, between])
    pieces.push(piece)
    at += piece.length
  }
  const directory = Buffer.concat(index)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, directory, end])
}

const RELATIONS = (targets: string[]) =>
  `<Relationships>${targets.map((target, at) => `<Relationship Id="r${at + 1}" Type="t/worksheet" Target="${target}"/>`).join('')}</Relationships>`
const SHEET = (rows: string[][]) =>
  `<worksheet><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, at) => `<c r="${'AB'[at]}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

const WORKBOOK: Part[] = [
  {
    name: 'xl/workbook.xml',
    content:
      '<workbook><sheets><sheet name="Oculta" sheetId="1" state="hidden" r:id="r1"/><sheet name="Datos &amp; m&#225;s" sheetId="2" r:id="r2"/></sheets></workbook>',
  },
  { name: 'xl/_rels/workbook.xml.rels', content: RELATIONS(['worksheets/sheet1.xml', 'worksheets/sheet2.xml']) },
  {
    name: 'xl/worksheets/sheet1.xml',
    content: SHEET([
      ['ACTA', 'FECHA'],
      ['hidden', 'x'],
    ]),
  },
  { name: 'xl/worksheets/sheet2.xml', content: SHEET([['Un título'], ['ACTA', 'FECHA'], ['A1', '15/01/2024']]) },
]

let files = 0
async function rowsOf(bytes: Buffer, bounds?: ZipBounds): Promise<string[][]> {
  const file = path.join(folder, `${files++}.xlsx`)
  writeFileSync(file, bytes)
  const rows: string[][] = []
  for await (const { records } of (await openTable(file, [LAYOUT], bounds)).batches) rows.push(...records)
  return rows
}

async function refusal(bytes: Buffer, bounds?: ZipBounds): Promise<string> {
  const refused = await rowsOf(bytes, bounds).catch((error: unknown) => error)
  if (refused instanceof FileRefused && refused.code === 'FILE_REFUSED') return refused.message
  throw new Error(`It was not refused: ${refused}`)
}

test('the first visible sheet is read, and no other', async () => {
  expect(await rowsOf(zipOf(WORKBOOK))).toEqual([['A1', '15/01/2024']])
})

test('so is one to which the workbook points by an absolute path', async () => {
  const absolute = RELATIONS(['/xl/worksheets/sheet1.xml', '/xl/worksheets/sheet2.xml'])
  const parts = WORKBOOK.map((part) => (part.name.endsWith('.rels') ? { ...part, content: absolute } : part))

  expect(await rowsOf(zipOf(parts))).toEqual([['A1', '15/01/2024']])
})

const more = (part: Part) => zipOf([...WORKBOOK, part])
const ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'

test.each<[string, Buffer, string]>([
  [
    'a part that unpacks to far more than it holds',
    more({ name: 'xl/media/a.bin', content: Buffer.alloc(60_000_000) }),
    'desmedidamente grande',
  ],
  [
    'a part that declares less than it unpacks to',
    more({ name: 'xl/styles.xml', content: Buffer.alloc(5_000_000), declaredBytes: 10 }),
    'más de lo que declara',
  ],
  ['an archive inside', more({ name: 'xl/embeddings/a.zip', content: 'PK' }), 'otro archivo comprimido'],
  ['a name that climbs out', more({ name: '../../etc/passwd', content: 'x' }), 'sale de él'],
  ['an absolute name', more({ name: '/etc/passwd', content: 'x' }), 'sale de él'],
  ['a name with a backslash', more({ name: 'xl\\..\\a', content: 'x' }), 'sale de él'],
  ['an XML entity', more({ name: 'xl/sharedStrings.xml', content: ENTITY }), 'entidades XML'],
  ['two names for one part', more({ name: 'xl/a.xml', localName: 'xl/b.xml', content: 'x' }), 'dos nombres'],
  ['parts that the index hides', zipOf(WORKBOOK, Buffer.alloc(64)), 'esconden'],
  ['encryption', more({ name: 'xl/a.xml', content: 'x', flags: 1 }), 'cifrado'],
  ['no workbook', zipOf([{ name: 'a.txt', content: 'x' }]), 'no un libro XLSX'],
  ['an index that is cut off', zipOf(WORKBOOK).subarray(0, -30), 'índice'],
])('row 45: a workbook with %s is refused', async (_what, bytes, reason) => {
  expect(await refusal(bytes)).toContain(reason)
})

test('a thousand parts are refused by their number', async () => {
  const parts = Array.from({ length: 1000 }, (_, at) => ({ name: `xl/p${at}.xml`, content: 'x' }))

  expect(await refusal(zipOf([...WORKBOOK, ...parts]))).toContain('más de 500 partes')
})

test('row 45: a bomb is refused before anything of it is unpacked', async () => {
  const bomb = zipOf([...WORKBOOK, { name: 'xl/sharedStrings.xml', content: Buffer.alloc(300_000_000) }])
  expect(bomb.length).toBeLessThan(400_000)
  const before = process.memoryUsage().rss

  expect(await refusal(bomb)).toContain('desmedidamente grande')
  expect(process.memoryUsage().rss - before).toBeLessThan(30_000_000)
})

test('a workbook is refused when its bounds are', async () => {
  expect(await refusal(zipOf(WORKBOOK), { entries: 500, unpackedBytes: 100, ratio: 250 })).toContain('desmedidamente')
})

test('a workbook without a visible sheet is refused', async () => {
  const hidden = {
    name: 'xl/workbook.xml',
    content: '<workbook><sheets><sheet name="a" sheetId="1" state="veryHidden" r:id="r1"/></sheets></workbook>',
  }

  expect(await refusal(zipOf([hidden, ...WORKBOOK.slice(1)]))).toContain('ninguna hoja visible')
})
