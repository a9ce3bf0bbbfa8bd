/** Whatever is told late, told again and withdrawn, in any order: what stands is the word of the latest day among the files that count. */
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
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    isBack: fc.integer({ min: 0, max: 2 }).map((n) => n === 0),
    which: fc.nat(9),
    day: fc.nat(4),
    actas: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 2, maxLength: 12 },
)

const says = (day: number): Step => ({ isBack: false, which: 0, day, actas: [0] })
const back = (which: number): Step => ({ isBack: true, which, day: 0, actas: [0] })
/** Two that are late, in either order; and one between a fact and its correction. */
const LATE_TWICE: readonly Step[][] = [
  [says(0), says(2), says(4), back(0)],
  [says(0), says(4), says(2), back(0), back(2)],
  [says(3), says(1), says(4), says(2), back(1), back(3)],
]

test('a detection, its child and its name are as the file of the latest day told them', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const found = [0, 1, 2].map(() => aDetection())
      const prefix = `W${run++}-`
      const files: { batchId: string | null; day: number; word: string; actas: number[] }[] = []
      for (const { isBack, which, day, actas } of history) {
        const file = files[which % Math.max(files.length, 1)]
        if (isBack && file?.batchId) {
          await desk.takeBack('children', file.batchId)
          file.batchId = null
        }
        if (isBack) continue
        const word = `${prefix}${files.length}`
        const rows = actas.map((n) => ({ ...found[n], MUNICIPIO: word, LENGUA: word }) as Row)
        const { batchId } = await desk.send('children/detections', rows, cutoff(day))
        files.push({ batchId, day, word, actas })
      }
      const told = files.filter(({ batchId }) => batchId).sort((one, other) => other.day - one.day)
      const expected = new Map(
        told.flatMap(({ word, actas }) => actas.map((n) => [found[n]?.ACTA ?? '', word] as const)),
      )
      const standing = await desk.database.query<{ acta: string; municipality: string; language: string }>(
        `select d.acta, d.municipality, c.language from children.detection d join children.child c on c.id = d.child_id
         join children.person_name n on n.child_id = c.id where d.municipality like $1`,
        [`${prefix}%`],
      )
      const of = ({ acta, municipality, language }: (typeof standing)[number]) => [acta, municipality, language]
      const all = [...expected].map(([acta, word]) => [acta, word, word])
      expect(standing.map(of).sort()).toEqual(all.sort())
      const held = await desk.database.query('select 1 from children.child where language like $1', [`${prefix}%`])
      expect(held).toHaveLength(expected.size)
    }),
    { numRuns: 40, seed: 11, endOnFailure: true, examples: LATE_TWICE.map((days) => [days]) },
  )
}, 120_000)
