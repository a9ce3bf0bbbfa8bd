/** A detection in another state, or another first one, changes which states may know of a child (rules/in-sight.ts). */
import type { Follower } from '@vigia/kit/follow'

export const followChildren: Follower = {
  follows: 'children',
  async apply(client, { after, upto, tells }) {
    if (!tells('children', 'child') && !tells('children', 'detection')) return
    await client.query(
      `select children.refresh_sight(array(
         select distinct child_id from outbox.event
         where seq > $1 and seq <= $2 and source = 'children' and (type like 'child.%' or type like 'detection.%')))`,
      [after, upto],
    )
  },
}
