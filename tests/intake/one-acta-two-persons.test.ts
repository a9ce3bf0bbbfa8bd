/** Siblings whom an office writes under one acta: the second would take the place of the first, and nobody would learn of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const ana = { 'NOMBRE(S)': 'Ana María', SEXO: 'Mujer', 'FECHA DE NACIMIENTO': '05/06/2014', EDAD: '' }

test.each([
  ['another name', { 'NOMBRE(S)': 'Luis' }],
  ['another sex', { SEXO: 'Hombre' }],
  ['another day of birth', { 'FECHA DE NACIMIENTO': '05/06/2017' }],
])(
  'given one acta twice in a file, the second time with %s, INM is told and neither is taken for a correction',
  async (_what, other) => {
    const first = aDetection(ana)

    const { outcome, counts, firstRejects } = await desk.send('children/detections', [first, { ...first, ...other }], {
      source: 'INM',
    })

    expect([outcome, counts.refused]).toEqual(['REFUSED', 1])
    expect(firstRejects).toEqual([
      { line: 3, column: 'ACTA', value: first.ACTA, reason: expect.stringContaining('con otra persona') },
    ])
  },
)

test('given the good rows are wanted, the first goes in and the second is told of', async () => {
  const first = aDetection(ana)

  const { outcome, counts } = await desk.send('children/detections', [first, { ...first, 'NOMBRE(S)': 'Luis' }], {
    acceptGood: true,
  })

  expect([outcome, counts.recorded, counts.corrected, counts.refused]).toEqual(['TAKEN', 1, 0, 1])
})

test('given the same person written otherwise, or less of it, the later row corrects the earlier', async () => {
  const first = aDetection(ana)
  const again = { ...first, 'NOMBRE(S)': 'ANA MARIA', SEXO: 'n.e.', ENTIDAD: 'Oaxaca' }
  const less = { ...first, 'NOMBRE(S)': 'S/D', 'FECHA DE NACIMIENTO': '', 'PRIMER APELLIDO': 'Otro', ENTIDAD: 'Puebla' }

  const { outcome, counts } = await desk.send('children/detections', [first, again, less])

  expect([outcome, counts.recorded, counts.corrected]).toEqual(['TAKEN', 1, 2])
})

test('given another person in a later file, it is a correction, as it was', async () => {
  const first = aDetection(ana)
  await desk.send('children/detections', [first])

  const { outcome, counts } = await desk.send('children/detections', [{ ...first, 'NOMBRE(S)': 'Luis' }])

  expect([outcome, counts.corrected]).toEqual(['TAKEN', 1])
})
