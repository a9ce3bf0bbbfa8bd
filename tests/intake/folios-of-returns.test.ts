/** Each office of INM numbers its returns for itself: a folio is one of a state, and no child is taken for another by it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { daysAgo, writtenDay } from '../support/clock.ts'
import type { Desk } from './desk.ts'
import { type FolioDesk, LISTS, openFolioDesk, RETURNS } from './folio-desk.ts'

let desk: Desk
let folios: FolioDesk
let { ofChiapas, ofVeracruz, checked, returned, waiting } = {} as FolioDesk
beforeAll(async () => {
  folios = await openFolioDesk()
  ;({ desk, ofChiapas, ofVeracruz, checked, returned, waiting } = folios)
})
afterAll(() => desk.close())

let { one, other } = {} as Awaited<ReturnType<FolioDesk['next']>>
beforeEach(async () => {
  ;({ one, other } = await folios.next())
})

test('the first return of a second office is a return of its own, by a file of each and by one of the nation', async () => {
  await desk.send(RETURNS, [ofChiapas()], { state: '07' })
  const second = await desk.send(RETURNS, [ofVeracruz()], { state: '30' })
  const national = await desk.send(RETURNS, [
    ofVeracruz({ 'PAÍS DE DESTINO': 'Guatemala' }),
    ofChiapas({ 'PAÍS DE DESTINO': 'El Salvador' }),
  ])

  expect(second.counts).toMatchObject({ recorded: 1, unmatched: 0 })
  expect(national.counts).toMatchObject({ recorded: 0, corrected: 2 })
  expect(await returned()).toEqual([`07 ${one} SLV`, `30 ${other} GTM`])
})

test('of two offices that begin with one number in one file of the nation both returns are taken in, and both plans', async () => {
  const planned = { 'FECHA PROGRAMADA': writtenDay(daysAgo(6)) }
  const { counts } = await desk.send(RETURNS, [ofChiapas(planned), ofVeracruz(planned)])

  expect(counts).toMatchObject({ recorded: 2, unmatched: 0 })
  expect(await returned()).toEqual([`07 ${one} HND`, `30 ${other} HND`])
  expect(await returned('return_plan')).toEqual([`07 ${one} HND`, `30 ${other} HND`])
})

test('a return goes on being known by its folio in its state, and where its state was mistaken, by its child and day', async () => {
  await desk.send(RETURNS, [ofChiapas(), ofVeracruz()])

  const { counts } = await desk.send(RETURNS, [
    ofChiapas({ ACTA: '', 'PAÍS DE DESTINO': 'Guatemala' }),
    ofVeracruz({ ENTIDAD: 'Tabasco' }),
  ])

  expect(counts).toMatchObject({ recorded: 0, corrected: 2 })
  expect(await returned()).toEqual([`07 ${one} GTM`, `27 ${other} HND`])
})

test('the same child, the same number in another state on another day: two returns', async () => {
  const { counts } = await desk.send(RETURNS, [
    ofChiapas({ 'FECHA Y HORA DE SALIDA': writtenDay(daysAgo(20)) }),
    ofVeracruz({ ACTA: one }),
  ])

  expect(counts.recorded).toBe(2)
  expect(await returned()).toEqual([`07 ${one} HND`, `30 ${one} HND`])
})

test('within one state a folio is of one child; of another state it says nothing of who is meant', async () => {
  await desk.send(RETURNS, [ofChiapas()])

  const { batchId, counts } = await desk.send(RETURNS, [
    ofChiapas({ ACTA: other }),
    ofVeracruz({ ACTA: '' }),
    ofVeracruz({ ACTA: 'INM/30/2026/0000009' }),
  ])

  expect(counts).toMatchObject({ recorded: 0, corrected: 0, unchanged: 0, unmatched: 3 })
  expect(await waiting(batchId)).toEqual([
    expect.stringMatching(/^Ese folio es, en esa entidad y ese año, de otra niña, niño o adolescente/),
    'El renglón no trae ACTA, NUE ni CURP.',
    'Ninguno de sus identificadores es de una niña, niño o adolescente del registro.',
  ])
  expect(await returned()).toEqual([`07 ${one} HND`])
})

test('a checklist is of the return of its state, which the row tells, or the file', async () => {
  await desk.send(RETURNS, [ofChiapas(), ofVeracruz()])

  const { counts } = await desk.send(LISTS, [checked({ ENTIDAD: 'Veracruz' })], { source: 'CNDH' })
  await desk.send(LISTS, [checked()], { source: 'INM', state: '07' })

  expect(counts).toMatchObject({ recorded: 1, unmatched: 0 })
  expect(await returned()).toEqual([`07 ${one} HND INM`, `30 ${other} HND CNDH`])
})

test('a checklist that may be of two returns waits, and is told why; one of a state waits for the return of that state', async () => {
  await desk.send(RETURNS, [ofChiapas()])
  const early = await desk.send(LISTS, [checked()], { source: 'CNDH', state: '30' })
  expect(await waiting(early.batchId)).toEqual(['Ningún retorno de esa entidad tiene ese folio en el registro.'])

  await desk.send(RETURNS, [ofVeracruz()])
  const doubtful = await desk.send(LISTS, [checked({ 'NNA ESCUCHADA': 'SÍ' })])
  await desk.tell()

  expect(doubtful.counts.unmatched).toBe(1)
  expect(await waiting(doubtful.batchId)).toEqual([
    'Varios retornos tienen ese folio, cada uno de su entidad y año: falta la ENTIDAD del retorno, o su FECHA DE SALIDA.',
  ])
  expect(await waiting(early.batchId)).toEqual([])
  expect(await returned()).toEqual([`07 ${one} HND`, `30 ${other} HND CNDH`])
})
