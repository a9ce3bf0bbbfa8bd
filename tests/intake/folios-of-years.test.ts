/** An office that begins from 1 each January: a folio is one of a year, and no child is taken for another by it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const RETURNS = 'returns/executed-returns'
const LISTS = 'returns/return-checklists'

let [one, other] = ['', '']
let count = 0
let folio = ''
beforeEach(async () => {
  const found = [aDetection(), aDetection({ ENTIDAD: 'Veracruz' })]
  await desk.send('children/detections', found)
  await desk.tell()
  ;[one = '', other = ''] = found.map(({ ACTA }) => ACTA)
  count += 1
  folio = String(count)
})

const ofChiapas = (more: Row = {}) => aReturn(one, { 'FOLIO DE RETORNO': folio, ...more })
const checked = (more: Row = {}) => ({ 'FOLIO DE RETORNO': folio, 'NNA ESCUCHADA': 'NO', ...more })

/** State, child and destination of each return of this folio, with the sources of its checklists. */
const returned = async (table = 'executed_return') =>
  (
    await desk.database.query<{ told: string }>(
      `select concat_ws(' ', r.state, d.acta, r.destination,
         (select string_agg(c.source, ',') from returns.return_checklist c where c.return_id = r.id)) as told
       from returns.${table} r join children.detection d using (child_id) where r.folio = $1 order by r.state, d.acta`,
      [folio],
    )
  ).map(({ told }) => told)

const waiting = async (batchId: string | null) =>
  (
    await desk.database.query<{ reason: string }>(
      'select reason from returns.unmatched_row where batch_id = $1 and matched_at is null order by line',
      [batchId],
    )
  ).map(({ reason }) => reason)

const yearsAgo = (years: number) => ({ 'FECHA Y HORA DE SALIDA': writtenDay(daysAgo(20 + 366 * years)) })

test('the first return of the next year is one of its own where it is of another child, and of the same it is the year put right', async () => {
  await desk.send(RETURNS, [ofChiapas(yearsAgo(1))])

  const next = await desk.send(RETURNS, [ofChiapas({ ACTA: other, ...yearsAgo(0) })])
  expect(next.counts).toMatchObject({ recorded: 1, unmatched: 0 })
  expect(await returned()).toEqual([`07 ${one} HND`, `07 ${other} HND`])

  const [again, unnamed] = [
    await desk.send(RETURNS, [ofChiapas({ ACTA: other, 'PAÍS DE DESTINO': 'Guatemala', ...yearsAgo(0) })]),
    await desk.send(RETURNS, [ofChiapas({ ACTA: '', 'PAÍS DE DESTINO': 'El Salvador', ...yearsAgo(1) })]),
  ]
  expect([again.counts, unnamed.counts]).toMatchObject([{ corrected: 1 }, { corrected: 1 }])
  expect(await returned()).toEqual([`07 ${one} SLV`, `07 ${other} GTM`])
})

test('one of another year that names nobody waits, and moves no return from one year to the next', async () => {
  await desk.send(RETURNS, [ofChiapas(yearsAgo(1))])

  const { batchId, counts } = await desk.send(RETURNS, [ofChiapas({ ACTA: '', ...yearsAgo(0) })])

  expect(counts).toMatchObject({ corrected: 0, unmatched: 1 })
  expect(await waiting(batchId)).toEqual(['El renglón no trae ACTA, NUE ni CURP.'])
})

test('a checklist of two years’ returns is of the one that departed in the year that it tells', async () => {
  await desk.send(RETURNS, [ofChiapas(yearsAgo(1))])
  await desk.send(RETURNS, [ofChiapas({ ACTA: other, ...yearsAgo(0) })])

  const doubtful = await desk.send(LISTS, [checked({ ENTIDAD: 'Chiapas' })], { source: 'CNDH' })
  const told = await desk.send(LISTS, [checked({ ENTIDAD: 'Chiapas', 'FECHA DE SALIDA': writtenDay(daysAgo(386)) })], {
    source: 'CNDH',
  })

  expect([doubtful.counts, told.counts]).toMatchObject([{ unmatched: 1 }, { recorded: 1 }])
  expect(await returned()).toEqual([`07 ${one} HND CNDH`, `07 ${other} HND`])
})
