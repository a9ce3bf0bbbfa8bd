/** The gates of INM over a registry of their own: a child whom INM found, what a Procuraduría says of it, and what is answered. */
import { anActor, openGraph } from './asking.ts'
import { aDetection } from './builders/inm.ts'
import { aCase, aDetermination } from './builders/ppnna.ts'
import type { Row } from './builders/row.ts'
import { feedsOf } from './feeds.ts'
import { scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

/** The office that finds the child. */
export const CHIAPAS = anActor('inm-officer', { org: 'INM-07' })
export const OF_CHIAPAS = { state: '07' }
export const GATES = `query ($number: String!) {
  returnGate(number: $number) { answer documentNumber documentDate }
  consularContactGate(number: $number) { answer }
}`
export const SHUT = {
  returnGate: { answer: 'NOT_PERMITTED', documentNumber: null, documentDate: null },
  consularContactGate: { answer: 'NOT_PERMITTED' },
}

export type Gates = Awaited<ReturnType<typeof openGates>>

export async function openGates() {
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const told = () => settle(graph.services.values(), database)
  return {
    ...{ database, graph, feeds, told },
    asked: (number: string, actor = CHIAPAS) => graph.ask(actor, GATES, { number }),

    /** A child whom INM found in Chiapas, with a file of the Procuraduría. */
    async aFoundChild(facts: Row = {}, found: Row = {}) {
      const detection = aDetection(found)
      const file = aCase(detection.ACTA, facts)
      await feeds.takeIn('children/detections', [detection])
      await told()
      await feeds.takeIn('representation/protection-cases', [file], OF_CHIAPAS)
      await told()
      return { number: detection.ACTA, file }
    },

    determined: (folio: string, facts: Row = {}) =>
      feeds.takeIn('representation/determinations', [aDetermination(folio, facts)], OF_CHIAPAS),

    async stop() {
      await feeds.stop()
      await graph.stop()
      await database.drop()
    },
  }
}
