/** Keeps the picture that representation has of placements: who is or was lately in a place of which state. */
import type { Follower } from '@vigia/kit/follow'
import { keepStays } from '@vigia/kit/picture-of-children'

export const followPlacements: Follower = {
  follows: 'placements',
  async apply(client, stretch) {
    await keepStays(client, 'representation', stretch)
  },
}
