/** Keeps the pictures that children has of representation: whose file and whose mandate a child has, and its numbers. */
import type { Follower } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepFiles } from '@vigia/kit/picture-of-children'

/** Of whatever quality: which of them make counsel independent is for children.refresh_sight to say. */
const MANDATES: Picture = {
  table: 'children.mandate_ref',
  of: 'representation',
  entity: 'representation',
  key: 'representation_id',
  columns: { child_id: ['child_id', 'uuid'], quality: ['quality', 'text'], counsel_key: ['counsel_key', 'text'] },
  onlyWith: 'counsel_key',
  onlyWithout: 'ended_on',
}

const FOLIOS: Picture = {
  table: 'children.identifier_ref',
  of: 'representation',
  entity: 'protection_case',
  key: 'identifier_id',
  columns: { child_id: ['child_id', 'uuid'], state: ['state', 'char(2)'], value: ['folio', 'text'] },
  always: { type: 'PPNNA_FOLIO', issuer: 'PPNNA' },
}

const COMPLAINTS: Picture = {
  table: 'children.identifier_ref',
  of: 'representation',
  entity: 'complaint',
  key: 'identifier_id',
  columns: { child_id: ['child_id', 'uuid'], value: ['folio', 'text'], issuer: ['ombuds', 'text'] },
  always: { type: 'COMPLAINT' },
}

export const followRepresentation: Follower = {
  follows: 'representation',
  async apply(client, stretch) {
    const changed = [
      ...(await keepFiles(client, 'children', stretch)),
      ...(await bringUpToDate(client, MANDATES, stretch)),
    ]
    await bringUpToDate(client, FOLIOS, stretch)
    await bringUpToDate(client, COMPLAINTS, stretch)
    if (changed.length > 0) await client.query('select children.refresh_sight($1::uuid[])', [changed])
  },
}
