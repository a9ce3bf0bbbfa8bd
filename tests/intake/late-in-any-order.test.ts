/** Whatever is told late, told again and withdrawn, in any order: what stands is the word of the latest day among the files that count. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const TODAY = daysAgo(0)
const cutoff = (days: number) => ({ cutoff: localDay(new Date(TODAY.getTime() - days * 86_400_000)) })

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
    { numRuns: 40, seed: 11, endOnFailure: true },
  )
}, 120_000)

test('what hangs on a case of which a late file tells stays, and its batch is withdrawn before theirs', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const ppnna = { state: '07', source: 'PPNNA' }
  const opened = aCase(found.ACTA)
  const later = await desk.send(
    'representation/protection-cases',
    [{ ...opened, 'ESTADO DEL EXPEDIENTE': 'Cerrado' }],
    ppnna,
  )
  await desk.send('representation/protection-cases', [opened], { ...ppnna, ...cutoff(3) })
  await desk.send('representation/determinations', [aDetermination(opened.FOLIO)], ppnna)

  await desk.takeBack('representation', later.batchId)

  expect(
    await desk.database.query(
      `select c.status, d.id is not null as "isDecided" from representation.protection_case c
       left join representation.determination d on d.case_id = c.id where c.folio = $1`,
      [opened.FOLIO],
    ),
  ).toEqual([{ status: 'OPEN', isDecided: true }])
})

test('a row that waited for its child until it was late is what is known once the later file is withdrawn', async () => {
  const found = aDetection()
  const stay = aStay(found.ACTA)
  await desk.send('placements/stays', [stay], cutoff(3))
  await desk.send('children/detections', [found])
  await desk.hear()
  const later = await desk.send('placements/stays', [{ ...stay, CAMA: 'B-1', 'EXPEDIENTE DIF': 'DIF-9' }])
  await desk.tell()

  await desk.takeBack('placements', later.batchId)

  const entered = `select t.bed, t.dif_file from placements.stay t join placements.identifier_ref i on i.child_id = t.child_id
    where i.type = 'ACTA' and i.value = $1`
  expect(await desk.database.query(entered, [found.ACTA])).toEqual([{ bed: null, dif_file: null }])
})

test('a row of INM that another file overruled is taken in once that one is withdrawn, though nobody else told of the child', async () => {
  const found = aDetection({ MUNICIPIO: 'Suchiate' })
  const later = await desk.send('children/detections', [{ ...found, MUNICIPIO: 'Tuxtla' }])
  await desk.send('children/detections', [found], { source: 'INM', ...cutoff(3) })
  await desk.takeBack('children', later.batchId)

  await desk.tell()

  expect(
    await desk.database.query('select municipality from children.detection where acta = $1', [found.ACTA]),
  ).toEqual([{ municipality: 'Suchiate' }])
})

test('when a child left by a return of INM is what INM told of the latest day, whenever it told it', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const left = aReturn(found.ACTA)
  const leftOn = (days: number) => ({ ...left, 'FECHA Y HORA DE SALIDA': written(daysAgo(days)) })
  const departed = async () =>
    desk.database.query<{ days: number }>(
      `select round(extract(epoch from now() - d.departed_at) / 86400)::int as days from returns.departure_by_inm d
       join returns.identifier_ref i on i.child_id = d.child_id where i.type = 'ACTA' and i.value = $1`,
      [found.ACTA],
    )
  const send = (days: number, flags: object) => desk.send('returns/executed-returns', [leftOn(days)], flags)
  await send(9, { source: 'INM', ...cutoff(6) })
  const later = await send(7, { source: 'INM', ...cutoff(4) })
  await send(6, cutoff(1))
  await send(8, { source: 'INM', ...cutoff(5) })

  expect(await departed()).toEqual([{ days: 7 }])
  await desk.takeBack('returns', later.batchId)
  expect(await departed()).toEqual([{ days: 8 }])
})
