/** Keeps the picture that placements has of representation: the Procuraduría of which state has a file of a child. */
import type { Follower } from '@vigia/kit/follow'
import { keepFiles } from '@vigia/kit/picture-of-children'

export const followRepresentation: Follower = {
  follows: 'representation',
  async apply(client, stretch) {
    await keepFiles(client, 'placements', stretch)
  },
}
