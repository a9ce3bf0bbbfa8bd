/** The colours, sizes and spaces are those of the design: no part of Vigía has moved one. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const fileOf = (name: string) => readFileSync(new URL(`styles/${name}`, import.meta.url))
const namesIn = (css: Buffer) => [...css.toString().matchAll(/^\s*(--[a-z0-9-]+):/gm)].map(([, name]) => name)

/** SHA-256 of tokens.css as the design gives it. Only a new design changes it. */
const OF_THE_DESIGN = 'e6da2b94a5a5c7b25293f38eb7a028d5ec9e16ddcb24bb4ce03ed9f91da98a8d'

test('tokens.css is the design’s, byte for byte', () => {
  expect(createHash('sha256').update(fileOf('tokens.css')).digest('hex')).toBe(OF_THE_DESIGN)
})

test('what Vigía adds to it gives no other value to a name of the design', () => {
  const own = namesIn(fileOf('own-tokens.css'))
  const ofDesign = new Set(namesIn(fileOf('tokens.css')))

  expect(own.length).toBeGreaterThan(0)
  expect(own.filter((name) => ofDesign.has(name))).toEqual([])
})

test('a page becomes narrow by the letters that fit on a line: whoever reads large ones has the narrow page on a wide screen', () => {
  const files = readdirSync(new URL('styles', import.meta.url)).filter((name) => name !== 'tokens.css')
  const inPixels = files.flatMap(
    (name) =>
      fileOf(name)
        .toString()
        .match(/^\s*@media .*\dpx.*$/gm) ?? [],
  )

  expect(inPixels).toEqual([])
})
