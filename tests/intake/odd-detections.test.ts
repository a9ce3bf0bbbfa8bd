/** What contradicts itself in a row of detections and may be so: it is taken in, and its sender is told, INM too. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const at = (detected: string, differences: Record<string, string>) =>
  aDetection({ 'FECHA Y HORA': detected, 'AVISO A PPNNA': '', ...differences })

const ON = '10/03/2026 14:00'
const PLAIN = [
  at(ON, { 'AVISO A PPNNA': '10/03/2026 14:00', 'AVISO A DIF': '10/03/2026' }),
  at('10/03/2026', { 'AVISO A PPNNA': '10/03/2026 09:00' }),
  at(ON, { EDAD: '14', 'FECHA DE NACIMIENTO': '11/03/2011' }),
  at(ON, { EDAD: '15', 'FECHA DE NACIMIENTO': '11/03/2011' }),
  at(ON, { EDAD: '13', 'FECHA DE NACIMIENTO': '' }),
]
const ODD = [
  at(ON, { 'AVISO A PPNNA': '10/03/2026 13:59' }),
  at(ON, { 'AVISO A PPNNA': '09/03/2026', 'AVISO A DIF': '2026-03-10T19:59:00Z' }),
  at(ON, { EDAD: '16', 'FECHA DE NACIMIENTO': '11/03/2011' }),
  at(ON, { EDAD: '12', 'FECHA DE NACIMIENTO': '11/03/2011' }),
]
const doubtsIn = (notices: readonly string[]) => notices.filter((notice) => notice.startsWith('Dudoso'))
const told = (what: string, where: string) =>
  `Dudoso, y se recibe como viene: ${what}: ${where}. Si no es así, corríjalo y envíe el archivo otra vez.`

test('given notices and ages that go with the detection, nothing is doubted', async () => {
  const { outcome, notices } = await desk.send('children/detections', PLAIN)

  expect([outcome, doubtsIn(notices)]).toEqual(['TAKEN', []])
})

test.each(['SNDIF', 'INM'])(
  'given some that do not, %s is told on which lines, and they are taken in',
  async (source) => {
    const rows = source === 'INM' ? ODD : ODD.map((row) => ({ ...row, ACTA: aDetection().ACTA }))

    const { outcome, counts, notices } = await desk.send('children/detections', rows, { source })

    expect([outcome, counts.recorded]).toEqual(['TAKEN', ODD.length])
    expect(doubtsIn(notices)).toEqual([
      told('el aviso a la PPNNA es anterior a la detección', '2 (renglones 2, 3)'),
      told('el aviso al DIF es anterior a la detección', '1 (renglón 3)'),
      told('la edad y la fecha de nacimiento difieren en más de un año', '2 (renglones 4, 5)'),
    ])
  },
)

const aCurp = (body: string) => `${body}${curpCheckDigit(body)}`
const withCurp = (body: string, differences: Record<string, string>) =>
  at(ON, { CURP: aCurp(body), EDAD: '', 'FECHA DE NACIMIENTO': '11/03/2011', ...differences })

test('given a CURP of another day of birth or another sex than the row tells, its sender is told; of a birth date that is an estimate not', async () => {
  const { outcome, notices } = await desk.send('children/detections', [
    withCurp('XEXA110311MNEXXXA', {}),
    withCurp('XEXB110312MNEXXXA', {}),
    withCurp('XEXC110311HNEXXXA', {}),
    withCurp('XEXD110724MNEXXXA', { 'FECHA ESTIMADA': 'SÍ', 'FECHA DE NACIMIENTO': '01/01/2011' }),
    withCurp('XEXE110311HNEXXXA', { SEXO: '' }),
    withCurp('XEXF110311MNEXXX0', {}),
  ])

  expect([outcome, doubtsIn(notices)]).toEqual([
    'TAKEN',
    [
      told(
        'la CURP es de otra fecha de nacimiento que la del renglón, o de otro sexo: puede ser la de otra persona',
        '3 (renglones 3, 4, 7)',
      ),
    ],
  ])
})

test('given one NUE with another sex, or another year of birth, the sender is told that they are joined; a year apart it is an estimate', async () => {
  const nue = (NUE: string, differences: Record<string, string>) => at(ON, { NUE, EDAD: '', ...differences })
  const born = (day: string) => ({ 'FECHA DE NACIMIENTO': day })

  const { outcome, notices } = await desk.send('children/detections', [
    nue('N100000001', born('11/03/2011')),
    nue('N100000001', { ...born('11/03/2011'), SEXO: 'Hombre' }),
    nue('N100000002', born('11/03/2011')),
    nue('N100000002', born('01/01/2012')),
    nue('N100000003', born('11/03/2011')),
    nue('N100000003', born('11/03/2015')),
    nue('N100000004', born('11/03/2011')),
    nue('N100000004', { ...born(''), SEXO: '' }),
  ])

  expect([outcome, doubtsIn(notices)]).toEqual([
    'TAKEN',
    [
      told(
        'el NUE está en un renglón anterior con otro sexo o con otro año de nacimiento, y por ese número se unen como una sola persona',
        '2 (renglones 3, 7)',
      ),
    ],
  ])
})
