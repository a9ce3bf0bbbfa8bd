/** The registry is of children: whoever is known to be of age on a day is not found as a child, though the row says no age. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const NO_CHILD =
  'Por la fecha de nacimiento que se conoce tenía 18 años cumplidos ese día, y el renglón no trae edad ni fecha de nacimiento: este registro es de niñas, niños y adolescentes.'
const aNue = () => `N${String(nextNumber()).padStart(9, '0')}`
const found = (at: string, differences: Row) =>
  aDetection({ 'FECHA Y HORA': at, EDAD: '', 'AVISO A PPNNA': '', ...differences })
const send = (rows: readonly Row[], source = 'SNDIF') => desk.send('children/detections', rows, { source })

/** A child found first in 2024, when somebody said on which day it was born. */
async function aChildBorn(bornOn: string, differences: Row = {}): Promise<string> {
  const NUE = aNue()
  await send([found('10/03/2024 10:00', { NUE, 'FECHA DE NACIMIENTO': bornOn, ...differences })])
  return NUE
}

const ESTIMATED = { 'FECHA ESTIMADA': 'Sí' }
test.each([
  ['on the eve of the birthday', '11/03/2008', {}, '10/03/2026 23:30', {}, null],
  ['on the birthday', '11/03/2008', {}, '11/03/2026 00:30', {}, NO_CHILD],
  ['on 28 February, born on the 29th', '29/02/2008', {}, '28/02/2026 23:59', {}, null],
  ['on 1 March, born on 29 February', '29/02/2008', {}, '01/03/2026', {}, NO_CHILD],
  ['on New Year’s Eve by the Mexican clock', '01/01/2008', {}, '31/12/2025 23:30', {}, null],
  ['in the year of doubt of an estimate', '11/03/2007', ESTIMATED, '10/03/2026', {}, null],
  ['after the year of doubt of an estimate', '11/03/2007', ESTIMATED, '11/03/2026', {}, NO_CHILD],
  ['where the row says another age', '11/03/2007', {}, '11/03/2026', { EDAD: '17' }, null],
  ['where the row says another birth', '11/03/2007', {}, '11/03/2026', { 'FECHA DE NACIMIENTO': '11/03/2009' }, null],
])('given a find %s, it is refused for that or not at all', async (_when, bornOn, first, at, then, reason) => {
  const NUE = await aChildBorn(bornOn, first)

  const { firstRejects } = await send([found(at, { NUE, ...then })])

  expect(firstRejects.map(({ reason }) => reason)).toEqual(reason === null ? [] : [reason])
})

test.each(['NUE', 'CURP'])(
  'given both finds in one file, told to be of one child by the %s, the later is refused',
  async (by) => {
    const number = { [by]: by === 'NUE' ? aNue() : `XEXX070311MNEXXXA${curpCheckDigit('XEXX070311MNEXXXA')}` }

    const { firstRejects } = await send([
      found('11/03/2026 10:00', number),
      found('10/03/2024 10:00', { ...number, 'FECHA DE NACIMIENTO': '11/03/2007' }),
    ])

    expect(firstRejects.map(({ line, reason }) => [line, reason])).toEqual([[2, NO_CHILD]])
  },
)

test('given a find on record that was told with an age, sent again without it, nothing changes', async () => {
  const NUE = await aChildBorn('11/03/2007')
  const row = found('11/03/2026 10:00', { NUE, EDAD: '17' })
  await send([row])

  const { counts } = await send([{ ...row, EDAD: '', MUNICIPIO: 'Huixtla' }])

  expect([counts.refused, counts.corrected]).toEqual([0, 1])
})

test('given a find by INM of whom another said the birth date, INM is told nothing, and the row waits with its reason', async () => {
  const NUE = await aChildBorn('11/03/2007')

  const { outcome, firstRejects } = await send([found('11/03/2026 10:00', { NUE })], 'INM')

  expect([outcome, firstRejects]).toEqual(['TAKEN', []])
  expect(await desk.database.query('select reason from children.unmatched_row')).toEqual([{ reason: NO_CHILD }])
})

const BY_THEN_OF_AGE =
  'Por la fecha de nacimiento que traen, otra detección de la misma persona, que se envió sin edad ni fecha de nacimiento, es de cuando ya tenía 18 años cumplidos: 1 (renglón 2).'
const told = (notices: readonly string[]) => notices.filter((notice) => notice.startsWith(BY_THEN_OF_AGE))

test.each([
  ['on the birthday', '11/03/2008', {}, {}, 1],
  ['on the morrow', '12/03/2008', {}, {}, 0],
  ['in the year of doubt of an estimate', '11/03/2008', ESTIMATED, {}, 0],
  ['where the later find told an age', '11/03/2008', {}, { EDAD: '17' }, 0],
])(
  'given a find of 11 March 2026 and then an earlier one with a birth date, of age %s, the sender is told of it or not at all',
  async (_when, bornOn, first, later, times) => {
    const NUE = aNue()
    await send([found('11/03/2026 10:00', { NUE, ...later })])

    const { outcome, notices } = await send([
      found('10/03/2024 10:00', { NUE, 'FECHA DE NACIMIENTO': bornOn, ...first }),
    ])

    expect([outcome, told(notices)]).toEqual(['TAKEN', Array(times).fill(expect.any(String))])
  },
)

test('given a birth date that is put right, by which a find without age was of somebody of age, the sender is told', async () => {
  const NUE = aNue()
  const row = found('10/03/2024 10:00', { NUE, 'FECHA DE NACIMIENTO': '11/03/2010' })
  await send([row])
  await send([found('11/03/2026 10:00', { NUE })])

  const { notices } = await send([{ ...row, 'FECHA DE NACIMIENTO': '11/03/2008' }])

  expect(told(notices)).toHaveLength(1)
})

test('given the same of INM, it is told nothing, and whoever takes in is', async () => {
  const NUE = aNue()
  await send([found('11/03/2026 10:00', { NUE })])

  const { notices, besides } = await send(
    [found('10/03/2024 10:00', { NUE, 'FECHA DE NACIMIENTO': '11/03/2008' })],
    'INM',
  )

  expect([told(notices).length, told(besides).length]).toEqual([0, 1])
})

test.each([
  ['an age', { EDAD: '19' }],
  ['a birth date', { EDAD: '', 'FECHA DE NACIMIENTO': '11/03/2004' }],
])(
  'given a find that is told anew with %s of somebody of age, the row is refused and says that what was told before counts until it is withdrawn',
  async (_what, corrected) => {
    const known = async (acta: string) =>
      desk.database.query('select age from children.detection where acta = $1', [acta])
    const row = aDetection({ EDAD: '17', 'FECHA Y HORA': '10/03/2026 10:00', 'AVISO A PPNNA': '' })
    const { batchId } = await send([row])

    const { firstRejects } = await send([{ ...row, ...corrected }])

    expect(firstRejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('sigue contando hasta que se retire ese lote.'),
    ])
    expect(await known(row.ACTA)).toEqual([{ age: 17 }])
    await desk.takeBack('children', batchId)
    expect(await known(row.ACTA)).toEqual([])
  },
)
