/** A file without rows is a heartbeat: it ends the alert of a silence, makes what it tells of a true zero, and ends no duty. */

import { randomUUID } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { takeIn } from '@vigia/kit/intake/take-in'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alertMessage } from '../../services/oversight/src/delivery/messages.ts'
import type { AlertRow } from '../../services/oversight/src/store/alert-store.ts'
import { feed as inspections } from '../../services/placements/src/intake/inspections.ts'
import { feed as stays } from '../../services/placements/src/intake/stays.ts'
import { feed as complaints } from '../../services/representation/src/intake/complaints.ts'
import { feed as cases } from '../../services/representation/src/intake/protection-cases.ts'
import { feed as checklists } from '../../services/returns/src/intake/return-checklists.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, localDay, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const found = { 'FECHA Y HORA': written(daysAgo(50)), 'AVISO A PPNNA': written(daysAgo(50)) }
  await feeds.takeIn('children/detections', [aDetection(found)])
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

/** Who owes each, and of how long ago it was last told, so that the silence is critical. */
const OWED = [
  { feed: cases, source: 'PPNNA', lastTold: 60 },
  { feed: inspections, source: 'PPNNA', lastTold: 200 },
  {
    feed: complaints,

    source: 'CEDH',
    lastTold: 60,
  },
  { feed: checklists, source: 'INM', lastTold: 30 },
  { feed: stays, source: 'DIF', lastTold: 60 },
] as const

/** A file of a header alone. */
async function heartbeat({ feed, source }: (typeof OWED)[number], day: Date) {
  const pool = openPool(urlOfRole(database.url, `vigia_${feed.service}`), 1)
  const sender = { source, state: '07', cutoff: localDay(day), isPreliminary: false, now: new Date() }
  const taken = await takeIn(
    pool,
    feed,
    { rows: [feed.layouts[0].columns.map(({ titles }) => titles[0])], name: `${feed.name}.csv` },
    sender,
  )
  await pool.end()
  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 0 } })
}

async function asked<Data>(query: string): Promise<Data> {
  const { data, errors } = await graph.ask(anActor('federal-secretary'), query)
  expect(errors).toBeUndefined()
  return data as Data
}

interface Listed {
  alerts: {
    edges: { node: { resolvedAt: string | null; frozenSince: string | null; resolvedBy: { fact: string } | null } }[]
  }
}
const listed = async (filter: string) => {
  const query = `{ alerts(first: 100, filter: ${filter}) { edges { node { resolvedAt frozenSince resolvedBy { fact } } } } }`
  return (await asked<Listed>(query)).alerts.edges.map(({ node }) => node)
}
const silent = () => listed('{ kind: [OFFICE_SILENT], state: "07", severity: [CRITICAL], isOpen: true }')
const waiting = () => listed('{ kind: [CASE_NOT_PROCESSED], state: "07", isOpen: true }')

interface Told {
  state: {
    reporting: { feed: string; source: string; status: string }[]
    series: { points: { count: number | null; missing: string | null }[] }
  }
}
async function told() {
  const day = localDay(daysAgo(10))
  const { state } = await asked<Told>(
    `{ state(code: "07") { reporting { feed source status }
         series(indicator: CASES_OPENED, grain: DAY, from: "${day}", to: "${day}") { points { count missing } } } }`,
  )
  const statuses = OWED.map(({ feed, source }) => {
    const name = `${feed.service}/${feed.name}`
    return state.reporting.find((one) => one.feed === name && one.source === source)?.status
  })
  return { statuses, cases: state.series.points[0] }
}

test('what an office last told long ago is silent, what it would end is frozen, and its days are not reported', async () => {
  for (const owed of OWED) await heartbeat(owed, daysAgo(owed.lastTold))
  await settle(graph.services.values(), database)

  expect(await told()).toEqual({
    statuses: OWED.map(() => 'SILENT'),
    cases: { count: null, missing: 'NOT_REPORTED' },
  })
  expect(await silent()).toHaveLength(OWED.length)
  expect(await waiting()).toMatchObject([{ frozenSince: expect.any(String), resolvedAt: null }])
})

interface Named {
  [list: string]: { edges: { node: { subject: { feed: string; authority: string } | null } }[] }
}
const named = async (actor: Actor, list: string) => {
  const query = `{ ${list} { edges { node { kind subject { feed authority } } } } }`
  const { data, errors } = await graph.ask(actor, query)
  expect(errors).toBeUndefined()
  return Object.values(data as Named).flatMap(({ edges }) => edges.map(({ node }) => node.subject))
}
const STAYS = { feed: 'placements/stays', authority: 'DIF' }

test('each silence says which file of whom it is, to who oversees it and to who owes it; what is of a child says nothing of the kind', async () => {
  const critical = await named(
    anActor('federal-secretary'),
    'alerts(first: 100, filter: { kind: [OFFICE_SILENT], state: "07", severity: [CRITICAL] })',
  )
  const owed = await named(anActor('dif-officer'), 'dutyAlerts(first: 100, filter: { kind: [OFFICE_SILENT] })')
  const ofChildren = await named(anActor('federal-secretary'), 'alerts(filter: { kind: [CASE_NOT_PROCESSED] })')

  expect(critical.map((subject) => `${subject?.feed}/${subject?.authority}`).toSorted()).toEqual(
    OWED.map(({ feed, source }) => `${feed.service}/${feed.name}/${source}`).toSorted(),
  )
  expect(owed).toEqual([STAYS])
  expect(ofChildren).toEqual([null])
})

test('the message of a silence names the file to an ombudsperson, and to a partner nothing that its group does not hold', async () => {
  const alert = { id: randomUUID(), kind: 'OFFICE_SILENT', subject: 'placements/stays/DIF/07', state: '07' } as AlertRow
  const step = { id: 1, step: 'OPENED', severity: 'RED' as const, at: new Date() }
  const dataFor = (actor: Actor) => alertMessage(alert, step, actor).data

  expect(dataFor(anActor('ombudsperson-federal'))['subject']).toEqual(STAYS)
  expect(dataFor(anActor('partner'))).not.toHaveProperty('subject')
})

test('a file of today without a row ends each silence; its zero is a zero, and no duty ends by it', async () => {
  for (const owed of OWED) await heartbeat(owed, new Date())
  await settle(graph.services.values(), database)

  expect(await told()).toEqual({ statuses: OWED.map(() => 'ON_TIME'), cases: { count: 0, missing: null } })
  expect(await silent()).toEqual([])
  const ended = await listed('{ kind: [OFFICE_SILENT], state: "07", isOpen: false }')
  expect(ended.map(({ resolvedBy }) => resolvedBy)).toEqual(OWED.map(() => ({ fact: 'batch' })))
  expect(await waiting()).toMatchObject([{ frozenSince: null, resolvedAt: null }])
})
