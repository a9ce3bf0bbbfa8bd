/** What lists of places tell, and how it is read: names that lost a letter, places that moved, shelters called like sums. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** "Albergue Jes?s" is no other place than "Albergue Jesús": what a program lost is sent again, and no second place stands beside the first. */
describe('places of lost letters', () => {
  test('given a stay in a place whose name lost a letter, it is refused', async () => {
    const found = aDetection()
    await desk.send('children/detections', [found])
    await desk.tell()

    const { outcome, firstRejects } = await desk.send('placements/stays', [
      aStay(found.ACTA, { 'NOMBRE DEL LUGAR': 'Albergue Jes?s', 'TIPO DE LUGAR': 'Albergue' }),
    ])

    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toMatchObject([{ column: 'NOMBRE DEL LUGAR', reason: expect.stringContaining('dañados') }])
  })
})

/** A list that puts a place in another state, or makes it of another kind, moves all who are there: its sender is told so. */
describe('places counted elsewhere', () => {
  const CENTRE = { CLAVE: 'CC-07-031', NOMBRE: 'Centro La Joya', TIPO: 'CCAN', ENTIDAD: 'Chiapas', CAPACIDAD: '20' }
  const MOVED = expect.stringMatching(/^Lugares que constaban en otra entidad o como de otro tipo, .*: 1 \(renglón 2\)/)
  let days = 60
  const list = (row: Record<string, string>) =>
    desk.send('placements/facilities', [row], { source: 'SNDIF', cutoff: localDay(daysAgo(days--)) })

  test.each([
    ['in another state', { ENTIDAD: 'Tabasco' }],
    ['in the first again', {}],
    ['of another kind, where nobody is held', { TIPO: 'CAS estatal' }],
  ])('of a place that is told to be %s', async (_how, more) => {
    if (days === 60) await list(CENTRE)

    const told = await list({ ...CENTRE, ...more })

    expect(told).toMatchObject({ outcome: 'TAKEN', counts: { corrected: 1 } })
    expect(told.notices).toContainEqual(MOVED)
  })

  test('and not of one that has another operator, or another type that is counted alike', async () => {
    const told = await list({ ...CENTRE, TIPO: 'CAS municipal', CAPACIDAD: '30' })

    expect(told).toMatchObject({ counts: { corrected: 1 } })
    expect(told.notices).not.toContainEqual(MOVED)
  })
})

/** Shelters are called "Cuenta Conmigo" and "Suma de Esfuerzos": what tells all that a record must is one, whatever its first word. */
describe('places called like sums', () => {
  const TITLES = 'Nombre,Tipo,Entidad,Municipio,Operador,Capacidad'
  const aShelter = (name: string) => `${name},Albergue,Chiapas,Tapachula,Asociación civil,40`
  const NAMES = ['Cuenta Conmigo', 'Suma de Esfuerzos', 'Total Apoyo', 'Amor Total']

  test.each([
    ['alone', TITLES, ''],
    [
      'beside columns that it leaves blank',
      `${TITLES},Contacto,Domicilio,Titular,Régimen,Apertura,Cierre,Clave`,
      ',,,,,,,',
    ],
  ])(
    'given shelters called like sums, their row %s, each is listed, and the sum below is not',
    async (_what, titles, blanks) => {
      const rows = NAMES.map((name) => `${aShelter(name)}${blanks}`)

      const { outcome, counts } = await desk.send(
        'placements/facilities',
        [titles, ...rows, `Total,,,,,160${blanks}`, ''].join('\n'),
        {
          dryRun: true,
        },
      )

      expect([outcome, counts.rows, counts.skipped]).toEqual(['DRY_RUN', NAMES.length, 1])
    },
  )
})
