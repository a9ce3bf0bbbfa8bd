/**
 * No question reads a table that grows with the children from end to end, and no list sorts all of its rows. What is sent to
 * the database is planned again, with whole scans and sorts made so dear that only a question that has no other way takes one.
 */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anActor, secretaryOfEveryState } from '../support/asking.ts'
import { faultsOf, isPage, type Plan } from '../support/faults-of-plans.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'
import { type WholeGraph, wholeGraph } from '../support/whole-graph.ts'

/** The twin has a few, and of a few rows the index is as soon read whole as by its key. */
const MANY_CONSULAR_ACTS = `insert into returns.consular_act_ref (case_id, child_id, is_permitted, acted_on)
  select gen_random_uuid(), gen_random_uuid(), true, '2026-01-01' from generate_series(1, 2000)`
const MANY_WAIT = `insert into returns.unmatched_row (id, batch_id, feed, line, raw, keys, reason)
  select gen_random_uuid(), gen_random_uuid(), 'return-checklists', n, '{}', '{}', '' from generate_series(1, 2000) n`

let database: ScratchDatabase
let services: Map<ServiceName, Service>
let graph: WholeGraph
let planner: pg.Client
beforeAll(async () => {
  database = await twinDatabase()
  services = await loadServices(database.url)
  await settle(services.values(), database)
  for (const many of [MANY_CONSULAR_ACTS, MANY_WAIT]) await database.query(many)
  await database.query('analyze')
  graph = await wholeGraph(services)
  planner = new pg.Client({ connectionString: database.url })
  await planner.connect()
  // Joins that read both sides whole are scans too, of an index where there is one.
  await planner.query('set enable_seqscan = off; set enable_mergejoin = off; set enable_hashjoin = off')
})
afterAll(async () => {
  await planner.end()
  for (const service of services.values()) await service.close()
  await database.drop()
})

async function plansOf(query: string, actor: Actor): Promise<[string, Plan][]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await graph.ask(query, actor)
  const statements = sent.mock.calls.map(([first]) => first as unknown as { text?: string; values?: unknown[] })
  sent.mockRestore()
  const plans: [string, Plan][] = []
  for (const { text, values = [] } of statements) {
    if (!text || !/^\s*(select|with)/i.test(text)) continue
    await planner.query(`set enable_sort = ${isPage(text) ? 'off' : 'on'}`)
    const { rows } = await planner.query(`explain (format json) ${text}`, values)
    plans.push([text, rows[0]['QUERY PLAN'][0].Plan])
  }
  return plans
}

const PERIOD = 'period: { from: "2026-01-01", to: "2026-10-31" }'
const CHILD = `folio detections { edges { node { evidence { informedAt handedOverTo } } } } documents { edges { node { id } } }
  asylumClaims { edges { node { ratifiedOn } } } familyTies { edges { node { tie } } } custody { status }
  placements { edges { node { measures { id } bed facility { name occupancy { childrenNow } } } } }
  ppnnaCase { followUps reunificationAgreedOn determination { violatedRights factors guarantees { on } } plan { measureDetails { right } } } representations { quality }
  counselRequests { edges { node { id } } } complaints { edges { node { id } } }
  returns { standing planClaimed checklists { source escortWomen escortMen } } returnPlans { edges { node { id } } }
  alerts(first: 5, isOpen: true) { totalCount edges { node { id } } }`

/** What is told of acts of others too. */
const ACTS = `detections { edges { node { detectedAt } } } documents { edges { node { issuedOn } } } asylumClaims { edges { node { filedOn } } }
  placements { edges { node { enteredAt measures { orderedAt } } } } returns { departedAt } returnPlans { edges { node { plannedOn } } }
  ppnnaCase { openedAt determinations { edges { node { decidedAt } } } plan { issuedOn } } representations { startedAt }
  counselRequests { edges { node { requestedAt } } }`

/** Who reads of every child where it is; and who reads all of a child, of the states that it names. */
const [CNDH, SECRETARY] = [anActor('ombudsperson-federal'), secretaryOfEveryState()]

const QUESTIONS: readonly [string, string, Actor?][] = [
  ['children', '{ children(first: 20) { totalCount edges { node { folio } } } }'],
  [
    'children of places',
    `{ facilities(first: 20) { edges { node { placements(first: 5) { edges { node { child { ${CHILD} } } } } } } } }`,
    SECRETARY,
  ],
  ['acts on children, to the CNDH', `{ children(first: 20) { edges { node { ${ACTS} } } } }`, CNDH],
  [
    'acts on children, to the ombudsperson of a state',
    `{ children(first: 20) { edges { node { ${ACTS} } } } }`,
    anActor('ombudsperson-state'),
  ],
  ['children of a state', '{ children(first: 20, filter: { state: "07" }) { totalCount edges { node { id } } } }'],
  ['children of a period', `{ children(first: 20, filter: { ${PERIOD} }) { totalCount edges { node { id } } } }`],
  ['children of a nationality', '{ children(first: 20, filter: { nationality: ["HND"] }) { edges { node { id } } } }'],
  ['placements', '{ placements(first: 20) { edges { node { id } } } }'],
  ['placements, to the CNDH', '{ placements(first: 20) { edges { node { id } } } }', CNDH],
  ['placements that go on', '{ placements(first: 20, filter: { isOpen: true }) { edges { node { id } } } }'],
  [
    'placements of a state',
    `{ placements(first: 20, filter: { state: "07", ${PERIOD} }) { edges { node { id } } } }`,
    CNDH,
  ],
  [
    'placements that went on for long in some days',
    `{ placements(first: 20, filter: { state: "07", minHours: 36, there: { from: "2026-10-01", to: "2026-10-07" } }) { edges { node { id } } } }`,
    CNDH,
  ],
  ['returns', '{ returns(first: 20) { edges { node { id } } } }'],
  ['children who wait for a case', '{ unprocessed(first: 20) { edges { node { notifiedAt } } } }', CNDH],
  ['those of a state', '{ unprocessed(first: 20, filter: { state: "07" }) { edges { node { notifiedAt } } } }', CNDH],
  ['returns, to the CNDH', '{ returns(first: 20) { edges { node { id } } } }', CNDH],
  [
    'returns of a state without a determination that permits them',
    `{ returns(first: 20, filter: { state: "07", standing: [NO_DETERMINATION], ${PERIOD} }) { edges { node { id } } } }`,
    CNDH,
  ],
  ['placements by type', '{ placements(first: 20, filter: { facilityType: [CCAN] }) { edges { node { id } } } }', CNDH],
  [
    'facilities where children are',
    '{ facilities(first: 20, filter: { isOccupied: true }) { totalCount edges { node { id } } } }',
  ],
  [
    'facilities',
    '{ facilities(first: 20) { totalCount edges { node { placements { edges { node { id } } } } } } }',
    CNDH,
  ],
  [
    'rows not joined',
    '{ childrenIntake { unmatchedCount unmatched { edges { node { id } } } batches { edges { node { id } } } } }',
  ],
  [
    'rows not joined of a feed and of a state',
    '{ placementsIntake { unmatched(filter: { feed: "stays" }) { edges { node { id } } } of: unmatched(filter: { state: "07" }) { edges { node { id } } } } }',
  ],
  ['letters of a state', '{ outboxMessages(filter: { state: "07" }) { edges { node { id } } } }'],
  [
    'what overseers look at',
    `{ emergencyAccesses { edges { node { id } } } accessAlarms(filter: { ${PERIOD} }) { edges { node { kind } } }
      auditHeads { edges { node { hash } } } of: auditHeads(filter: { service: "returns" }) { edges { node { hash } } } }`,
    CNDH,
  ],
  ['alerts', '{ alerts(first: 20) { edges { node { id steps { at } frozenSince } } } }'],
  [
    'alerts of a state',
    '{ alerts(first: 20, filter: { state: "07", isOpen: true, kind: [LONG_STAY] }) { edges { node { id } } } }',
  ],
  [
    'alerts given to somebody, counted',
    '{ alerts(first: 20, filter: { state: "07", isOpen: true, assignedTo: { office: PPNNA } }) { totalCount edges { node { id silencedUntil } } } }',
  ],
  [
    'alerts by who owes the duty, counted',
    '{ inm: alerts(first: 20, filter: { dutyHolder: INM }) { totalCount edges { node { id } } } comar: alerts(first: 20, filter: { dutyHolder: COMAR, isOpen: true }) { totalCount edges { node { id } } } }',
  ],
  [
    'alerts that somebody sees to, and the oldest of the others',
    '{ alerts(filter: { isAcknowledged: true }) { edges { node { id dutyHolders } } } of: alerts(last: 1, filter: { isAcknowledged: false }) { edges { node { id } } } }',
  ],
  [
    'alerts of a place',
    '{ alerts(first: 20, filter: { facility: "00000000-0000-4000-8000-000000000001" }) { totalCount edges { node { id } } } }',
    SECRETARY,
  ],
  [
    'notices',
    '{ alertGroups(first: 20) { edges { node { count alerts(first: 5) { totalCount edges { node { id } } } } } } }',
  ],
  ['notices of a state', '{ alertGroups(first: 20) { edges { node { count } } } }', anActor('state-secretary')],
  [
    'alerts about oneself',
    '{ dutyAlerts(first: 20, filter: { isOpen: true }) { edges { node { id } } } }',
    anActor('dif-officer'),
  ],
  [
    'silences, thresholds and answers',
    '{ silences { edges { node { id } } } alertThresholds { value changes { value } } answersByNumber { edges { node { number } } } }',
  ],
  [
    'alerts of then',
    '{ alertsAsOf(at: "2026-11-01T00:00:00Z", filter: { state: "07" }) { edges { node { id severity } } } }',
  ],
  ['open alerts', '{ states { openAlerts { kind count } } }'],
  [
    'board',
    `{ states { detention { heldNow } care { childrenNow } casework { unprocessed } returns(${PERIOD}) { total } } }`,
  ],
  [
    'board by company',
    '{ states { detention(filter: { accompaniment: [SEPARATED] }) { heldNow } care(facilityType: [CASE]) { childrenNow } } }',
  ],
  [
    'funnel',
    `{ states { funnel(${PERIOD}) { detected } detection(${PERIOD}) { persons byNationality { country } } } }`,
  ],
  ['children of a Procuraduría', '{ children(first: 20) { edges { node { id } } } }', anActor('ppnna-officer')],
  ['placements of a Procuraduría', '{ placements(first: 20) { edges { node { id } } } }', anActor('ppnna-officer')],
  [
    'children who wait for a case, of a Procuraduría',
    '{ unprocessed(first: 20) { edges { node { notifiedAt } } } }',
    anActor('ppnna-officer'),
  ],
  ['returns of a Procuraduría', '{ returns(first: 20) { edges { node { id } } } }', anActor('ppnna-officer')],
  ['alerts of a Procuraduría', '{ alerts(first: 20) { edges { node { id } } } }', anActor('ppnna-officer')],
  [
    'receipts of a state and of days',
    `{ detectionReceipts(first: 20, filter: { state: "07", ${PERIOD} }) { edges { node { number } } } }`,
    anActor('inm-officer'),
  ],
  ['overstays', '{ overstays(first: 20) { totalCount edges { node { childRef } } } }', anActor('partner')],
  [
    'gates',
    '{ returnGate(number: "INM/07/2024/0000001") { answer } consularContactGate(number: "INM/07/2024/0000001") { answer } }',
    anActor('inm-officer'),
  ],
]

test.each(QUESTIONS)(
  '%s: nothing that grows is read from end to end',
  async (_name, question, actor = PSEUDONYMOUS_FEDERAL_SECRETARY) => {
    const faults = (await plansOf(question, actor)).flatMap(([text, plan]) =>
      faultsOf(plan, isPage(text)).map((fault) => `${fault}: ${text.replace(/\s+/g, ' ').slice(0, 160)}`),
    )

    expect(faults).toEqual([])
  },
)

test('the children of states are read in the order of each, as far as the page goes', async () => {
  const question = '{ children(first: 20) { edges { node { id } } } }'
  const plans = await plansOf(question, anActor('state-secretary', { states: ['07', '27'] }))
  const [, list] = plans.find(([text]) => text.includes('of_state')) ?? []

  expect(indexesUnderALimit(list)).toContain('child_state_first_detected_at_id_idx')
})

/** Of scans that stop at a page: what they read comes in its order. */
function indexesUnderALimit(plan: Plan | undefined): (string | undefined)[] {
  const inner = plan?.Plans ?? []
  const own = plan?.['Node Type'] === 'Limit' ? inner.map((child) => child['Index Name']) : []
  return [...own, ...inner.flatMap(indexesUnderALimit)]
}
