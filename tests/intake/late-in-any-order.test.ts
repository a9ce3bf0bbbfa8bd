/**
 * Whatever is told late, told again, left blank and withdrawn, in any order: what stands is the word of the latest day among the files that
 * count and say one.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'
import { cutoff } from './told-late/known.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

interface Step {
  isBack: boolean
  which: number
  day: number
  actas: number[]
  /** Without a language. */
  isBlank: boolean
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    isBack: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
    which: fc.nat(9),
    day: fc.nat(4),
    actas: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
    isBlank: fc.boolean(),
  }),
  { minLength: 2, maxLength: 12 },
)

const says = (day: number): Step => ({ isBack: false, which: 0, day, actas: [0], isBlank: false })
const leavesBlank = (day: number): Step => ({ ...says(day), isBlank: true })
const back = (which: number): Step => ({ ...says(0), isBack: true, which })
/** Two that are late, in either order; and one between a fact and its correction. */
const LATE_TWICE: readonly Step[][] = [
  [says(0), says(2), says(4), back(0)],
  [says(0), says(4), says(2), back(0), back(2)],
  [says(3), says(1), says(4), says(2), back(1), back(3)],
]
/** Told late where it was left blank, by one or two, of whom either goes; and between two that leave it blank. */
const BLANK_BEFORE: readonly Step[][] = [
  [leavesBlank(0), says(2), back(0)],
  [leavesBlank(0), says(2), back(1)],
  [leavesBlank(0), says(3), says(2), back(2)],
  [leavesBlank(0), says(2), says(3), back(1)],
  [leavesBlank(0), leavesBlank(1), says(2), says(3), back(0), back(2)],
  [leavesBlank(2), leavesBlank(0), says(1), says(3), back(2)],
]

test('a detection, its child and its name are as the file of the latest day told them', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const found = [0, 1, 2].map(() => aDetection())
      const prefix = `W${run++}-`
      const files: { batchId: string | null; day: number; word: string; actas: number[]; isBlank: boolean }[] = []
      for (const { isBack, which, day, actas, isBlank } of history) {
        const file = files[which % Math.max(files.length, 1)]
        if (isBack && file?.batchId) {
          await desk.takeBack('children', file.batchId)
          file.batchId = null
        }
        if (isBack) continue
        const word = `${prefix}${files.length}`
        const language = isBlank ? '' : word
        const rows = actas.map((n) => ({ ...found[n], MUNICIPIO: word, LENGUA: language }) as Row)
        const { batchId } = await desk.send('children/detections', rows, cutoff(day))
        files.push({ batchId, day, word, actas, isBlank })
      }
      const told = files.filter(({ batchId }) => batchId).sort((one, other) => other.day - one.day)
      const wordsOf = (files: typeof told) =>
        new Map(files.flatMap(({ word, actas }) => actas.map((n) => [found[n]?.ACTA ?? '', word] as const)))
      const expected = wordsOf(told)
      const languages = wordsOf(told.filter((file) => !file.isBlank))
      const standing = await desk.database.query<{ acta: string; municipality: string; language: string; of: string }>(
        `select d.acta, d.municipality, d.language, c.language as of from children.detection d
         join children.child c on c.id = d.child_id join children.person_name n on n.child_id = c.id where d.acta = any ($1)`,
        [found.map(({ ACTA }) => ACTA)],
      )
      const of = (row: (typeof standing)[number]) => [row.acta, row.municipality, row.language, row.of]
      const all = [...expected].map(([acta, word]) => {
        const language = languages.get(acta) ?? null
        return [acta, word, language, language]
      })
      expect(standing.map(of).sort()).toEqual(all.sort())
    }),
    { numRuns: 60, seed: 11, endOnFailure: true, examples: [...LATE_TWICE, ...BLANK_BEFORE].map((days) => [days]) },
  )
}, 120_000)
