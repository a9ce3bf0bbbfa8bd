/** A file is read in one sitting: 150 lines is what we aim at, 250 is the end; and its first line says what it is for. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

const LIMIT = 250
const AIM = 150
/** How much of the code may be longer than what we aim at. */
const SHARE_ABOVE_AIM = 0.1

/** Tables and generated text, where length is no burden. */
const LISTS = [/^services\/_law\/src\/country-rows/, /^services\/_law\/src\/municipal/, /^prisma\/engine\//]

const sources = repositoryFiles().filter(
  (file) => /[.](ts|tsx|cjs|mjs)$/.test(file) && !file.endsWith('.d.ts') && !LISTS.some((list) => list.test(file)),
)
const lengths = sources.map((file) => ({ file, lines: read(file).split('\n').length - 1 }))

test(`no file has more than ${LIMIT} lines`, () => {
  expect(lengths.filter(({ lines }) => lines > LIMIT)).toEqual([])
})

test(`nine files of ten have at most ${AIM} lines`, () => {
  const longer = lengths.filter(({ lines }) => lines > AIM)

  expect(longer.length / lengths.length, JSON.stringify(longer)).toBeLessThanOrEqual(SHARE_ABOVE_AIM)
})

test('every source file begins with a sentence that says what it is for', () => {
  const silent = sources.filter((file) => {
    const [first = '', second = ''] = read(file)
      .replace(/^#!.*\n/, '')
      .replace(/^\/\/ @vitest.*\n/, '')
      .split('\n')
    const sentence = first === '/**' ? second : first
    return !/^(\/\*\*|\/\/| \*) \S.{15,}/.test(sentence)
  })
  // A test beside its file is named after it, and each of its tests says what follows.
  expect(silent.filter((file) => !/[.]test[.]tsx?$/.test(file))).toEqual([])
})
