import { expect, test } from 'vitest'
import { name, named, words } from './texts.ts'

const NOW = '2026-11-25 12:30:59'

test.each([
  ['María de los Ángeles', 'María de los Ángeles'],
  ['Ma.  Ángeles', 'Ma. Ángeles'],
  ['Xóchitl’', 'Xóchitl’'],
  ["O'Higgins", "O'Higgins"],
  ['Nguyễn Thị', 'Nguyễn Thị'],
  ['João', 'João'],
  ['JOÃO', 'JOÃO'],
  ['Mª José', 'Mª José'],
  ['D´Angelo', 'D´Angelo'],
  ['Na', 'Na'],
  ['N. A.', 'N. A.'],
  ['Null', 'Null'],
  ['Jose\u0301', 'José'],
  // Stored as text: whoever shows it escapes it, whoever exports it defuses it.
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['=HYPERLINK("http://x.example")', '=HYPERLINK("http://x.example")'],
  ["Robert'); drop table children;--", "Robert'); drop table children;--"],
  ['M'.repeat(200), 'M'.repeat(200)],
])('the name %s is kept as text', (text, kept) => {
  expect(name(text, NOW)).toBe(kept)
})

test.each([
  ['a name of 10,000 letters', 'M'.repeat(10_000), 'más largo de 200'],
  ['a bidi override', 'Ana\u202eatiR', 'invisibles'],
  ['a bidi isolate', 'Ana\u2067', 'invisibles'],
  ['a zero-width space', 'An\u200ba', 'invisibles'],
  ['a byte order mark', 'An\ufeffa', 'invisibles'],
  ['a soft hyphen', 'An\u00ada', 'invisibles'],
  ['a tag letter', 'Ana\u{e0041}', 'invisibles'],
  ['a line break', 'Ana\nLópez', 'control'],
  ['a bell', 'Ana\u0007', 'control'],
  ['UTF-8 read as Latin-1', 'JosÃ©', 'dañados'],
  ['a capital of UTF-8 read as Windows-1252', 'Ã‘usta', 'dañados'],
  ['MS-DOS read as Windows', 'Jos‚ Pe¤a', 'dañados'],
  ['a letter that had no place', 'Pe?a', 'dañados'],
  ['a lone surrogate', 'Ana\ud800', 'dañados'],
  ['a replacement letter', 'Mart\ufffdnez', 'dañados'],
])('%s is refused', (_what, text, reason) => {
  expect(name(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each(['N/A', 'n/e', 'S/D', 'S/N', '-', '---', 'Sin dato', 'SIN APELLIDO', 'Se desconoce', 'No especificado'])(
  '%s says that no name is known',
  (text) => {
    expect(name(text, NOW)).toBeNull()
  },
)

test('a remark that was read by the wrong alphabet is refused', () => {
  expect(words(100)('MÃ©rida', NOW)).toEqual({ unfit: expect.stringContaining('dañados') })
})

test('a remark of several lines becomes one', () => {
  expect(words(100)('Sin agua.\r\n  Sin\tcamas.', NOW)).toBe('Sin agua. Sin camas.')
})

test('"n.e." is no remark', () => {
  expect(words(100)('n.e.', NOW)).toBeNull()
})

test('a remark that is too long is refused', () => {
  expect(words(5)('demasiado', NOW)).toEqual({ unfit: expect.stringContaining('más largo de 5') })
})

test('of a place that lost a letter the name is refused, and a remark that asks is not', () => {
  expect(named(200)('Albergue Jes?s', NOW)).toEqual({ unfit: expect.stringContaining('dañados') })
  expect(named(200)('Albergue «Jesús»', NOW)).toBe('Albergue «Jesús»')
  expect(words(200)('https://dif.example/lista?id=3', NOW)).toBe('https://dif.example/lista?id=3')
})
