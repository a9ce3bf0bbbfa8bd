/** Row 41 of security.md section 10: whoever is reported as a danger to a child does not represent it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
const REPORTED = 'José Ramón Ñáñez López'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** The folio of a new file that points at somebody. */
async function aFile(reported: string): Promise<string> {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const opened = aCase(found.ACTA, { 'PERSONA SEÑALADA': reported })
  expect((await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)).outcome).toBe('TAKEN')
  return opened.FOLIO
}

const represent = (FOLIO: string, who: string, options = {}, differences = {}) =>
  desk.send(
    'representation/representations',
    [
      {
        FOLIO,
        CALIDAD: 'Representación originaria',
        'PERSONA U ORGANIZACIÓN': who,
        INICIO: localDay(daysAgo(5)),
        ...differences,
      },
    ],
    { ...OF_CHIAPAS, ...options },
  )

const representedBy = async (folio: string) =>
  (
    await desk.database.query<{ who: string }>(
      `select represented_by as who from representation.representation r join representation.protection_case c on c.id = r.case_id
       where c.folio = $1`,
      [folio],
    )
  ).map(({ who }) => who)

test.each([REPORTED, 'LÓPEZ ÑÁÑEZ, JOSE RAMON', 'jose  ramon nanez lopez'])(
  'row 41: given the one who is reported, written as %s, the file is refused and nothing is written',
  async (who) => {
    const folio = await aFile(`María Otra|${REPORTED}`)

    const taken = await represent(folio, who)

    expect(taken).toMatchObject({ outcome: 'REFUSED', batchId: null, counts: { refused: 1 } })
    expect(taken.firstRejects).toEqual([
      {
        line: 2,
        column: 'PERSONA U ORGANIZACIÓN',
        value: who.replace(/ +/g, ' '),
        reason: expect.stringMatching(/^CONFLICTO: .* --confirm\.$/),
      },
    ])
    expect(await representedBy(folio)).toEqual([])
  },
)

test('row 41: given another person, or a mandate that ended, it is taken in', async () => {
  const folio = await aFile(REPORTED)

  expect((await represent(folio, 'Ana Núñez López')).outcome).toBe('TAKEN')
  const over = { CALIDAD: 'Tutor', FIN: localDay(daysAgo(2)) }
  expect((await represent(folio, REPORTED, {}, over)).outcome).toBe('TAKEN')
  expect(await representedBy(folio)).toContain('Ana Núñez López')
})

test('row 41: the sender who stands by a namesake is told all the same', async () => {
  const folio = await aFile(REPORTED)

  const { outcome, notices } = await represent(folio, REPORTED, { isConfirmed: true })

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual(expect.stringMatching(/^Personas señaladas como riesgo .*: 1 \(renglón 2\)/))
})

test('row 41: a report against whoever represents the child already is taken in, and told', async () => {
  const folio = await aFile('')
  await represent(folio, REPORTED)
  const [row] = await desk.database.query<{ acta: string }>(
    `select value as acta from representation.identifier_ref i join representation.protection_case c on c.child_id = i.child_id
     where c.folio = $1 and i.type = 'ACTA'`,
    [folio],
  )

  const again = aCase(row?.acta ?? '', { FOLIO: folio, 'PERSONA SEÑALADA': REPORTED })
  const { outcome, notices } = await desk.send('representation/protection-cases', [again], OF_CHIAPAS)

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual(expect.stringContaining('Personas señaladas como riesgo'))
})

test('row 41: overseers are told of it, refused or not, and of a dry run nobody is', async () => {
  const folio = await aFile(REPORTED)
  const alarms = async () => {
    await desk.database.query("select audit.chain('representation', 1000)")
    return desk.database.query(
      `select kind, role, office, states, records, child_id = (select child_id from representation.protection_case where folio = $1) as "isOfIt"
       from audit.alarm order by id`,
      [folio],
    )
  }
  const before = (await alarms()).length

  await represent(folio, REPORTED, { dryRun: true })
  expect((await alarms()).slice(before)).toEqual([])
  await represent(folio, REPORTED)
  await represent(folio, REPORTED, { isConfirmed: true })
  await represent(folio, 'Otra Persona', {}, { CALIDAD: 'Tutor' })

  const told = { kind: 'REPORTED', role: 'intake', office: 'PPNNA 07', states: ['07'], records: 1, isOfIt: true }
  expect((await alarms()).slice(before)).toEqual([told, told])
})

test('the name of whoever is reported is kept nowhere, and goes with its batch', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const opened = aCase(found.ACTA, { 'PERSONA SEÑALADA': 'Kanseñalado Uno' })
  const { batchId } = await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const kept = () => desk.database.query('select from representation.reported_person where batch_id = $1', [batchId])
  expect(await kept()).toHaveLength(1)
  expect(await desk.database.query(`select from outbox.event where payload::text ilike '%kanse%'`)).toEqual([])

  await desk.takeBack('representation', batchId)

  expect(await kept()).toEqual([])
})
