/**
 * Oversight's picture of its own files: they are feeds like any other, and their freshness is told like any other. The last
 * of the followers: once all that a batch of events tells has been kept, the paths of its children are derived.
 */
import type { Follower } from '@vigia/kit/follow'
import { deriveTouched } from './keep-facts.ts'
import { keepBatches } from './keep-indicators.ts'

export const followOversight: Follower = {
  follows: 'oversight',
  async apply(client, log) {
    await keepBatches(client, { ...log, source: 'oversight' })
    await deriveTouched(client)
  },
}
