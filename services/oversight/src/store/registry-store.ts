/** What this database is, and as of when its figures are: read once a request. */
import { onceARequest } from '@vigia/kit/figures/period-counts'
import type { Pool } from 'pg'

export interface RegistryState {
  isSynthetic: boolean
  /** The versions of all services, joined in the order of their names: changes whenever a figure may have. */
  version: string
  /** When the newest figures were counted; before any were, when the registry was made. */
  asOf: Date
  /** When oversight's own were. */
  oversightAsOf: Date
}

interface Row {
  is_synthetic: boolean
  version: string
  as_of: Date
  oversight_as_of: Date
}

export class RegistryStore {
  readonly #read: (question: 'registry') => Promise<RegistryState>

  constructor(pool: Pool) {
    this.#read = onceARequest(() => readState(pool))
  }

  state(): Promise<RegistryState> {
    return this.#read('registry')
  }
}

async function readState(pool: Pool): Promise<RegistryState> {
  const { rows } = await pool.query<Row>({ name: 'registry', text: REGISTRY })
  const [row] = rows
  if (!row) throw new Error('outbox.registry has no row')
  return {
    isSynthetic: row.is_synthetic,
    version: row.version,
    asOf: row.as_of,
    oversightAsOf: row.oversight_as_of,
  }
}

const REGISTRY = `
  select r.is_synthetic, coalesce(v.version, '') as version, coalesce(v.as_of, r.created_at) as as_of,
         coalesce(v.oversight_as_of, r.created_at) as oversight_as_of
  from outbox.registry r, (
    select string_agg(version::text, '.' order by service) as version, max(as_of) as as_of,
           max(as_of) filter (where service = 'oversight') as oversight_as_of
    from outbox.service_version) v`
