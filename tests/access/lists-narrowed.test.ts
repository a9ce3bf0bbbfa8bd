/** Lists of work narrowed by state, by days and by how things stand: the parts are the whole, and no filter shows more than the list. */
import type { Actor } from '@vigia/kit/actor'
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, inHours, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'
import { aStay } from '../support/builders/inm.ts'
import { aDetermination } from '../support/builders/ppnna.ts'
import { feedsOf } from '../support/feeds.ts'
import { emergency, signing } from '../support/openings.ts'
import { settle } from '../support/settled.ts'

const CNDH = anActor('ombudsperson-federal')
const FEDERAL = anActor('federal-secretary')
const STATES = ['07', '30'] as const
const INM = anActor('inm-officer', { org: 'INM', states: [...STATES] })
const REASON = 'Se revisa con las dos entidades esta misma semana'
const today = localDateOf(new Date())
const days = (from: string, to: string) => `period: { from: "${from}", to: "${to}" }`
const until = (from: string, to: string) => `cutoff: { from: "${from}", to: "${to}" }`
/** It is of no child: nobody is alerted by it. */
const FIGURE = {
  ...{ topic: 'DETECTIONS', unit: 'EVENTS', meaning: 'Eventos', meaning_en: 'Events', territory: '00', value: '12' },
  ...{ from: '01/01/2025', to: '31/12/2025', source: 'UPMRIP', series: 'una-serie', official: 'SÍ' },
}

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
  const feeds = feedsOf(world.database.url)
  for (const state of STATES) {
    const unknown = aDetermination(`PPNNA-${state}-2026-999999`, { FOLIO: `PPNNA-${state}-2026-999999` })
    await feeds.takeIn('representation/determinations', [unknown], { state })
    await doneIn(state)
  }
  await feeds.takeIn(
    'placements/stays',
    [aStay(world.actaOf(4), { INGRESO: '01/03/2026 10:00', EGRESO: '01/03/2026 12:00' })],
    { source: 'DIF' },
  )
  for (const [id, cutoff] of [
    ['una', '2026-03-01'],
    ['otra', today],
  ] as const) {
    const { batchId } = await feeds.takeIn('oversight/official-figures', [{ ...FIGURE, id }], { cutoff })
    if (id === 'otra') await feeds.withdraw('oversight/official-figures', batchId)
  }
  await feeds.stop()
  await world.database.query(`insert into oversight.mail (recipient, state, subject, body, alert_ids, created_at, next_at, sent_at)
    select 'state-secretary:' || state, state, 'Aviso', 'Hay alertas', '{}', now(), now(), case state when '07' then now() end
    from unnest('{07,30}'::text[]) state`)
  await settle(world.graph.services.values(), world.database)
})
afterAll(() => world.stop())

/** What offices do in a state: a silence, a breach, an answer and an emergency of each. */
async function doneIn(state: string): Promise<void> {
  const authority = state === '07' ? 'DIF' : 'INM'
  await done(FEDERAL, 'silenceAlerts', {
    kind: state === '07' ? '[LONG_STAY]' : '[FAST_RETURN]',
    state,
    reason: REASON,
    until: inHours(24),
  })
  await done(FEDERAL, 'recordBreach', { authority, states: [state], foundAt: new Date(), words: REASON })
  const inm = anActor('inm-officer', { org: `INM-${state}`, states: [state] })
  await done(inm, 'answerByNumber', { number: 'INM/1', text: REASON })
  const [child] = await world.database.query<{ id: string }>(`select id from children.child where state = '${state}'`)
  const ppnna = anActor('ppnna-officer', { sub: `ppnna of ${state}`, org: `PPNNA-${state}`, states: [state] })
  const { errors } = await world.graph.ask(ppnna, emergency(child?.id ?? '', REASON))
  expect(errors).toBeUndefined()
}

async function done(...[actor, field, input]: Parameters<AlertWorld['act']>): Promise<void> {
  expect((await world.act(actor, field, input)).errors).toBeUndefined()
}

/** The rows of a list, from the top of the graph, as texts. */
async function rowsOf(list: string, fields: string, filter: string, actor: Actor): Promise<string[]> {
  const [top = '', inner] = list.split('.')
  const page = `(first: 100, filter: { ${filter} }) { edges { node { ${fields} } } }`
  const { data, errors } = await world.graph.ask(actor, `{ ${inner ? `${top} { ${inner}${page} }` : `${top}${page}`} }`)
  expect(errors).toBeUndefined()
  const found = (data as Record<string, Record<string, unknown>>)[top] ?? {}
  const { edges } = (inner ? found[inner] : found) as { edges: { node: object }[] }
  return edges.map(({ node }) => JSON.stringify(node))
}

const BY_STATE = STATES.map((state) => `state: "${state}"`)
const DIF = anActor('dif-officer', { states: [...STATES] })

/** By what each list can be narrowed, so that every row is in one of the parts. */
const PARTITIONS = [
  ['silences', 'id', CNDH, BY_STATE],
  ['silences', 'id', CNDH, ['kind: [LONG_STAY]', 'kind: [FAST_RETURN]']],
  ['breaches', 'id', CNDH, BY_STATE],
  ['breaches', 'id', CNDH, ['authority: [DIF]', 'authority: [INM]']],
  ['emergencyAccesses', 'id', CNDH, BY_STATE],
  ['accessAlarms', 'subject', CNDH, BY_STATE],
  ['answersByNumber', 'id', CNDH, BY_STATE],
  ['placementsIntake.batches', 'id', CNDH, ['source: "INM"', 'source: "DIF"']],
  ['oversightIntake.batches', 'id', CNDH, ['isWithdrawn: true', 'isWithdrawn: false']],
  ['oversightIntake.batches', 'id', CNDH, [until('2020-01-01', '2026-03-01'), until('2026-03-02', today)]],
  ['representationIntake.batches', 'id', CNDH, BY_STATE],
  ['representationIntake.unmatched', 'id', CNDH, BY_STATE],
  ['outboxMessages', 'id', FEDERAL, ['isSent: true', 'isSent: false']],
  ['detectionReceipts', 'number', INM, BY_STATE],
  ['stayRecords', 'enteredAt', INM, BY_STATE],
  ['dutyAlerts', 'id', DIF, BY_STATE],
  ['dutyAlerts', 'id', DIF, ['kind: [SECURITY_BREACH]', 'kind: [NO_INITIAL_EVALUATION, UNLISTED_PLACE]']],
] as const

test.each(PARTITIONS)('%s: the parts are the whole (%s, %o, %j)', async (list, field, actor, filters) => {
  const whole = await rowsOf(list, field, '', actor)
  const parts = await Promise.all(filters.map((filter) => rowsOf(list, field, filter, actor)))

  for (const part of parts) expect(part.length).toBeGreaterThan(0)
  expect(parts.flat().toSorted()).toEqual(whole.toSorted())
})

/** Lists of what was done or came today. */
const OF_TODAY = PARTITIONS.filter(([list]) => !/Receipts|stayRecords/.test(list))

test.each(OF_TODAY)('%s of days hold what lies in these days', async (list, field, actor) => {
  expect(await rowsOf(list, field, days('2020-01-01', addDays(today, -1)), actor)).toEqual([])
  expect(await rowsOf(list, field, days(today, today), actor)).toEqual(await rowsOf(list, field, '', actor))
})

/** Who sees one state alone, and the lists that it may read. */
const OF_CHIAPAS = [
  ...(['silences', 'breaches', 'answersByNumber', 'accessAlarms', 'emergencyAccesses'] as const).map(
    (list) => [list, anActor('ombudsperson-state', { states: ['07'] })] as const,
  ),
  ['representationIntake.batches', anActor('state-secretary')],
  ['representationIntake.unmatched', anActor('state-secretary')],
  ['dutyAlerts', anActor('dif-officer')],
  ['detectionReceipts', anActor('inm-officer', { org: 'INM' })],
] as const

test.each(OF_CHIAPAS)(
  '%s: whoever sees Chiapas alone is shown nothing of Veracruz by any filter',
  async (list, actor) => {
    const field = list === 'detectionReceipts' ? 'number' : list === 'accessAlarms' ? 'subject' : 'id'
    const own = await rowsOf(list, field, '', actor)

    expect(own.length).toBeGreaterThan(0)
    expect(await rowsOf(list, field, 'state: "30"', actor)).toEqual([])
    expect(await rowsOf(list, field, 'state: "MX-CHP"', actor)).toEqual(own)
  },
)

test.each(['', 'state: "30"', 'severity: [CRITICAL, RED, AMBER]', 'isOpen: true, kind: [NO_INITIAL_EVALUATION]'])(
  'a count of what an office owes is of the rows that are listed (%s)',
  async (filter) => {
    const asked = `{ dutyAlerts(first: 100, filter: { ${filter} }) { totalCount edges { node { id } } } }`
    const { data } = await world.graph.ask(DIF, asked)
    const { totalCount, edges } = (data as { dutyAlerts: { totalCount: number; edges: unknown[] } }).dutyAlerts

    expect(totalCount).toBe(edges.length)
    expect(totalCount).toBeGreaterThan(0)
  },
)

test('a count of rows that wait follows the filter, and the file that they came with is one', async () => {
  const batches = await rowsOf('representationIntake.batches', 'id unmatched', 'state: "30"', CNDH)
  const { id, unmatched } = JSON.parse(batches[0] ?? '') as { id: string; unmatched: number }
  const count = async (filter: string, actor: Actor) =>
    (await world.graph.ask(actor, `{ representationIntake { unmatchedCount(filter: { ${filter} }) } }`)).data

  expect(unmatched).toBe(1)
  expect(await count(`batch: "${id}"`, CNDH)).toEqual({ representationIntake: { unmatchedCount: 1 } })
  expect(await count(`batch: "${id}"`, anActor('state-secretary'))).toEqual({
    representationIntake: { unmatchedCount: 0 },
  })
  expect(await count('feed: "protection-cases"', CNDH)).toEqual({ representationIntake: { unmatchedCount: 0 } })
})

test('an emergency that waits and one that is signed are told apart, and a breach that was told of from one that was not', async () => {
  const [first = ''] = await rowsOf('emergencyAccesses', 'id', 'state: "07"', CNDH)
  const signer = anActor('ppnna-officer', { sub: 'another of 07', org: 'PPNNA-07' })
  expect((await world.graph.ask(signer, signing((JSON.parse(first) as { id: string }).id))).errors).toBeUndefined()
  const [breach = ''] = await rowsOf('breaches', 'id', 'state: "30"', CNDH)
  await done(FEDERAL, 'recordBreachNotice', { ...JSON.parse(breach), toldAt: new Date(), words: REASON })

  expect(await rowsOf('emergencyAccesses', 'id', 'standing: [SIGNED]', CNDH)).toEqual([first])
  expect(await rowsOf('emergencyAccesses', 'id', 'standing: [OPEN, UNSIGNED_AFTER_72_HOURS]', CNDH)).toHaveLength(1)
  expect(await rowsOf('breaches', 'id', 'isOwed: false', CNDH)).toEqual([breach])
  expect(await rowsOf('breaches', 'id', 'isOwed: true', CNDH)).toHaveLength(1)
})

test.each([
  ['silences', 'state: "99"'],
  ['breaches', days(today, '2020-01-01')],
  ['representationIntake.unmatched', 'batch: "x"'],
  ['representationIntake.batches', until(today, '2020-01-01')],
])('%s refuse %s', async (list, filter) => {
  await expect(rowsOf(list, 'id', filter, CNDH)).rejects.toThrow()
})

test('given the id of a file that is left blank, rows of none are asked for, and it is said in plain words', async () => {
  for (const asked of [
    'unmatchedCount(filter: { batch: "" })',
    'unmatched(filter: { batch: "" }) { edges { node { id } } }',
  ]) {
    const { errors } = await world.graph.ask(FEDERAL, `{ representationIntake { ${asked} } }`)
    expect(errors).toMatchObject([{ message: 'No file has this id.', extensions: { code: 'BAD_USER_INPUT' } }])
  }
})

test('given no code list is named, in whichever way, all are told', async () => {
  const named = async (names: string) => {
    const { data } = await world.graph.ask(FEDERAL, `{ codeLists${names} { name } }`)
    return (data as { codeLists: { name: string }[] }).codeLists.map(({ name }) => name)
  }
  const all = await named('')

  expect(all.length).toBeGreaterThan(80)
  expect(await named('(names: [])')).toEqual(all)
  expect(await named('(names: [SEX])')).toEqual(['SEX'])
})
