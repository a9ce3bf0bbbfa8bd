/** A registry in which records are opened: a child of Chiapas whom every service knows, and two of Veracruz. */
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { type Openings, openingsIn } from '../../gateway/src/graph/openings.ts'
import { fillWithOneChild } from '../audit/reading-the-audit.ts'
import { type Graph, openGraph } from './asking.ts'
import { aDetection, aReturn, aStay } from './builders/inm.ts'
import { aCase } from './builders/ppnna.ts'
import { feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

export const REASON = 'Audiencia de la niña ante el juzgado, mañana'
export const EMERGENCY = 'Hospitalización urgente: hay que hallar a su madre'
export const NOBODY = '00000000-0000-4000-8000-000000000001'

export interface OpeningWorld {
  database: ScratchDatabase
  graph: Graph
  openings: Openings
  child: string
  stranger: string
  secondStranger: string
  settled: () => Promise<void>
  /** With what the gateway looks up for each request. */
  ask: (actor: Actor, query: string) => ReturnType<Graph['ask']>
  stop: () => Promise<void>
}

export async function worldOfOpenings(): Promise<OpeningWorld> {
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const openings = openingsIn(urlOfRole(database.url, 'vigia_gateway'))
  const settled = () => settle(graph.services.values(), database)
  const feeds = feedsOf(database.url)
  const child = await fillWithOneChild({ ...feeds, database, settle: settled })
  const there = { ENTIDAD: 'Veracruz' }
  const detections = [aDetection(there), aDetection(there)]
  await feeds.takeIn('children/detections', detections)
  const each = <Row>(make: (acta: string, i: number) => Row) => detections.map(({ ACTA }, i) => make(ACTA, i))
  const stays = each((acta) => aStay(acta, { ...there, 'NOMBRE DEL LUGAR': 'EM Acayucan' }))
  await feeds.takeIn('placements/stays', stays)
  const files = each((acta, i) => aCase(acta, { FOLIO: `PPNNA-30-2026-00000${i + 1}` }))
  await feeds.takeIn('representation/protection-cases', files, { state: '30' })
  const returns = each((acta) => aReturn(acta, there))
  await feeds.takeIn('returns/executed-returns', returns)
  await feeds.stop()
  await settled()
  const rows = await database.query<{ id: string }>("select id from children.child where state = '30' order by id")
  return {
    ...{ database, graph, openings, child, settled },
    stranger: rows[0]?.id ?? '',
    secondStranger: rows[1]?.id ?? '',
    ask: async (actor, query) => graph.ask(await openings.of(actor), query),
    async stop() {
      await openings.stop()
      await graph.stop()
      await database.drop()
    },
  }
}

export const codeOf = ({ errors }: Awaited<ReturnType<Graph['ask']>>) => errors?.[0]?.extensions?.['code']

export const opening = (id: string, reason = REASON) =>
  `mutation { openRecord(input: { childId: "${id}", reason: "${reason}" }) { childId until groups } }`
export const emergency = (id: string, reason = EMERGENCY) =>
  `mutation { emergencyAccess(input: { childId: "${id}", reason: "${reason}" }) { emergency { id state until isOutside } } }`
export const signing = (id: string) =>
  `mutation { signEmergencyAccess(input: { id: "${id}" }) { emergency { state signedBy signedRole } } }`
export const LIST =
  '{ emergencyAccesses { edges { node { id childId folio subject reason state maySign isOutside } } } }'
