/** A row whose numbers are of two children is joined to neither: it is told, kept, counted, and joined once they are of one. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay, type Detection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
let ana: Detection
let berta: Detection
beforeAll(async () => {
  desk = await openDesk()
  ana = aDetection({ NUE: aNue() })
  berta = aDetection({ CURP: `BEXX120605MNEXXXA${curpCheckDigit('BEXX120605MNEXXXA')}` })
  await desk.send('children/detections', [ana, berta])
  await desk.tell()
})
afterAll(() => desk.close())

const aNue = () => `N${String(nextNumber()).padStart(9, '0')}`
const OF_TWO = 'Sus identificadores son de dos niñas, niños o adolescentes distintos.'
const bertasCurp = () => ({ CURP: berta['CURP'] ?? '' })
const aPermit = (ACTA: string): Row => ({
  ...{ ACTA, DOCUMENTO: 'Permiso provisional', 'ESTADO DEL DOCUMENTO': 'Otorgado' },
})
const aClaim = (ACTA: string): Row => ({
  ...{ EXPEDIENTE: `COMAR/${nextNumber()}/2026`, ACTA },
  ...{ 'FECHA DE SOLICITUD': '01/03/2026', SITUACIÓN: 'Solicitud presentada' },
})
const anasNue = () => ({ NUE: ana['NUE'] ?? '' })

const keptOf = (service: string, batch: string | null) =>
  desk.database.query<{ line: number; reason: string; keys: string[] }>(
    `select line, reason, keys from ${service}.unmatched_row where batch_id = $1 and matched_at is null order by line`,
    [batch],
  )

const FEEDS: [feed: string, row: () => Row, state: string | null][] = [
  ['placements/stays', () => aStay(ana.ACTA), null],
  ['representation/protection-cases', () => aCase(ana.ACTA), '07'],
  ['returns/executed-returns', () => aReturn(ana.ACTA), null],
  [
    'children/migration-documents',
    () => ({ ACTA: ana.ACTA, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Otorgada' }),
    null,
  ],
  ['children/detections', () => aDetection(anasNue()), null],
]

test.each(FEEDS)('%s: a row of two children is kept with its reason, the others go in', async (feed, row, state) => {
  const fine = row()
  const ofTwo = { ...row(), ...anasNue(), ...bertasCurp() }

  const { outcome, batchId, counts, notices } = await desk.send(feed, [fine, ofTwo], { state })

  expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', rows: 2, recorded: 1, unmatched: 1 })
  expect(notices).toContainEqual(expect.stringMatching(new RegExp(`: 1 \\(renglón 3\\)\\. ${OF_TWO}$`)))
  expect(await keptOf(feed.split('/')[0] ?? '', batchId)).toMatchObject([{ line: 3, reason: OF_TWO }])
})

test('a known acta that comes again with the NUE of another child corrects neither', async () => {
  const again = { ...berta, ...anasNue(), ENTIDAD: 'Oaxaca' }

  const { counts } = await desk.send('children/detections', [again])

  expect(counts).toMatchObject({ recorded: 0, corrected: 0, unmatched: 1 })
  expect(await desk.database.query('select state from children.detection where acta = $1', [berta.ACTA])).toEqual([
    { state: '07' },
  ])
})

test('a folio of one child with the acta of another', async () => {
  const opened = aCase(ana.ACTA)
  await desk.send('representation/protection-cases', [opened], { state: '07' })

  const moved = { ...opened, ACTA: berta.ACTA }
  const { counts, notices } = await desk.send('representation/protection-cases', [moved], { state: '07' })

  expect(counts).toMatchObject({ corrected: 0, unchanged: 0, unmatched: 1 })
  expect(notices).toContainEqual(expect.stringContaining('retire antes el lote que lo trajo'))
})

const aCurp = (first17: string) => ({ CURP: `${first17}${curpCheckDigit(first17)}` })
const childrenOf = async (...rows: Detection[]) => {
  const found = await desk.database.query<{ acta: string; child_id: string }>(
    'select acta, child_id from children.detection where acta = any ($1)',
    [rows.map(({ ACTA }) => ACTA)],
  )
  return rows.map(({ ACTA }) => found.find(({ acta }) => acta === ACTA)?.child_id)
}

test('a number that is new on the row of a known child, and then on one of nobody known: the second is hers, too', async () => {
  const curp = aCurp('DEXX120605MNEXXXA')
  const ofAna = aDetection({ ...anasNue(), ...curp })
  const next = aDetection(curp)

  const { counts } = await desk.send('children/detections', [ofAna, next])

  expect(counts).toMatchObject({ recorded: 2, unmatched: 0 })
  const [first, second, known] = await childrenOf(ofAna, next, ana)
  expect([first, second]).toEqual([known, known])
})

test('the other way round it is of two children: told, kept, and joined to neither', async () => {
  const curp = aCurp('EEXX120605MNEXXXA')
  const next = aDetection(curp)
  const ofAna = aDetection({ ...anasNue(), ...curp })

  const { batchId, counts, notices } = await desk.send('children/detections', [next, ofAna])

  expect(counts).toMatchObject({ recorded: 1, unmatched: 1 })
  expect(notices).toContainEqual(expect.stringMatching(new RegExp(`: 1 \\(renglón 3\\)\\. ${OF_TWO}$`)))
  expect(await keptOf('children', batchId)).toMatchObject([{ line: 3, reason: OF_TWO }])
})

test.each<[feed: string, first17: string, row: (of: Detection) => Row]>([
  ['detections', 'FEXX120605MNEXXXA', (of) => of],
  ['migration-documents', 'GEXX120605MNEXXXA', ({ ACTA }) => aPermit(ACTA)],
  ['asylum-claims', 'HEXX120605MNEXXXA', ({ ACTA }) => aClaim(ACTA)],
])(
  '%s that give one new number to two known children: the first line gives it, the second is of two',
  async (feed, first17, row) => {
    const [one, other] = [aDetection(), aDetection()]
    await desk.send('children/detections', [one, other])
    const curp = aCurp(first17)

    const { batchId, counts } = await desk.send(`children/${feed}`, [
      { ...row(one), ...curp },
      { ...row(other), ...curp },
    ])

    expect(counts).toMatchObject({ rows: 2, refused: 0, unmatched: 1 })
    expect(await keptOf('children', batchId)).toMatchObject([{ line: 3, reason: OF_TWO }])
  },
)

test('it waits while its numbers are of two, and is joined when one of them is taken back', async () => {
  const nue = { NUE: aNue() }
  const curp = { CURP: `CEXX120605MNEXXXA${curpCheckDigit('CEXX120605MNEXXXA')}` }
  const mistaken = await desk.send('children/detections', [aDetection(curp)])
  await desk.send('children/detections', [aDetection(nue)])
  const ofTwo = aDetection({ ...nue, ...curp })
  const { batchId } = await desk.send('children/detections', [ofTwo])
  await desk.tell()
  expect(await keptOf('children', batchId)).toHaveLength(1)

  await desk.takeBack('children', mistaken.batchId)
  await desk.tell()

  expect(await keptOf('children', batchId)).toEqual([])
  expect(await desk.database.query('select acta from children.detection where acta = $1', [ofTwo.ACTA])).toHaveLength(1)
})
