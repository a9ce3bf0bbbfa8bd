/** Numbers that two children have, or nobody: none is lost, and none makes one child of two. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { openedIn } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Numbers by which no row is joined: two children may have the same, and neither loses it. */
describe('numbers by which no row is joined', () => {
  const NUMBERS = {
    ...{ 'FOLIO ALBERGUE': 'ALB-0001', 'DOCUMENTO DE IDENTIDAD': '0801-2011', PROGRES: '212-26C00007' },
    CPIMS: 'MEX-CP-7',
  }
  const numbersOf = async ({ ACTA }: Row) =>
    (await openedIn(desk.database, 'identifier', ACTA)).map((cells) => Object.values(cells ?? {})[0]).sort()
  const ALL = ['0801-2011', '212-26C00007', 'ALB-0001', 'MEX-CP-7']

  test('a number that another child has already is kept of both: shelters number for themselves, siblings share a case', async () => {
    const [one, other, third] = [aDetection(NUMBERS), aDetection(NUMBERS), aDetection(NUMBERS)]

    const taken = await desk.send('children/detections', [one, other])
    const later = await desk.send('children/detections', [third])
    await desk.send('children/detections', [{ ...third, INTÉRPRETE: 'SÍ' }])

    for (const row of [one, other, third]) expect(await numbersOf(row)).toEqual(ALL)
    expect(taken.notices.join()).toContain('ya tiene otra niña, niño o adolescente: 3 (renglón 3)')
    expect(later.notices.join()).toContain('ya tiene otra niña, niño o adolescente: 3 (renglón 2)')

    await desk.takeBack('children', taken.batchId)
    expect(await numbersOf(third)).toEqual(ALL)
    await desk.send('children/detections', [{ ...third, INTÉRPRETE: 'NO' }])
    expect(await numbersOf(third)).toEqual(ALL)
  })
})

/** What systems write where no number was given has the form of one, and is the same for everybody: it joins nobody. */
describe('numbers of nobody', () => {
  const CURP_OF_FOREIGNERS = 'XEXX010101HNEXXXA4'

  test('given two children with the CURP of foreigners who have none, they stay two, and have none', async () => {
    const rows = [aDetection({ CURP: CURP_OF_FOREIGNERS }), aDetection({ CURP: CURP_OF_FOREIGNERS })]

    const { outcome, counts } = await desk.send('children/detections', rows)

    expect([outcome, counts.recorded]).toEqual(['TAKEN', 2])
    const actas = rows.map(({ ACTA }) => ACTA)
    const children = await desk.database.query(
      'select distinct child_id from children.detection where acta = any ($1)',
      [actas],
    )
    expect(children).toHaveLength(2)
    expect(await desk.database.query("select from children.identifier where type = 'CURP'")).toEqual([])
  })

  test('given an acta of number 0 and a NUE of one digit, the file is refused, and its sender is told what they are', async () => {
    const rows = [aDetection({ ACTA: 'INM/07/2026/0000000' }), aDetection({ NUE: '999999999' })]

    const { outcome, firstRejects } = await desk.send('children/detections', rows)

    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toEqual([
      { line: 2, column: 'ACTA', value: 'INM/07/2026/0000000', reason: expect.stringContaining('relleno') },
      { line: 3, column: 'NUE', value: '999999999', reason: expect.stringContaining('relleno') },
    ])
  })
})

/** Siblings often share a file. Its number is of the first of them; of the others it is told what would have them taken in: waiting does not. */
describe('one number of siblings', () => {
  let ana: Detection
  let luis: Detection
  beforeAll(async () => {
    ;[ana, luis] = [aDetection(), aDetection({ 'NOMBRE(S)': 'Luis' })]
    await desk.send('children/detections', [ana, luis])
    await desk.tell()
  })

  const CASE = aCase('')
  const FEEDS: [feed: string, number: string, row: Row, sender: object][] = [
    ['representation/protection-cases', 'folio', CASE, { source: 'PPNNA', state: '07' }],
    [
      'children/asylum-claims',
      'expediente',
      { EXPEDIENTE: 'COMAR/77/2026', 'FECHA DE SOLICITUD': '01/03/2026', SITUACIÓN: 'Solicitud presentada' },
      { source: 'COMAR' },
    ],
  ]

  test.each(FEEDS)(
    '%s: given siblings under one %s, the second waits, and its sender learns what to do',
    async (feed, number, row, sender) => {
      const { counts, notices } = await desk.send(
        feed,
        [ana, luis].map(({ ACTA }) => ({ ...row, ACTA })),
        sender,
      )

      expect(counts).toMatchObject({ recorded: 1, unmatched: 1 })
      expect(notices).toContainEqual(
        expect.stringMatching(
          new RegExp(`\\(renglón 3\\)\\. Ese ${number} ya es de otra niña.* dé a cada quien el suyo`),
        ),
      )
    },
  )
})
