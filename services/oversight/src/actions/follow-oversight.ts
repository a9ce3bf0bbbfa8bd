/** Oversight's picture of its own files: they are feeds like any other, and their freshness is told like any other. */
import type { Follower } from '@vigia/kit/follow'
import { keepBatches } from './keep-indicators.ts'

export const followOversight: Follower = {
  follows: 'oversight',
  apply: (client, after, upto) => keepBatches(client, { source: 'oversight', after, upto }),
}
