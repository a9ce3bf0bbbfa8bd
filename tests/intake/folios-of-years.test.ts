/** An office that begins from 1 each January: a folio is one of a year, and no child is taken for another by it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { daysAgo, writtenDay } from '../support/clock.ts'
import type { Desk } from './desk.ts'
import { type FolioDesk, LISTS, openFolioDesk, RETURNS } from './folio-desk.ts'

let desk: Desk
let folios: FolioDesk
let { ofChiapas, checked, returned, waiting } = {} as FolioDesk
beforeAll(async () => {
  folios = await openFolioDesk()
  ;({ desk, ofChiapas, checked, returned, waiting } = folios)
})
afterAll(() => desk.close())

let { one, other } = {} as Awaited<ReturnType<FolioDesk['next']>>
beforeEach(async () => {
  ;({ one, other } = await folios.next())
})

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
