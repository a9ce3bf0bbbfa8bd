/** Row 42 of security.md section 10, and every form in which the authorities' tables arrive. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { FileRefused } from './file-refused.ts'
import type { Layout } from './header.ts'
import { openTable, type Table } from './rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LAYOUT: Layout = {
  name: 'people',
  columns: [
    { name: 'acta', titles: ['ACTA', 'No. de acta'], required: true },
    { name: 'place', titles: ['ENTIDAD', 'Estado / O.R.'], required: true },
    { name: 'born', titles: ['PAÍS DE NACIMIENTO'] },
  ],
}

let files = 0
function open(content: string | Buffer, layouts: readonly Layout[] = [LAYOUT]): Promise<Table> {
  const file = path.join(folder, `${files++}.csv`)
  writeFileSync(file, content)
  return openTable(file, layouts)
}

/** Line and cells of each row, in the order of the layout. */
async function rowsOf(table: Table): Promise<(string | number | undefined)[][]> {
  const rows: (string | number | undefined)[][] = []
  for await (const { records, lines } of table.batches) {
    for (const [at, record] of records.entries())
      rows.push([lines[at], ...table.positions.map((place) => record[place])])
  }
  return rows
}

async function refusal(content: string | Buffer): Promise<FileRefused> {
  try {
    await rowsOf(await open(content))
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  }
  throw new Error('It was not refused.')
}

const HEADER = 'ACTA,ENTIDAD,PAÍS DE NACIMIENTO'
const ROW = [[2, 'A1', 'Querétaro', 'México']]

test.each<[string, string | Buffer]>([
  ['UTF-8', `${HEADER}\nA1,Querétaro,México\n`],
  ['UTF-8 with a byte order mark and CRLF', `\ufeff${HEADER}\r\nA1,Querétaro,México\r\n`],
  ['Latin-1', Buffer.from(`${HEADER}\nA1,Querétaro,México\n`, 'latin1')],
  ['semicolons', `${HEADER}\nA1,Querétaro,México\n`.replaceAll(',', ';')],
  ['tabs', `${HEADER}\nA1,Querétaro,México\n`.replaceAll(',', '\t')],
  ['carriage returns alone', `${HEADER}\rA1,Querétaro,México\r`],
  ['no line end', `${HEADER}\nA1,Querétaro,México`],
  ['the end mark of DOS behind its last line', `${HEADER}\r\nA1,Querétaro,México\r\n\x1a`],
  ['the end mark of DOS behind its last letter', `${HEADER}\r\nA1,Querétaro,México\x1a`],
  [
    'other titles, without accents, in another order',
    `pais de nacimiento, ESTADO / O.R. ,no. de acta\nMéxico,Querétaro,A1\n`,
  ],
])('a table in %s is read', async (_form, content) => {
  expect(await rowsOf(await open(content))).toEqual(ROW)
})

test('a Windows dash in a Latin-1 file is a dash', async () => {
  const content = Buffer.from(`${HEADER}\nA1,Querétaro \x96 Centro,México\n`, 'latin1')

  expect(await rowsOf(await open(content))).toEqual([[2, 'A1', 'Querétaro – Centro', 'México']])
})

test('mixed line ends and breaks inside cells leave the line numbers right', async () => {
  const table = await open(`${HEADER}\r\nA1,"Uno\r\ndos\ntres",x\rA2,b,y\nA3,c,z\r\n`)

  expect((await rowsOf(table)).map(([line, acta]) => [line, acta])).toEqual([
    [2, 'A1'],
    [5, 'A2'],
    [6, 'A3'],
  ])
})

test('a quoted quote and a delimiter inside quotes belong to the cell', async () => {
  expect(await rowsOf(await open(`${HEADER}\nA1,"Albergue ""La 72"", centro",x\n`))).toEqual([
    [2, 'A1', 'Albergue "La 72", centro', 'x'],
  ])
})

test('title rows above the header are passed over; blanks, totals and notes below are counted', async () => {
  const table = await open(
    `Instituto,,\nCorte al 30 de junio,,\n${HEADER}\nA1,b,c\n,,\nTOTAL,1,\nSubtotal Chiapas,,\nVeracruz Total,,\nCuenta Oaxaca,,3\n${HEADER}\nn.e. = no especificado,,\nFuente: INM,,\n`,
  )

  expect(table.line).toBe(3)
  expect(await rowsOf(table)).toEqual([[4, 'A1', 'b', 'c']])
  expect(table.skipped).toEqual({
    ...{ blank: 1, totals: 4, headers: 1, notes: 2 },
    lines: { blank: [5], totals: [6, 7, 8, 9], headers: [10], notes: [11, 12] },
  })
})

test('a note in the last line, or a row of a sheet without its last cells and with its line end, is no broken end', async () => {
  expect(await rowsOf(await open(`${HEADER}\nA1,b,c\nFuente: INM`))).toHaveLength(1)
  expect(await rowsOf(await open(`${HEADER}\nA1,b,c\nA2,b\n`))).toHaveLength(2)
  expect(await rowsOf(await open(`${HEADER},,\nA1,b,c`))).toHaveLength(1)
})

test('a record that begins like a total but is whole is a record', async () => {
  expect(await rowsOf(await open(`${HEADER}\nTotal Play,Chiapas,Honduras\nControl Total,Chiapas,Honduras\n`))).toEqual([
    [2, 'Total Play', 'Chiapas', 'Honduras'],
    [3, 'Control Total', 'Chiapas', 'Honduras'],
  ])
})

test('titles that no column claims and columns that are missing are told', async () => {
  const table = await open('ACTA,ENTIDAD,Observaciones\nA1,b,c\n')

  expect(table).toMatchObject({ unknownTitles: ['Observaciones'], missingTitles: ['PAÍS DE NACIMIENTO'] })
})

describe('row 42: a file that is no table is refused, with the line', () => {
  test.each<[string, string | Buffer, number, string]>([
    ['an empty file', '', 1, 'vacío'],
    ['a file of empty lines', '\n;;\n\n', 1, 'El archivo está vacío.'],
    ['UTF-16', Buffer.from(`\ufeff${HEADER}\nA1,b,c\n`, 'utf16le'), 1, 'UTF-16'],
    ['UTF-16 without its mark', Buffer.from(`${HEADER}\nA1,b,c\n`, 'utf16le'), 1, 'UTF-16'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1, 'XLS'],
    ['a workbook with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1, 'protegido con contraseña'],
    ['a web page called XLS', `\ufeff\r\n<html xmlns:x="x"><table><tr><td>ACTA</td></tr></table></html>`, 1, 'HTML'],
    ['a workbook of 2003 in XML', `<?xml version="1.0"?>\n<Workbook></Workbook>`, 1, 'HTML o XML'],
    [
      'a table with strange separators',
      `${HEADER}\nA1,b,c\n`.replaceAll(',', '|'),
      1,
      'coma, punto y coma o tabulador',
    ],
    [
      'UTF-8 mixed with Latin-1',
      Buffer.concat([Buffer.from(`${HEADER}\nA1,é,x\n`), Buffer.from('A2,é,y\n', 'latin1')]),
      3,
      'mezcla',
    ],
    ['a NUL', `${HEADER}\nA1,b,c\nA2,\0,c\n`, 3, 'nulos'],
    ['a quote that is never closed', `${HEADER}\nA1,b,c\nA2,"b,c\nA3,b,c\n`, 3, 'no se cierran'],
    ['text after a closing quote', `${HEADER}\nA1,"b"x,c\n`, 2, 'después de unas comillas'],
    ['a quote in the middle of a cell', `${HEADER}\nA1,b "x",c\n`, 2, 'comillas en medio'],
    [
      'a file that breaks off within a row',
      `${HEADER}\nA1,b,c\nA2,b`,
      3,
      'parece cortado: su último renglón trae 2 de 3',
    ],
    [
      'letters of MS-DOS',
      Buffer.from('ACTA,ENTIDAD\nA1,Jes\xe9\nA2,Tuxtla Guti\x82rrez\nA3,Jes\xa3s\n', 'latin1'),
      2,
      'CSV (MS-DOS)',
    ],
    ['the same behind many rows', `${HEADER}\n${'A1,b,c\n'.repeat(9999)}A2,b`, 10_001, 'parece cortado'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 1, 'es un PDF y no una tabla'],
    ['a text with its looks', '{\\rtf1\\ansi ACTA,ENTIDAD}', 1, 'es un texto RTF'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 1, 'es una imagen'],
    ['no header', 'uno,dos\n1,2\n', 1, 'encabezados'],
    ['a column that is missing', 'x,,\nACTA,PAÍS DE NACIMIENTO\nA1,c\n', 2, '«ENTIDAD»'],
    ['a column that stands twice', `${HEADER},Estado / O.R.\nA1,b,c,d\n`, 1, 'repetida'],
  ])('%s', async (_what, content, line, reason) => {
    const refused = await refusal(content)

    expect(refused.message).toContain(reason)
    expect(refused.line).toBe(line)
  })
})

test('a workbook that came in pieces is not told to be a CSV; a CSV that is called a workbook is read', async () => {
  const broken = path.join(folder, 'octubre.XLSX')
  writeFileSync(broken, Buffer.from('0b07504b0506000000000300', 'hex'))
  await expect(openTable(broken, [LAYOUT])).rejects.toThrow('lleva nombre de libro XLSX y no lo es')

  writeFileSync(broken, `${HEADER}\nA1,Querétaro,México\n`)
  expect(await rowsOf(await openTable(broken, [LAYOUT]))).toEqual(ROW)
})

test('a table of another kind is refused, though it has all the columns of this one', async () => {
  const places = { ...LAYOUT, foreignTitles: ['INGRESO'] }

  await expect(open(`${HEADER},Ingreso\nA1,b,c,d\n`, [places])).rejects.toThrow('«Ingreso» no es de esta tabla')
  expect((await open(`${HEADER},Egreso\nA1,b,c,d\n`, [places])).unknownTitles).toEqual(['Egreso'])
})

test('of several layouts the one whose columns fit best is taken, whatever the file is called', async () => {
  const other: Layout = {
    name: 'other',
    columns: [
      { name: 'day', titles: ['DÍA'], required: true },
      { name: 'n', titles: ['TOTAL'], required: true },
    ],
  }

  expect((await open('DIA,Total \n1,2\n', [LAYOUT, other])).layout.name).toBe('other')
  expect((await open(`${HEADER}\n`, [LAYOUT, other])).layout.name).toBe('people')
})
