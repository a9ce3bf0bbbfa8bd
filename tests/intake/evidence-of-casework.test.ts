/**
 * Columns that few files of a Procuraduría have: measures of a plan one by one, follow-ups, the passage to adulthood, which
 * rights a determination finds violated and on which day its guarantees were heeded, what a judge of amparo said, who denied counsel.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

test('they are kept, corrected, and go with their batch', async () => {
  const opened = aCase(known.ACTA, {
    'FECHAS DE SEGUIMIENTO': `${writtenDay(daysAgo(8))}|${writtenDay(daysAgo(3))}`,
    'PLAN DE TRANSICIÓN': writtenDay(daysAgo(2)),
    'ACUERDO DE REUNIFICACIÓN': writtenDay(daysAgo(1)),
  })
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const decided = aDetermination(opened.FOLIO, {
    'INICIO DE LA BID': writtenDay(daysAgo(15)),
    'ESTADO DE LA BID': 'Decidida',
    'FOLIO DEL PLAN': 'PRD-07-2026-900001',
    'FECHA DEL PLAN': writtenDay(daysAgo(9)),
    'MEDIDAS DEL PLAN': 'Salud: atención médica (IMSS-Bienestar)|Acogimiento residencial',
  })
  expect((await desk.send('representation/determinations', [decided], OF_CHIAPAS)).outcome).toBe('TAKEN')

  const facts = await factsOf(desk, 'representation')
  expect(facts['follow_up']).toHaveLength(2)
  expect(facts['protection_case']).toMatchObject([
    { transition_plan_on: expect.any(String), documents_handed_on: null },
  ])
  expect(facts['determination']).toMatchObject([{ status: 'DECIDED', opened_at: expect.any(String) }])
  expect(facts['plan_measure']).toHaveLength(2)
  expect(facts['plan_measure']).toContainEqual(
    expect.objectContaining({ right_restored: 'HEALTH', measure: 'atención médica', institution: 'IMSS-Bienestar' }),
  )

  // A later file without those columns takes nothing back.
  const { 'PLAN DE TRANSICIÓN': _plan, 'ACUERDO DE REUNIFICACIÓN': _agreed, ...plain } = opened
  await desk.send(
    'representation/protection-cases',
    [{ ...plain, 'ESTADO DEL EXPEDIENTE': 'En seguimiento' }],
    OF_CHIAPAS,
  )
  expect((await factsOf(desk, 'representation'))['protection_case']).toMatchObject([
    ...[
      { status: 'IN_FOLLOW_UP', transition_plan_on: expect.any(String), reunification_agreed_on: expect.any(String) },
    ],
  ])

  const other = { ...decided, 'MEDIDAS DEL PLAN': 'Educación: inscripción (SEP)' }
  const again = await desk.send('representation/determinations', [other], OF_CHIAPAS)
  await desk.takeBack('representation', again.batchId)
  expect((await factsOf(desk, 'representation'))['plan_measure']).toEqual(facts['plan_measure'])
})

test('what a judge of amparo said stays until something else is said, and is of no other forum', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const amparo = { FOLIO: opened.FOLIO, CALIDAD: 'Pro bono', FORO: 'Amparo', INICIO: writtenDay(daysAgo(9)) }
  const send = async (more: Record<string, string>) => {
    const sent = await desk.send('representation/representations', [{ ...amparo, ...more }], OF_CHIAPAS)
    const { representation } = await factsOf(desk, 'representation')
    return { sent, kept: representation?.[0] }
  }
  const granted = { 'SUSPENSIÓN DEL RETORNO': 'Concedida', 'FECHA DE SUSPENSIÓN': writtenDay(daysAgo(8)) }

  const first = await send(granted)
  const plain = await send({ FIN: writtenDay(daysAgo(2)) })
  const lifted = await send({ 'SUSPENSIÓN DEL RETORNO': 'Sin efectos', 'FECHA DE SUSPENSIÓN': writtenDay(daysAgo(1)) })
  const ofComar = await send({ ...granted, FORO: 'COMAR' })

  expect(first.kept).toMatchObject({ suspension: 'GRANTED', suspension_on: expect.any(String), ended_on: null })
  expect(plain.kept).toMatchObject({ suspension: 'GRANTED', ended_on: expect.any(String) })
  expect(lifted.kept).toMatchObject({ suspension: 'LIFTED' })
  expect(ofComar.sent.firstRejects).toMatchObject([{ column: 'SUSPENSIÓN DEL RETORNO' }])
})

test('who denied a child counsel is known with the denial, and goes with it', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const request = { FOLIO: opened.FOLIO, 'SOLICITUD DE ABOGADO': writtenDay(daysAgo(6)) }
  const kept = async (more: Record<string, string>) => {
    await desk.send('representation/representations', [{ ...request, ...more }], OF_CHIAPAS)
    return (await factsOf(desk, 'representation'))['counsel_request']?.at(-1)
  }

  const denied = await kept({ RESPUESTA: 'Negado', 'FECHA DE RESPUESTA': writtenDay(daysAgo(5)), 'QUIÉN NIEGA': 'CAS' })
  const granted = await kept({ RESPUESTA: 'Concedido', 'FECHA DE RESPUESTA': writtenDay(daysAgo(2)) })

  expect(denied).toMatchObject({ answer: 'DENIED', denied_by: 'CENTRE' })
  expect(granted).toMatchObject({ answer: 'GRANTED', denied_by: null })
})

/** Sends a determination, and gives what the registry keeps of it. */
async function determinationAfter(row: Row) {
  expect((await desk.send('representation/determinations', [row], OF_CHIAPAS)).firstRejects).toEqual([])
  return (await factsOf(desk, 'representation'))['determination']?.find((one) =>
    JSON.stringify(one).includes(`"${row['NÚMERO']}"`),
  )
}

test('which rights a determination finds violated stays until it is told otherwise, and none is an answer', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const plain = aDetermination(opened.FOLIO)
  const kept = (cell: string) => determinationAfter({ ...plain, 'DERECHOS VULNERADOS': cell })
  const two = { violated_rights: ['EDUCATION', 'MIGRANT_CHILDREN'] }

  expect(await determinationAfter(plain)).toMatchObject({ violated_rights: [] })
  expect(await kept('Educación|derechos de NNA migrantes|educación')).toMatchObject(two)
  expect(await determinationAfter({ ...plain, 'NNA ESCUCHADA': 'NO' })).toMatchObject(two)
  expect(await kept('Salud')).toMatchObject({ violated_rights: ['HEALTH'] })
  expect(await kept('S/D')).toMatchObject({ violated_rights: ['HEALTH'] })
  expect(await kept('Ninguno')).toMatchObject({ violated_rights: [] })
})

test('what a plan orders stays where a later file tells nothing of it, and is what a later file tells', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const plan = { 'FOLIO DEL PLAN': `PRD-${opened.FOLIO}`, 'FECHA DEL PLAN': writtenDay(daysAgo(9)) }
  const plain = aDetermination(opened.FOLIO, plan)
  const ordered = async (more: Row) => {
    await desk.send('representation/determinations', [{ ...plain, ...more }], OF_CHIAPAS)
    const plans = (await factsOf(desk, 'representation'))['restitution_plan']
    return plans?.find((one) => JSON.stringify(one).includes(`"PRD-${opened.FOLIO}"`))
  }
  const two = ['inscripción escolar (SEP)', 'atención médica']

  expect(await ordered({ 'MEDIDAS DEL PLAN': two.join('|') })).toMatchObject({ measures: two })
  expect(await ordered({ 'NNA ESCUCHADA': 'NO' })).toMatchObject({ measures: two })
  expect(await ordered({ 'MEDIDAS DEL PLAN': 'n.e.' })).toMatchObject({ measures: two })
  expect(await ordered({ 'MEDIDAS DEL PLAN': 'acogimiento' })).toMatchObject({ measures: ['acogimiento'] })
  expect(await ordered({ 'MEDIDAS DEL PLAN': 'Ninguna' })).toMatchObject({ measures: [] })
})

test('on which day a guarantee was heeded stays as long as it is said to have been, and is that of no other', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const plain = aDetermination(opened.FOLIO, { NOTIFICADA: 'SÍ' })
  const kept = async (more: Row) => await determinationAfter({ ...plain, ...more })
  const heard = localDay(daysAgo(12))
  const notified = localDay(daysAgo(7))

  expect(await kept({})).toMatchObject({ guaranteed_on: {} })
  const first = await kept({
    'FECHA NNA ESCUCHADA': writtenDay(daysAgo(12)),
    'Fecha de notificada': writtenDay(daysAgo(7)),
  })
  expect(first).toMatchObject({ guaranteed_on: { CHILD_HEARD: heard, NOTIFIED: notified } })
  expect(await kept({ RESULTADO: 'Retorno no permitido' })).toMatchObject({
    guaranteed_on: { CHILD_HEARD: heard, NOTIFIED: notified },
  })
  const denied = await kept({ 'NNA ESCUCHADA': 'NO' })
  expect(denied).toHaveProperty('guaranteed_on', { NOTIFIED: notified })
  expect(await kept({})).toHaveProperty('guaranteed_on', { NOTIFIED: notified })
})

test('what a determination weighed is kept in its words where a later file does not tell it', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const plain = aDetermination(opened.FOLIO)
  const weighed = 'Opinión de la NNA; familia en Honduras sin evaluar'

  expect(await determinationAfter(plain)).toMatchObject({ factors: null })
  expect(await determinationAfter({ ...plain, 'FACTORES DE LA BID': weighed })).toMatchObject({ factors: weighed })
  expect(await determinationAfter({ ...plain, 'NNA ESCUCHADA': 'NO' })).toMatchObject({ factors: weighed })
  expect(await determinationAfter({ ...plain, 'Factores valorados': 'Salud' })).toMatchObject({ factors: 'Salud' })
})

/** A representation by independent counsel in a new file. */
async function aMandate() {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const mandate = { FOLIO: opened.FOLIO, CALIDAD: 'Pro bono', INICIO: writtenDay(daysAgo(9)) }
  return async (who: string, key?: string, options = {}) => {
    const row = { ...mandate, 'PERSONA U ORGANIZACIÓN': who, ...(key !== undefined && { 'CÉDULA O CLUNI': key }) }
    const { outcome, firstRejects, notices } = await desk.send('representation/representations', [row], {
      ...OF_CHIAPAS,
      ...options,
    })
    const [kept] = await desk.database.query<{ key: string | null }>(
      `select r.counsel_key as key from representation.representation r join representation.protection_case c on c.id = r.case_id
       where c.folio = $1`,
      [opened.FOLIO],
    )
    return {
      outcome,
      reject: firstRejects[0]?.reason,
      key: kept?.key,
      firstNamed: notices.filter((notice) => notice.startsWith('Cédulas')),
    }
  }
}

test('by which number counsel is registered stays as long as it is not told to be another', async () => {
  const send = await aMandate()

  expect(await send('Ana Núñez', 'Cédula')).toMatchObject({ outcome: 'REFUSED', key: undefined })
  expect(await send('', '5550001')).toMatchObject({
    outcome: 'REFUSED',
    reject: expect.stringContaining('no dice de quién'),
  })
  expect(await send('Ana Núñez', '05550001')).toMatchObject({ outcome: 'TAKEN', key: '5550001' })
  expect(await send('Ana Núñez')).toMatchObject({ key: '5550001' })
  expect(await send('Luz Marina Paz')).toMatchObject({ key: null })
  expect(await send('Luz Marina Paz', 'clj 0001019999 x')).toMatchObject({ key: 'CLJ0001019999X' })
  expect(await send('')).toMatchObject({ key: 'CLJ0001019999X' })
  expect(await send('Luz Marina Ruiz')).toMatchObject({ key: null })
})

test('a number under which somebody else is known is a conflict, until the sender stands by it', async () => {
  const [one, other, third] = [await aMandate(), await aMandate(), await aMandate()]
  await one('Eva Robles', '5550002')

  expect(await other('ROBLES, EVA', '5550002')).toMatchObject({ outcome: 'TAKEN' })
  const mistyped = await third('Iván Soto', '5550002')
  expect(mistyped).toMatchObject({ outcome: 'REFUSED', reject: expect.stringMatching(/^CONFLICTO: .* --confirm\.$/) })
  expect(mistyped.key).toBeUndefined()
  expect(await third('Iván Soto', '5550002', { isConfirmed: true })).toMatchObject({ outcome: 'TAKEN', key: '5550002' })
  expect(await other('Iván Soto', '5550002')).toMatchObject({ outcome: 'TAKEN' })
})

test('a number that no file had named is told to the sender, of a dry run too, and not again', async () => {
  const [one, other] = [await aMandate(), await aMandate()]
  const told = [expect.stringMatching(/^Cédulas o CLUNI que ningún archivo había nombrado: 1 \(renglón 2\)\. Revise/)]

  expect(await one('Sara Lima', '5550003', { dryRun: true })).toMatchObject({ outcome: 'DRY_RUN', firstNamed: told })
  expect(await one('Sara Lima', '5550003')).toMatchObject({ outcome: 'TAKEN', firstNamed: told })
  expect(await other('Sara Lima', '5550003')).toMatchObject({ outcome: 'TAKEN', firstNamed: [] })
  expect(await one('Lima, Sara', '5550003')).toMatchObject({ firstNamed: [] })
  expect(await other('Sara Lima', '5550030')).toMatchObject({ firstNamed: told })
})
