/** Keeps the pictures that placements has of the children service: who a child is, and whose number is whose. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'

const CHILDREN: Picture = {
  table: 'placements.child_ref',
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
  table: 'placements.identifier_ref',
  of: 'children',
  entity: 'identifier',
  key: 'identifier_id',
  columns: { type: ['type', 'text'], value: ['value', 'text'], child_id: ['child_id', 'uuid'] },
}

/** The acta is the number of a detection; through it a row finds its child like through any other. */
const ACTAS: Picture = {
  table: 'placements.identifier_ref',
  of: 'children',
  entity: 'detection',
  key: 'identifier_id',
  columns: { value: ['acta', 'text'], child_id: ['child_id', 'uuid'] },
  always: { type: 'ACTA' },
}

/** A stay is counted with the nationality, age group and company of its child: when these change, so does the count. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, after, upto) {
    const changed = await bringUpToDate(client, CHILDREN, after, upto)
    await bringUpToDate(client, IDENTIFIERS, after, upto)
    await bringUpToDate(client, ACTAS, after, upto)
    if (changed.length > 0) await client.query('select placements.refresh($1::uuid[])', [changed])
  },
}
