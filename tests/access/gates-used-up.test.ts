/** What permitted a return is used up by the return that INM itself wrote, and by nothing that others tell: the gate is no window (security.md 3.8). */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { daysAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { CHIAPAS, type Gates, openGates, SHUT } from '../support/gates.ts'
import { rowsRead } from '../support/rows-read.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const NUE = { NUE: 'N777000001' }

let gates: Gates
let { database, feeds, asked, told, aFoundChild, determined } = {} as Gates
beforeAll(async () => {
  gates = await openGates()
  ;({ database, feeds, asked, told, aFoundChild, determined } = gates)
})
afterAll(() => gates.stop())

const leftDaysAgo = (days: number) => ({ 'FECHA Y HORA DE SALIDA': written(daysAgo(days)) })

test('what permitted one return is used up by it, and that others found the child again is not told', async () => {
  const { number, file } = await aFoundChild({}, NUE)
  await determined(file.FOLIO)
  await told()
  expect((await asked(number)).data).toMatchObject({ returnGate: { answer: 'PERMITTED' } })

  await feeds.takeIn('returns/executed-returns', [aReturn(number, leftDaysAgo(5))])
  await told()
  expect((await asked(number)).data).toEqual(SHUT)

  const foundAgain = () => aDetection({ ...NUE, 'FECHA Y HORA': written(daysAgo(3)) })
  await feeds.takeIn('children/detections', [foundAgain()], { source: 'DIF' })
  await told()
  expect((await asked(number)).data).toEqual(SHUT)
  const again = foundAgain()
  await feeds.takeIn('children/detections', [again])
  await told()
  expect((await asked(again.ACTA)).data).toEqual(SHUT)

  await determined(file.FOLIO, { FECHA: writtenDay(daysAgo(1)) })
  await told()
  expect((await asked(again.ACTA)).data).toMatchObject({
    returnGate: { answer: 'PERMITTED', documentDate: localDay(daysAgo(1)) },
  })
})

test.each([
  ['of which others alone tell', [['DIF', 5]], 'PERMITTED'],
  ['that INM tells', [['INM', 5]], 'NOT_PERMITTED'],
  [
    'that INM tells, and others after it as of before',
    [
      ['INM', 5],
      ['DIF', 15],
    ],
    'NOT_PERMITTED',
  ],
  [
    'of before, that INM tells, and others as of after',
    [
      ['INM', 15],
      ['DIF', 5],
    ],
    'PERMITTED',
  ],
  [
    'of which others told, and INM the same',
    [
      ['DIF', 5],
      ['INM', 5],
    ],
    'NOT_PERMITTED',
  ],
  [
    'of before, of which others told, and INM as of after, of an earlier cut-off',
    [
      ['DIF', 15],
      ['INM', 5, 1],
    ],
    'NOT_PERMITTED',
  ],
] as const)(
  'a permission is used up by a return %s: the gate goes by what INM wrote',
  async (_told, tellings, answer) => {
    const { number, file } = await aFoundChild()
    await determined(file.FOLIO)
    const row = aReturn(number)
    // The same bytes twice would be one file.
    const another = () => aReturn('INM/07/2026/9999999')
    for (const [source, days, before = 0] of tellings) {
      const cutoff = localDay(daysAgo(before))
      await feeds.takeIn('returns/executed-returns', [{ ...row, ...leftDaysAgo(days) }, another()], { source, cutoff })
    }
    await told()

    expect((await asked(number)).data).toMatchObject({ returnGate: { answer } })
  },
)

test('a return of INM whose row waits, since its numbers are of two children, uses up what permitted it all the same', async () => {
  const CURP = { CURP: `XEXX130101MNEXXXA${curpCheckDigit('XEXX130101MNEXXXA')}` }
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await feeds.takeIn('children/detections', [aDetection(CURP)], { source: 'DIF' })
  await told()
  await feeds.takeIn('returns/executed-returns', [{ ...aReturn(number, leftDaysAgo(5)), ...CURP }])
  await told()

  expect(await database.query("select from returns.unmatched_row where raw ->> 'acta' = $1", [number])).toHaveLength(1)
  expect((await asked(number)).data).toEqual(SHUT)
})

test('however many returns wait, the gate reads those of its child', async () => {
  const { number, file } = await aFoundChild()
  await determined(file.FOLIO)
  await feeds.takeIn('returns/executed-returns', [aReturn('INM/07/2026/8888888')])
  await told()
  await database.query(`insert into returns.unmatched_row (id, batch_id, feed, line, raw, keys, reason)
    select gen_random_uuid(), (select id from returns.batch limit 1), 'executed-returns', n,
      jsonb_build_object('acta', 'INM/07/2020/' || n, 'placed', jsonb_build_object('child_id', gen_random_uuid()),
        'return_type', 'ASSISTED_RETURN', 'departed_at', '2020-01-01T00:00:00Z'), '{}', ''
    from generate_series(1, 20000) n`)
  await database.query('analyze returns.unmatched_row')
  const login = readerUrl('returns', database.url)
  const ask = async (sql: string) => {
    const rows = await underContext(login, signedContext(keyOf(login), rowContextOf(CHIAPAS)), sql)
    if (typeof rows === 'string') throw new Error(rows)
    return rows
  }
  const asking = `select determination_id from returns.gate_of_return where acta = '${number}'`
  const read = await rowsRead(ask, 'unmatched_row', asking)

  expect(read).not.toBeNull()
  expect(read).toBeLessThan(50)
})
