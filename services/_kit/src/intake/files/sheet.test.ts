/** What spreadsheet programs write in a cell, and what a person sees there. */
import { expect, test } from 'vitest'
import { mergesIn } from './merges.ts'
import { type Book, sheetRows, stringsOf } from './sheet.ts'

const DAY = 1
const PADDED = 2
const PERCENT = 3
const BOOK: Book = {
  strings: ['uno', 'dos'],
  shows(style) {
    if (style === DAY) return 'DAY'
    if (style === PERCENT) return 'PERCENT'
    return style === PADDED ? { digits: 9, before: 'N' } : { digits: 0, before: '' }
  },
  countsFrom1904: false,
}

const sheetOf = (rows: string, behind = '') =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${behind}</worksheet>`

/** In pieces that cut tags and letters apart. */
async function* inPieces(text: string) {
  for (let at = 0; at < text.length; at += 7) yield text.slice(at, at + 7)
}

async function read(xml: string, book = BOOK) {
  const rows: [number, string[]][] = []
  for await (const some of sheetRows(inPieces(xml), book, await mergesIn(inPieces(xml)))) {
    for (const { number, cells } of some) rows.push([number, cells])
  }
  return rows
}

const cell = async (xml: string, book = BOOK) => (await read(sheetOf(`<row r="4">${xml}</row>`), book))[0]?.[1][0]

test.each([
  ['a number', '<c r="A4"><v>9</v></c>', '9'],
  ['a number as machines write it', '<c r="A4"><v>1.23E+2</v></c>', '123'],
  ['more digits than are kept', '<c r="A4"><v>1.23456789012345E+17</v></c>', '1.23456789012345E+17'],
  ['a number that is shown with its zeros', '<c s="2"><v>12345678</v></c>', 'N012345678'],
  ['a part of a number, which has none to show', '<c s="2"><v>1.5</v></c>', '1.5'],
  ['a share', '<c s="3"><v>0.28599999999999998</v></c>', '28.6%'],
  ['a shared string', '<c r="A4" t="s"><v>1</v></c>', 'dos'],
  [
    'an inline string of several runs',
    '<c t="inlineStr"><is><r><t>Ana </t></r><r><t>María</t></r></is></c>',
    'Ana María',
  ],
  ['a letter that XML has no room for', '<c t="inlineStr"><is><t>uno_x000D_</t></is></c>', 'uno\r'],
  ['what looks like such a letter', '<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', '_x000D_'],
  ['a truth', '<c t="b"><v>1</v></c>', 'SÍ'],
  ['a day', '<c s="1"><v>46037</v></c>', '2026-01-15'],
  ['a day with its hour', '<c s="1"><v>46037.5</v></c>', '2026-01-15 12:00:00'],
  ['an hour of no day', '<c s="1"><v>0.4375</v></c>', '10:30:00'],
  ['a number that is no day', '<c s="1"><v>-3</v></c>', '#FECHA'],
  ['a day written as text', '<c t="d"><v>2026-01-15T10:20:00</v></c>', '2026-01-15T10:20:00'],
  ['an error', '<c t="e"><v>#REF!</v></c>', '#REF!'],
  ['a formula that gives 0', '<c><f>A1-A1</f><v>0</v></c>', '0'],
  ['a formula that gives a lie', '<c t="b"><f>FALSE</f><v>0</v></c>', 'NO'],
  ['a formula that gives an error', '<c t="e"><f>VLOOKUP(1,A1,1)</f><v>#N/A</v></c>', '#N/A'],
  ['a formula that gives a day', '<c s="1"><f>A1</f><v>46037</v></c>', '2026-01-15'],
  ['a formula that others share', '<c t="str"><f t="shared" si="0"/><v>hola</v></c>', 'hola'],
  ['a formula that gives no letter', '<c t="str"><f>""</f><v></v></c>', ''],
  ['a formula that nobody calculated', '<c><f>NOW()</f><v/></c>', '#SIN CALCULAR'],
  ['a formula of text that nobody calculated', '<c t="str"><f>CONCAT("a","b")</f></c>', '#SIN CALCULAR'],
  ['no value', '<c r="A4" s="1"/>', ''],
])('%s', async (_what, xml, text) => {
  expect(await cell(xml)).toBe(text)
})

test('days that are counted from 1904', async () => {
  expect(await cell('<c s="1"><v>44575.5</v></c>', { ...BOOK, countsFrom1904: true })).toBe('2026-01-15 12:00:00')
})

test('rows and cells that say where they stand, and that do not', async () => {
  expect(
    await read(sheetOf('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>')),
  ).toEqual([
    [3, ['', '1', '2']],
    [4, ['3']],
  ])
})

test('names with a prefix are the same names', async () => {
  const xml = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>')
    .replace(/<(\/?)(\w)/g, '<$1x:$2')
    .replace('xmlns=', 'xmlns:x=')

  expect(await read(xml)).toEqual([[1, ['1']]])
})

test('a cell below the first of merged ones says so, where its row says anything', async () => {
  const rows = `<row r="1"><c><v>1</v></c><c><v>9</v></c></row><row r="2"><c><v>2</v></c></row><row r="3"><c r="B3"/></row>`
  const merged = '<mergeCells><mergeCell ref="B1:B3"/><mergeCell ref="C1:D1"/></mergeCells>'

  expect(await read(sheetOf(rows, merged))).toEqual([
    [1, ['1', '9']],
    [2, ['2', '#COMBINADA']],
    [3, ['', '']],
  ])
})

test('runs of a shared string are one text, without how it is pronounced', async () => {
  const xml = `<sst><si><t>uno</t></si><si><r><t>Ana </t></r><r><t>María</t></r><rPh sb="0" eb="1"><t>na</t></rPh></si><si/></sst>`

  expect(await stringsOf(inPieces(xml))).toEqual(['uno', 'Ana María', ''])
})
