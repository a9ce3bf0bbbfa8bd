/** Keeps the pictures that representation has of the children service: children, their numbers, and who was told of them. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepChildren } from '@vigia/kit/picture-of-children'

/** Detections of which a Procuraduría was told. */
const NOTICES: Picture = {
  table: 'representation.notice_ref',
  of: 'children',
  entity: 'detection',
  key: 'detection_id',
  columns: {
    child_id: ['child_id', 'uuid'],
    state: ['state', 'char(2)'],
    notified_at: ['ppnna_notified_at', 'timestamptz'],
  },
  onlyWith: 'ppnna_notified_at',
}

/** A notice opens the backlog of its state; who the child is decides in which cell it is counted. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, stretch) {
    const changed = [
      ...(await keepChildren(client, 'representation', stretch)),
      ...(await bringUpToDate(client, NOTICES, stretch)),
    ]
    if (changed.length > 0) await client.query('select representation.refresh($1::uuid[])', [[...new Set(changed)]])
  },
}
