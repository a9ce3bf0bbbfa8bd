/** Keeps the pictures that representation has of the children service: children, their numbers, and who was told of them. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'

const CHILDREN: Picture = {
  table: 'representation.child_ref',
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
  table: 'representation.identifier_ref',
  of: 'children',
  entity: 'identifier',
  key: 'identifier_id',
  columns: { type: ['type', 'text'], value: ['value', 'text'], child_id: ['child_id', 'uuid'] },
}

/** The acta is the number of a detection; through it a row finds its child like through any other. */
const ACTAS: Picture = {
  table: 'representation.identifier_ref',
  of: 'children',
  entity: 'detection',
  key: 'identifier_id',
  columns: { value: ['acta', 'text'], child_id: ['child_id', 'uuid'] },
  always: { type: 'ACTA' },
}

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
  async apply(client, after, upto) {
    const changed = [
      ...(await bringUpToDate(client, CHILDREN, after, upto)),
      ...(await bringUpToDate(client, NOTICES, after, upto)),
    ]
    await bringUpToDate(client, IDENTIFIERS, after, upto)
    await bringUpToDate(client, ACTAS, after, upto)
    if (changed.length > 0) await client.query('select representation.refresh($1::uuid[])', [[...new Set(changed)]])
  },
}
