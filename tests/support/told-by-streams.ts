/** What dutyToKnow has of streams, once it is there. */
import { eventually } from './eventually.ts'
import type { World } from './world.ts'

interface ToldByStream {
  channel: string
  authority: string
  tries: number
  knownAt: string | null
}

/** Who was told by streams of the alert of that place, once so many were. */
export async function toldByStreams(
  { ask, database }: World,
  seq: number | undefined,
  offices: number,
): Promise<Omit<ToldByStream, 'channel'>[]> {
  const [alert] = await database.query<{ id: string }>('select alert_id as id from stream.alert_step where seq = $1', [
    seq,
  ])
  const question = `{ dutyToKnow(alertId: "${alert?.id}", first: 50) {
    edges { node { channel authority role step outcome tries knownAt confirmedAt } } } }`
  const found = await eventually(
    async () => {
      const { data } = await ask<{ dutyToKnow: { edges: { node: ToldByStream }[] } }>(question)
      const nodes = data?.dutyToKnow.edges.map(({ node }) => node) ?? []
      return nodes.filter(({ channel }) => channel === 'STREAM')
    },
    (told) => told.length >= offices,
  )
  return found.map(({ channel: _, ...told }) => told).toSorted((a, b) => (a.authority < b.authority ? -1 : 1))
}
