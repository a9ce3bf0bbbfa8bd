/** Shelters are called "Cuenta Conmigo" and "Suma de Esfuerzos": what tells all that a record must is one, whatever its first word. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

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
