/** Keeps the pictures that placements has of the children service: who a child is, whose number is whose, who was told of it. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepChildren } from '@vigia/kit/picture-of-children'

/** Detections of which a Procuraduría was told, which knows of the child by that. */
const NOTICES: Picture = {
  table: 'placements.notice_ref',
  of: 'children',
  entity: 'detection',
  key: 'detection_id',
  columns: { child_id: ['child_id', 'uuid'], state: ['state', 'char(2)'] },
  onlyWith: 'ppnna_notified_at',
}

/** A stay is counted with the nationality, age group and company of its child: when these change, so does the count. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, stretch) {
    const changed = await keepChildren(client, 'placements', stretch)
    await bringUpToDate(client, NOTICES, stretch)
    if (changed.length > 0) await client.query('select placements.refresh($1::uuid[])', [changed])
  },
}
