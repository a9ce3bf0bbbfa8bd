/**
 * Columns that few files have: the bed of a child in a place; of a return who escorted it and the plan that INM names; of a claim of asylum
 * when it was ratified and its situation notified, and why it was given up.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

test('in which bed a child sleeps is kept where a later file does not tell, and moves when the child does', async () => {
  const stay = aStay(known.ACTA)
  const bed = async (more: Record<string, string>) => {
    await desk.send('placements/stays', [{ ...stay, ...more }])
    return (await desk.database.query<{ bed: string | null }>('select bed from placements.stay'))[0]?.bed
  }

  expect(await bed({})).toBe(null)
  expect(await bed({ CAMA: 'Dormitorio 2, cama 4' })).toBe('Dormitorio 2, cama 4')
  expect(await bed({ 'EXPEDIENTE DIF': 'EXP-1' })).toBe('Dormitorio 2, cama 4')
  expect(await bed({ 'No. de cama': '7' })).toBe('7')
})

test('who escorted a child is counted by sex, by each source for itself, and goes with its batch', async () => {
  const returned = aReturn(known.ACTA, { 'FOLIO DEL PLAN': 'PRD-07-2026-000123' })
  await desk.send('returns/executed-returns', [returned])
  const list = { 'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '', 'ESCOLTA ESPECIALIZADA': 'SÍ' }
  const checklists = async () => (await factsOf(desk, 'returns'))['return_checklist']
  await desk.send('returns/return-checklists', [list], { source: 'INM' })
  const plain = await checklists()

  const seen = { ...list, 'MUJERES EN LA ESCOLTA': '1', 'HOMBRES EN LA ESCOLTA': '0' }
  const sent = await desk.send('returns/return-checklists', [seen], { source: 'CNDH' })

  expect((await factsOf(desk, 'returns'))['executed_return']).toMatchObject([{ plan_folio: 'PRD-07-2026-000123' }])
  expect(plain).toMatchObject([{ source: 'INM', escort_women: null, escort_men: null }])
  expect(await checklists()).toContainEqual(expect.objectContaining({ source: 'CNDH', escort_women: 1, escort_men: 0 }))
  await desk.takeBack('returns', sent.batchId)
  expect(await checklists()).toEqual(plain)
})

test('on what each answer of a checklist rests is kept by item, and nothing rests on what nobody answered', async () => {
  const returned = aReturn(known.ACTA)
  await desk.send('returns/executed-returns', [returned])
  const list = { 'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '', 'ARMAS VISIBLES': 'SÍ', 'NNA ESCUCHADA': 'NO' }
  const shown = { 'EVIDENCIA ARMAS VISIBLES': 'Fotografía 3', 'Evidencia de NNA escuchada': 'Entrevista' }
  const kept = async () => (await factsOf(desk, 'returns'))['return_checklist']
  const before = await kept()

  const sent = await desk.send('returns/return-checklists', [{ ...list, ...shown }], { source: 'CNDH' })
  expect(await kept()).toContainEqual(
    expect.objectContaining({
      ...{ evidence: null, shown_by_item: { FIREARMS_VISIBLE: 'Fotografía 3', CHILD_HEARD: 'Entrevista' } },
    }),
  )
  const unanswered = { ...list, 'EVIDENCIA PPNNA INFORMADA': 'Oficio' }
  expect((await desk.send('returns/return-checklists', [unanswered], { source: 'CNDH' })).firstRejects).toMatchObject([
    { column: 'EVIDENCIA PPNNA INFORMADA', value: 'Oficio', reason: expect.stringContaining('no se responde') },
  ])
  const heard = { ...list, 'NNA ESCUCHADA': 'SÍ' }
  const again = await desk.send('returns/return-checklists', [heard], { source: 'CNDH' })
  expect(await kept()).toContainEqual(expect.objectContaining({ shown_by_item: { FIREARMS_VISIBLE: 'Fotografía 3' } }))
  for (const { batchId } of [again, sent]) await desk.takeBack('returns', batchId)
  expect(await kept()).toEqual(before)
})

test('since when an authority keeps the card of a child is kept until it gives it back, and so is when that was told first', async () => {
  const granted = { ACTA: known.ACTA, DOCUMENTO: 'TVRH', 'FECHA DE OTORGAMIENTO': writtenDay(daysAgo(30)) }
  const card = { ...granted, 'ESTADO DEL DOCUMENTO': 'Expedido', TENENCIA: 'INM' }
  const send = (more: Record<string, string> = {}) =>
    desk.send('children/migration-documents', [{ ...card, ...more }], { source: 'INM' })
  const kept = async () =>
    (await factsOf(desk, 'children'))['migration_document']?.[0] as Record<string, unknown> | undefined
  const since = { 'RETENIDA DESDE': writtenDay(daysAgo(20)) }

  await send()
  const first = await kept()
  expect(first).toMatchObject({ retained_on: null, bound_told_at: expect.anything() })
  const told = first?.['bound_told_at']
  const dated = await send(since)
  expect(await kept()).toMatchObject({ retained_on: localDay(daysAgo(20)), bound_told_at: told })
  await send({ 'CURP ASIGNADA': 'Temporal' })
  expect(await send({ ...since, 'CURP ASIGNADA': 'Temporal' })).toMatchObject({ counts: { unchanged: 1 } })
  expect(await kept()).toMatchObject({ retained_on: localDay(daysAgo(20)), bound_told_at: told })
  await send({ TENENCIA: 'NNA' })
  expect(await kept()).toMatchObject({ retained_on: null, bound_told_at: null })

  expect((await send({ ...since, TENENCIA: 'NNA' })).firstRejects).toMatchObject([{ column: 'RETENIDA DESDE' }])
  expect((await send({ 'RETENIDA DESDE': writtenDay(daysAgo(31)) })).firstRejects).toMatchObject([
    { column: 'RETENIDA DESDE', reason: expect.stringContaining('anterior') },
  ])
  await desk.takeBack('children', dated.batchId)
})

test('when the registry was told that a document has expired is kept while it stays so, and goes once it is renewed', async () => {
  const visitor = { ACTA: known.ACTA, DOCUMENTO: 'TVRH', 'FECHA DE OTORGAMIENTO': writtenDay(daysAgo(200)) }
  const send = (status: string, more: Record<string, string> = {}) =>
    desk.send('children/migration-documents', [{ ...visitor, 'ESTADO DEL DOCUMENTO': status, ...more }], {
      source: 'INM',
    })
  const told = async () => {
    const documents = ((await factsOf(desk, 'children'))['migration_document'] ?? []) as Record<string, unknown>[]
    return documents.find(({ granted_on }) => granted_on === localDay(daysAgo(200)))?.['expired_told_at']
  }

  await send('Expedido')
  expect(await told()).toBeNull()
  await send('Vencido')
  const first = await told()
  expect(first).toEqual(expect.any(String))
  await send('Vencido', { 'CURP ASIGNADA': 'Temporal' })
  expect(await told()).toBe(first)
  await send('En renovación', { 'CURP ASIGNADA': 'Temporal' })
  expect(await told()).toBeNull()
  await send('Vencido', { 'CURP ASIGNADA': 'Temporal', TENENCIA: 'NNA' })
  expect(new Date(String(await told())).getTime()).toBeGreaterThan(new Date(String(first)).getTime())
})

test('what was told as expired before that was kept stays as of when it was told last, once it is told again', async () => {
  const visitor = { ACTA: known.ACTA, DOCUMENTO: 'TVRH', 'FECHA DE OTORGAMIENTO': writtenDay(daysAgo(300)) }
  const expired = { ...visitor, 'ESTADO DEL DOCUMENTO': 'Vencido' }
  const row = `children.migration_document where granted_on = '${localDay(daysAgo(300))}'`
  await desk.send('children/migration-documents', [expired], { source: 'INM' })
  await desk.database.query(
    `set local session_replication_role = replica; update ${row.replace(' where', ' set expired_told_at = null where')}`,
  )
  const [before] = await desk.database.query(`select recorded_at from ${row}`)
  await desk.send('children/migration-documents', [{ ...expired, 'CURP ASIGNADA': 'Temporal' }], { source: 'INM' })

  expect(await desk.database.query(`select expired_told_at from ${row}`)).toEqual([
    { expired_told_at: before?.['recorded_at'] },
  ])
})

/** Sends a claim as COMAR does, and gives what the registry keeps of it. */
async function claimAfter(file: string, more: Record<string, string>) {
  const claim = { EXPEDIENTE: file, ACTA: known.ACTA, 'FECHA DE SOLICITUD': writtenDay(daysAgo(40)) }
  await desk.send('children/asylum-claims', [{ ...claim, ...more }], { source: 'COMAR' })
  return (await factsOf(desk, 'children'))['asylum_claim']?.find((one) => JSON.stringify(one).includes(file))
}

test('when a claim was ratified before COMAR is of the claim, whatever becomes of it, until another day is told', async () => {
  const kept = (more: Record<string, string>) => claimAfter('COMAR/76/2026', more)
  const filed = { SITUACIÓN: 'Solicitud presentada' }
  const ratified = daysAgo(38)

  expect(await kept(filed)).toMatchObject({ ratified_on: null })
  expect(await kept({ ...filed, 'FECHA DE RATIFICACIÓN': writtenDay(ratified) })).toMatchObject({
    ratified_on: localDay(ratified),
  })
  expect(await kept({ SITUACIÓN: 'Negado' })).toMatchObject({ status: 'DENIED', ratified_on: localDay(ratified) })
  expect(await kept({ ...filed, Ratificación: writtenDay(daysAgo(40)) })).toMatchObject({
    ratified_on: localDay(daysAgo(40)),
  })
})

test('a late file corrects nothing, and is not held against the ratification or the hearing that are known', async () => {
  const claim = { EXPEDIENTE: 'COMAR/79/2026', ACTA: known.ACTA, SITUACIÓN: 'Solicitud presentada' }
  const filed = { ...claim, 'FECHA DE SOLICITUD': '02/03/2026' }
  const opened = aCase(known.ACTA)
  const decided = aDetermination(opened.FOLIO, { FECHA: '05/03/2026' })
  const rows: readonly (readonly [feed: string, told: Row, late: Row])[] = [
    [
      'children/asylum-claims',
      { ...filed, 'FECHA DE RATIFICACIÓN': '04/03/2026' },
      { ...claim, 'FECHA DE SOLICITUD': '06/03/2026' },
    ],
    [
      'representation/determinations',
      { ...decided, 'FECHA NNA ESCUCHADA': '05/03/2026' },
      { ...decided, FECHA: '01/03/2026' },
    ],
  ]
  await desk.send('representation/protection-cases', [opened], { state: '07' })
  for (const [feed, told, late] of rows) {
    expect((await desk.send(feed, [told], { state: '07' })).outcome).toBe('TAKEN')
    expect(await desk.send(feed, [late], { state: '07', cutoff: '2026-03-31' })).toMatchObject({
      ...{ outcome: 'TAKEN', counts: { corrected: 0, refused: 0 } },
    })
  }
})

test('when COMAR notified a situation stays with that situation, and goes with it', async () => {
  const kept = (more: Record<string, string>) => claimAfter('COMAR/77/2026', more)
  const denied = { SITUACIÓN: 'Negado', 'FECHA DE SITUACIÓN': writtenDay(daysAgo(9)) }

  const notified = await kept({ ...denied, 'FECHA DE NOTIFICACIÓN': writtenDay(daysAgo(6)) })
  const again = await kept(denied)
  const reviewed = await kept({ SITUACIÓN: 'En revisión', 'FECHA DE SITUACIÓN': writtenDay(daysAgo(2)) })

  expect(notified).toMatchObject({ status: 'DENIED', notified_on: expect.any(String) })
  expect(again).toEqual(notified)
  expect(reviewed).toMatchObject({ status: 'IN_REVIEW', notified_on: null })
})

test('why a claim was given up stays with that situation, and goes with it', async () => {
  const kept = (more: Record<string, string>) => claimAfter('COMAR/78/2026', more)
  const given = { SITUACIÓN: 'Desistimiento', 'FECHA DE SITUACIÓN': writtenDay(daysAgo(9)) }

  const told = await kept({ ...given, 'MOTIVO DE DESISTIMIENTO': 'Falta de información o de asesoría' })
  const again = await kept(given)
  const reopened = await kept({ SITUACIÓN: 'En entrevista', 'FECHA DE SITUACIÓN': writtenDay(daysAgo(2)) })

  expect(told).toMatchObject({ status: 'WITHDRAWN', ended_for: 'NO_COUNSEL' })
  expect(again).toEqual(told)
  expect(reopened).toMatchObject({ status: 'INTERVIEW', ended_for: null })
})
