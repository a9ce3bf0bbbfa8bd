/** A batch that is taken back leaves no trace but in the former versions; whatever order files come and go in, the rest stays. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('what a batch wrote first goes, what it corrected is what it was', async () => {
  const known = aDetection()
  await desk.send('children/detections', [known])
  const before = await factsOf(desk, 'children')

  const { batchId } = await desk.send('children/detections', [
    { ...known, ENTIDAD: 'Oaxaca', 'NOMBRE(S)': 'Otra' },
    aDetection(),
  ])
  expect(await factsOf(desk, 'children')).not.toEqual(before)
  const withdrawn = await desk.takeBack('children', batchId)

  expect(withdrawn.restored).toBeGreaterThan(0)
  expect(await factsOf(desk, 'children')).toEqual(before)
})

test('the same file may be taken in again afterwards', async () => {
  const rows = [aDetection()]
  const first = await desk.send('children/detections', rows)
  await desk.takeBack('children', first.batchId)

  const again = await desk.send('children/detections', rows)

  expect(again).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
  expect(again.batchId).not.toBe(first.batchId)
})

test('a child whom another batch has found too stays, as that batch found it', async () => {
  const nue = { NUE: 'N900000001' }
  const [one, two] = [
    aDetection({ ...nue, ENTIDAD: 'Chiapas' }),
    aDetection({ ...nue, ENTIDAD: 'Sonora', 'FECHA Y HORA': written(hoursAgo(30)) }),
  ]
  const first = await desk.send('children/detections', [one])
  await desk.send('children/detections', [two])

  await desk.takeBack('children', first.batchId)

  expect(
    await desk.database.query(
      `select c.state, (select count(*)::int from children.detection d where d.child_id = c.id) as detections
       from children.child c join children.identifier i on i.child_id = c.id where i.value = 'N900000001'`,
    ),
  ).toEqual([{ state: '26', detections: 1 }])
})

test('a child that comes back is the child it was: what others hold of it finds it again', async () => {
  const found = aDetection()
  const first = await desk.send('children/detections', [found])
  await desk.tell()
  await desk.send('placements/stays', [aStay(found.ACTA)])
  const childOf = async () =>
    (
      await desk.database.query<{ child_id: string }>('select child_id from children.detection where acta = $1', [
        found.ACTA,
      ])
    )[0]?.child_id
  const before = await childOf()

  await desk.takeBack('children', first.batchId)
  await desk.send('children/detections', [{ ...found, ENTIDAD: 'Tabasco' }])

  expect(await childOf()).toBe(before)
})

test('a batch on which others hang is taken back after them', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const ppnna = { state: '07', source: 'PPNNA' }
  const opened = aCase(found.ACTA)
  const cases = await desk.send('representation/protection-cases', [opened], ppnna)
  const decided = await desk.send('representation/determinations', [aDetermination(opened.FOLIO)], ppnna)

  await expect(desk.takeBack('representation', cases.batchId)).rejects.toThrow(decided.batchId ?? '')
  await desk.takeBack('representation', decided.batchId)
  await desk.takeBack('representation', cases.batchId)

  expect(
    await desk.database.query('select from representation.protection_case where folio = $1', [opened.FOLIO]),
  ).toEqual([])
})

test('a place stays while children were in it, but its list is forgotten', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const listed = {
    CLAVE: 'CCAN-07-77',
    NOMBRE: 'Centro 77',
    TIPO: 'CCAN',
    ENTIDAD: 'Chiapas',
    CAPACIDAD: '40',
    'PERSONAS DE ATENCIÓN': '2',
    'SITUACIÓN DE REGISTRO': 'Registrado',
  }
  const list = await desk.send('placements/facilities', [listed])
  await desk.send('placements/stays', [
    aStay(found.ACTA, { 'CLAVE DEL LUGAR': 'CCAN-07-77', 'NOMBRE DEL LUGAR': 'Centro 77' }),
  ])

  await desk.takeBack('placements', list.batchId)

  expect(
    await desk.database.query(
      `select capacity, carers, lifecycle, registry_status from placements.facility where key = 'CCAN-07-77'`,
    ),
  ).toEqual([{ capacity: null, carers: null, lifecycle: 'SIGHTED', registry_status: 'UNKNOWN' }])
})

test('a batch that does not exist, or was taken back already, cannot be', async () => {
  const { batchId } = await desk.send('children/detections', [aDetection()])
  await desk.takeBack('children', batchId)

  await expect(desk.takeBack('children', batchId)).rejects.toThrow(/ya estaba retirado desde/)
  await expect(desk.takeBack('children', '00000000-0000-4000-8000-000000000000')).rejects.toThrow('No hay ningún lote')
})

/** Files of a few actas and states, good and bad; taken in, sent again, taken back, in any order. */
type Step =
  | { kind: 'SEND'; rows: { acta: number; state: number; isBad: boolean }[]; acceptGood: boolean }
  | { kind: 'AGAIN' | 'BACK'; which: number }

const STATES = ['Chiapas', 'Oaxaca', 'Tabasco']
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('SEND' as const),
      rows: fc.array(
        fc.record({ acta: fc.nat(5), state: fc.nat(2), isBad: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) }),
        { minLength: 1, maxLength: 6 },
      ),
      acceptGood: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constantFrom('AGAIN' as const, 'BACK' as const), which: fc.nat(9) }),
)

test('whatever is sent, sent again and taken back: the facts are those of the files that count, and every row is accounted for', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 12 }), async (steps) => {
      run += 1
      const acta = (n: number) => `INM/09/${2000 + (run % 20)}/${String(run * 100 + n).padStart(7, '0')}`
      const files: {
        rows: Row[]
        said: { acta: string; state: number }[]
        acceptGood: boolean
        batchId: string | null
      }[] = []
      for (const step of steps) {
        if (step.kind === 'SEND') {
          const good = step.rows.filter(({ isBad }) => !isBad)
          const rows = step.rows.map((row) =>
            aDetection({
              ACTA: acta(row.acta),
              ENTIDAD: row.isBad ? 'Nueva Granada' : (STATES[row.state] ?? ''),
              MUNICIPIO: `Lugar ${row.state}`,
            }),
          )
          const taken = await desk.send('children/detections', rows, { acceptGood: step.acceptGood })
          const { counts } = taken
          expect(counts.rows).toBe(rows.length)
          if (taken.outcome === 'TAKEN')
            expect(counts.recorded + counts.corrected + counts.unchanged + counts.refused + counts.unmatched).toBe(
              counts.rows,
            )
          else expect(counts.refused).toBe(rows.length - good.length)
          files.push({
            rows,
            said: good.map((row) => ({ acta: acta(row.acta), state: row.state })),
            acceptGood: step.acceptGood,
            batchId: taken.batchId,
          })
          continue
        }
        const file = files[step.which % Math.max(files.length, 1)]
        if (!file?.batchId) continue
        if (step.kind === 'AGAIN') {
          expect(await desk.send('children/detections', file.rows, { acceptGood: file.acceptGood })).toMatchObject({
            outcome: 'ALREADY_TAKEN',
            batchId: file.batchId,
          })
        } else {
          await desk.takeBack('children', file.batchId)
          file.batchId = null
        }
      }
      const expected = new Map(
        files
          .filter(({ batchId }) => batchId)
          .flatMap(({ said }) => said.map(({ acta: of, state }) => [of, STATES[state] ?? ''])),
      )
      const found = await desk.database.query<{ acta: string; state: string }>(
        `select acta, state from children.detection where acta like $1 order by acta`,
        [
          `INM/09/${2000 + (run % 20)}/${String(run * 100)
            .padStart(7, '0')
            .slice(0, 5)}%`,
        ],
      )
      expect(found).toEqual(
        [...expected]
          .sort()
          .map(([of, state]) => ({ acta: of, state: { Chiapas: '07', Oaxaca: '20', Tabasco: '27' }[state] })),
      )
    }),
    { numRuns: 25, seed: 7, endOnFailure: true },
  )
}, 120_000)
