/** A page of fifty children with all that hangs on them is read with as many statements as a page of a hundred: none is read one by one. */
import type { Service, ServiceName } from '@vigia/kit/service'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { secretaryOfEveryState } from '../support/asking.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'
import { type WholeGraph, wholeGraph } from '../support/whole-graph.ts'

let database: ScratchDatabase
let services: Map<ServiceName, Service>
let graph: WholeGraph
beforeAll(async () => {
  database = await twinDatabase()
  services = await loadServices(database.url)
  await settle(services.values(), database)
  graph = await wholeGraph(services)
})
afterAll(async () => {
  vi.restoreAllMocks()
  for (const service of services.values()) await service.close()
  await database.drop()
})

const FACILITY = `name type state { name } record { regime } occupancy { childrenNow }
  inspections(first: 5) { totalCount edges { node { result } } } placements(first: 5) { edges { node { enteredAt } } }`
const CHILD = `id folio
  detections { totalCount edges { node { authority state { name } evidence { informedAt } causes } } }
  documents { edges { node { document } } } asylumClaims { edges { node { status } } } familyTies { edges { node { tie } } }
  custody { status }
  placements { totalCount edges { node { custody measures { id } child { folio } facility { ${FACILITY} } } } }
  ppnnaCase { status followUps state { name } determination { outcome } determinations { edges { node { outcome } } }
    plan { measureDetails { right } } }
  representations { quality } counselRequests { edges { node { answer } } } complaints { edges { node { against } } }
  returns { standing state { name } checklists { source } } returnPlans { edges { node { wasCarriedOut } } }
  alerts { totalCount edges { node { kind steps { step } state { name } } } }`

const PAGES: readonly [string, (n: number) => string][] = [
  ['children', (n) => `{ children(first: ${n}) { totalCount edges { node { ${CHILD} } } } }`],
  [
    'placements',
    (n) => `{ placements(first: ${n}) { edges { node { facility { ${FACILITY} } child { ${CHILD} } } } } }`,
  ],
  ['facilities', (n) => `{ facilities(first: ${n}) { totalCount edges { node { ${FACILITY} } } } }`],
  [
    'published figures',
    (n) =>
      `{ publishedFigures(first: ${n}) { totalCount edges { node { registryCount territory { name } contradicts { id } } } } }`,
  ],
]

/** The statements that reach the database while the question is answered: what any pool or Prisma sends passes here. */
async function statementsFor(query: string): Promise<string[]> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await graph.ask(query, secretaryOfEveryState())
  const statements = sent.mock.calls.map(([statement]) => textOf(statement))
  sent.mockRestore()
  return statements
}

/** Of two statements that differ in how many ids or rows they ask for, the text is one. */
function textOf(statement: unknown): string {
  const text = typeof statement === 'string' ? statement : String((statement as { text?: unknown }).text)
  return text
    .replace(/\(\$\d+(?:\s*,\s*\$\d+)*\)/g, '(ids)')
    .replace(/\$\d+/g, '$')
    .replace(/\blimit \d+/g, 'limit')
}

/**
 * A child can be reached by two ways in one question, and the two arrive at their moment: what is read of it may be read
 * twice, or as often as of five: each way to a child asks for itself whether it is in sight. Nothing is read once for each row.
 */
const MOST_OF_A_KIND = 2
/**
 * What is sent once each time that a service is asked, of however many children: in whose name, and what the audit is told;
 * and of a new connection, what it is to know by name.
 */
const ONCE_AN_ASKING = /^(begin|commit|rollback|)$|^select (set_config\('app\.ctx'|audit\.record\()/

test.each(PAGES)('%s: no kind of statement is sent for each of fifty rows', async (_list, page) => {
  const kindsFor = async (rows: number) => Map.groupBy(await statementsFor(page(rows)), (text) => text)
  // What feeds have told is read once a version, a statement for each feed: of fifty rows there are more feeds than of five.
  await kindsFor(50)
  const [ofFive, kinds] = [await kindsFor(5), await kindsFor(50)]
  const most = (text: string) => Math.max(MOST_OF_A_KIND, ofFive.get(text)?.length ?? 0)
  for (const text of kinds.keys()) if (ONCE_AN_ASKING.test(text)) kinds.delete(text)

  expect(kinds.size).toBeGreaterThan(0)
  expect([...kinds].filter(([text, sent]) => sent.length > most(text)).map(([text]) => text)).toEqual([])
})

test('a hundred children with all that hangs on them are asked of no oftener than fifty', async () => {
  const page = PAGES[0]?.[1] ?? (() => '')
  await statementsFor(page(100))
  // A connection lasts a minute: what a new one is to know by name is asked of no child.
  const readFor = async (rows: number) =>
    Map.groupBy(
      (await statementsFor(page(rows))).filter((text) => !ONCE_AN_ASKING.test(text)),
      (text) => text,
    )
  const [fifty, hundred] = [await readFor(50), await readFor(100)]
  const most = (text: string) => Math.max(MOST_OF_A_KIND, fifty.get(text)?.length ?? 0)

  // What none of the first fifty has, a plan with measures say, is asked of those who follow, and no oftener.
  expect(fifty.size).toBeGreaterThan(10)
  expect([...hundred].filter(([text, sent]) => sent.length > most(text)).map(([text]) => text)).toEqual([])
})

test('indicators of all states cost as many statements as those of one', async () => {
  const board = `detention { heldNow } care { childrenNow } casework { unprocessed } facilities(first: 2) { totalCount }
    returns(period: { from: "2026-01-01", to: "2026-12-31" }) { total byNationality { country } }
    funnel(period: { from: "2026-01-01", to: "2026-12-31" }) { detected }
    detection(period: { from: "2026-01-01", to: "2026-12-31" }) { persons byAgeGroup { count } }`
  const one = `{ state(code: "07") { ${board} } }`
  await statementsFor(one)
  const [ofOne, ofAll] = [await statementsFor(one), await statementsFor(`{ states { ${board} } }`)]

  expect(ofOne.length).toBeGreaterThan(5)
  expect(ofAll).toHaveLength(ofOne.length)
})
