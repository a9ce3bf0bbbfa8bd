/** Keeps the pictures that returns has of the children service: children, their numbers, and when they were found. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'

const CHILDREN: Picture = {
  table: 'returns.child_ref',
  of: 'children',
  entity: 'child',
  key: 'child_id',
  columns: {
    folio: ['folio', 'text'],
    state: ['state', 'char(2)'],
    first_detected_at: ['first_detected_at', 'timestamptz'],
    nationality: ['nationality', 'char(3)'],
    age_group: ['age_group', 'text'],
    accompaniment: ['accompaniment', 'text'],
  },
}

const IDENTIFIERS: Picture = {
  table: 'returns.identifier_ref',
  of: 'children',
  entity: 'identifier',
  key: 'identifier_id',
  columns: { type: ['type', 'text'], value: ['value', 'text'], child_id: ['child_id', 'uuid'] },
}

/** The acta is the number of a detection; through it a row finds its child like through any other. */
const ACTAS: Picture = {
  table: 'returns.identifier_ref',
  of: 'children',
  entity: 'detection',
  key: 'identifier_id',
  columns: { value: ['acta', 'text'], child_id: ['child_id', 'uuid'] },
  always: { type: 'ACTA' },
}

const DETECTIONS: Picture = {
  table: 'returns.detection_ref',
  of: 'children',
  entity: 'detection',
  key: 'detection_id',
  columns: { child_id: ['child_id', 'uuid'], detected_at: ['detected_at', 'timestamptz'] },
}

/** A return is counted with what is known of its child, and by the hours since the child was last found. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, after, upto) {
    const changed = [
      ...(await bringUpToDate(client, CHILDREN, after, upto)),
      ...(await bringUpToDate(client, DETECTIONS, after, upto)),
    ]
    await bringUpToDate(client, IDENTIFIERS, after, upto)
    await bringUpToDate(client, ACTAS, after, upto)
    if (changed.length > 0) await client.query('select returns.refresh($1::uuid[])', [[...new Set(changed)]])
  },
}
