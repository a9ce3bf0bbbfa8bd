/** A certificate of COMAR stands among the documents of a child, and says that it has asked for asylum: who may not read that is not told of it. */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'

const found = aDetection()
const GRANTED = { 'ESTADO DEL DOCUMENTO': 'Otorgado', 'FECHA DE OTORGAMIENTO': writtenDay(daysAgo(4)) }

let database: ScratchDatabase
let graph: Graph
let child: string
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [found])
  await feeds.takeIn('placements/stays', [aStay(found.ACTA)], { source: 'DIF' })
  await feeds.takeIn(
    'children/migration-documents',
    ['TVRH', 'Constancia de trámite COMAR'].map((DOCUMENTO) => ({ ACTA: found.ACTA, DOCUMENTO, ...GRANTED })),
  )
  await settle(graph.services.values(), database)
  await feeds.stop()
  const [row] = await database.query<{ id: string }>('select id from children.child')
  child = row?.id ?? ''
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

async function toldTo(actor: Actor): Promise<string[]> {
  const asked = `{ child(id: "${child}") { documents { totalCount edges { node { document } } } } }`
  const { data, errors } = await graph.ask(actor, asked)
  expect(errors).toBeUndefined()
  const { edges, totalCount } = (data as { child: { documents: Documents } }).child.documents
  expect(totalCount).toBe(edges.length)
  return edges.map(({ node }) => node.document).sort()
}
interface Documents {
  totalCount: number
  edges: { node: { document: string } }[]
}

test.each(['dif-officer', 'federal-secretary'] as const)(
  '%s, who may not read asylum, is told of the others',
  async (role) => {
    expect(await toldTo(anActor(role))).toEqual(['HUMANITARIAN_VISITOR'])
  },
)

test('who may read it is told of all, as whoever has opened the record of that child', async () => {
  const all = ['ASYLUM_CERTIFICATE', 'HUMANITARIAN_VISITOR']

  expect(await toldTo(anActor('state-secretary'))).toEqual(all)
  expect(await toldTo(await secretaryWhoOpened(database, child))).toEqual(all)
})
