/** Keeps the pictures that placements has of the children service: who a child is, and whose number is whose. */
import type { Follower } from '@vigia/kit/follow'
import { keepChildren } from '@vigia/kit/picture-of-children'

/** A stay is counted with the nationality, age group and company of its child: when these change, so does the count. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, after, upto) {
    const changed = await keepChildren(client, 'placements', after, upto)
    if (changed.length > 0) await client.query('select placements.refresh($1::uuid[])', [changed])
  },
}
