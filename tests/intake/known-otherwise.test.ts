/** A number by which a row joins a child of whom an earlier file told another sex or year of birth: its sender is told, and of INM whoever runs the registry. */
import { besidesReportOf, reportOf } from '@vigia/kit/intake/command/report'
import type { TakeInOptions } from '@vigia/kit/intake/take-in'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const born = (day: string, differences: Row = {}) =>
  aDetection({ EDAD: '', 'FECHA DE NACIMIENTO': day, ...differences })
const again = (row: Row, differences: Row): Row => ({
  ...row,
  ...{ ACTA: aDetection().ACTA, 'FECHA Y HORA': written(daysAgo(3)), 'AVISO A PPNNA': '' },
  ...differences,
})
const KNOWN = 'ya era de alguien con otro sexo o con otro año de nacimiento en un archivo anterior'
const send = (rows: readonly Row[], options: Partial<TakeInOptions> = {}) =>
  desk.send('children/detections', rows, options)

test('its sender is told which rows they are; of a year apart, of a blank and of the same acta told anew nobody is', async () => {
  const curp = `XEXA110311MNEXXXA${curpCheckDigit('XEXA110311MNEXXXA')}`
  const first = ['N300000001', 'N300000002', 'N300000003', 'N300000004', 'N300000005'].map((NUE) =>
    born('11/03/2011', { NUE }),
  )
  const byCurp = born('11/03/2011', { CURP: curp })
  await send([...first, byCurp])
  const differences: Row[] = [
    { SEXO: 'Hombre' },
    { 'FECHA DE NACIMIENTO': '11/03/2015' },
    { 'FECHA DE NACIMIENTO': '01/01/2012' },
    { SEXO: '', 'FECHA DE NACIMIENTO': '' },
  ]
  const later = differences.map((difference, nth) => again(first[nth] ?? {}, difference))

  const { outcome, notices } = await send([
    ...later,
    { ...first[4], SEXO: 'Hombre' },
    again(byCurp, { SEXO: 'Hombre', 'FECHA DE NACIMIENTO': '' }),
  ])

  expect([outcome, notices.filter((notice) => notice.includes(KNOWN))]).toEqual([
    'TAKEN',
    [expect.stringContaining(`${KNOWN}: 3 (renglones 2, 3, 7)`)],
  ])
})

test('of a file of INM it stands on a line that is not for INM', async () => {
  const row = born('11/03/2011', { NUE: 'N300000006' })
  await send([row], { source: 'INM' })

  const taken = await send([again(row, { SEXO: 'Hombre' })], { source: 'INM' })

  expect(taken.outcome).toBe('TAKEN')
  expect(reportOf('archivo.csv', taken, 0)).not.toContain(KNOWN)
  expect(besidesReportOf(taken)).toEqual([
    expect.stringMatching(`^Solo para quien opera el registro, .*${KNOWN}: 1 \\(renglón 2\\)`),
  ])
})
