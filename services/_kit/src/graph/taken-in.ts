/** What a service's intake took in, as a subgraph tells it: batches, and rows that could not be joined to a child. */
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import type { ServiceName } from '../service.ts'
import { keysetPage } from './keyset.ts'
import type { PageArgs } from './page.ts'
import type { BaseContext, SubgraphTypes } from './subgraph.ts'

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Record<never, never>, BaseContext>>
>

interface Batch {
  id: string
  feed: string
  source: string
  state: string | null
  cutoff_on: string
  is_preliminary: boolean
  is_confirmed: boolean
  row_count: number
  accepted_count: number
  refused_count: number
  unmatched_count: number
  taken_at: Date
  withdrawn_at: Date | null
}

interface Unmatched {
  id: string
  batch_id: string
  feed: string
  line: number
  reason: string
  keys: string[]
  recorded_at: Date
}

/** Adds `Query.<service>Intake` to a subgraph's builder; call it once, in graphql/intake.ts. */
export function addIntake(subgraph: unknown, service: ServiceName, pool: Pool): void {
  const builder = subgraph as AnyBuilder
  const [batch, unmatched] = [batchType(builder), unmatchedType(builder)]
  const intake = builder.objectRef<Record<string, never>>('Intake').implement({
    shareable: true,
    access: 'intake:read',
    description: 'What one service took in from files, and what it could not join.',
    fields: (t) => ({
      batches: t.connection(
        {
          type: batch,
          description: 'Files taken in, the latest first.',
          resolve: (_intake, args, { actor }) => keysetPage<Batch>(batchesOf(service, pool, actor), args as PageArgs),
        },
        { name: 'IntakeBatchConnection', shareable: true },
        { name: 'IntakeBatchEdge', shareable: true },
      ),
      unmatched: t.connection(
        {
          type: unmatched,
          description: 'Rows that could not be joined yet, the latest first. What they say of a person is not shown.',
          resolve: (_intake, args, { actor }) =>
            keysetPage<Unmatched>(unmatchedOf(service, pool, actor), args as PageArgs),
        },
        { name: 'UnmatchedRowConnection', shareable: true },
        { name: 'UnmatchedRowEdge', shareable: true },
      ),
      unmatchedCount: t.int({
        description: 'Rows that could not be joined yet.',
        resolve: (_intake, _args, { actor }) => count(service, pool, actor),
      }),
    }),
  })
  builder.queryField(`${service}Intake`, (t) =>
    t.field({
      type: intake,
      nullable: true,
      access: 'intake:read',
      description: `Files that ${service} took in. Null when the service cannot be reached.`,
      resolve: () => ({}),
    }),
  )
}

function batchType(builder: AnyBuilder) {
  return builder.objectRef<Batch>('IntakeBatch').implement({
    shareable: true,
    access: 'intake:read',
    description: 'A file that was taken in: who sent it, until when it tells, what became of its rows.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id of the batch, of this registry.' }),
      feed: t.exposeString('feed', { description: 'Kind of file: detections, stays, …' }),
      source: t.exposeString('source', { description: 'Code of the authority that sent it (code list AUTHORITY).' }),
      state: t.exposeString('state', { nullable: true, description: 'INEGI code; null for the whole country.' }),
      cutoff: t.field({ type: 'Date', description: 'Last day it tells of.', resolve: (row) => row.cutoff_on }),
      isPreliminary: t.boolean({
        description: 'Whether the sender may revise it.',
        resolve: (row) => row.is_preliminary,
      }),
      isConfirmed: t.boolean({
        description:
          'Whether the sender stood by rows in conflict with what was known, as a child handed over to a full place; without that they are refused.',
        resolve: (row) => row.is_confirmed,
      }),
      rows: t.int({ description: 'Rows of the file, without blanks and totals.', resolve: (row) => row.row_count }),
      accepted: t.int({ description: 'Rows written to the registry.', resolve: (row) => row.accepted_count }),
      refused: t.int({ description: 'Rows refused, each with line and reason.', resolve: (row) => row.refused_count }),
      unmatched: t.int({
        description: 'Rows kept, not joined to a child when taken in.',
        resolve: (row) => row.unmatched_count,
      }),
      takenAt: t.field({
        type: 'DateTime',
        description: 'When the registry took it in.',
        resolve: (row) => row.taken_at,
      }),
      withdrawnAt: t.field({
        type: 'DateTime',
        nullable: true,
        description: 'When it was taken back, with all that it wrote; null while it counts.',
        resolve: (row) => row.withdrawn_at,
      }),
    }),
  })
}

function unmatchedType(builder: AnyBuilder) {
  return builder.objectRef<Unmatched>('UnmatchedRow').implement({
    shareable: true,
    access: 'intake:read',
    description:
      'A row that was kept and could not be taken in: no identifier joins its child or place yet, its identifiers are of two children, or what is known speaks against it. It is tried again whenever something arrives.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Id of the row, of this registry.' }),
      batchId: t.id({ description: 'The file it came with.', resolve: (row) => row.batch_id }),
      feed: t.exposeString('feed', { description: 'Kind of file: detections, stays, …' }),
      line: t.exposeInt('line', { description: 'Line of the file, the header being 1.' }),
      reason: t.exposeString('reason', { description: 'Why it could not be joined, in Spanish.' }),
      keyTypes: t.stringList({
        description: 'Kinds of identifier it was looked up by; never their values.',
        resolve: (row) => [...new Set(row.keys.map((key) => key.split(':')[0] ?? ''))],
      }),
      recordedAt: t.field({
        type: 'DateTime',
        description: 'When the registry received it.',
        resolve: (row) => row.recorded_at,
      }),
    }),
  })
}

/** An actor of states reads of the files that speak for one of them; those of the whole country tell of others too. */
const batchesOf = (service: ServiceName, pool: Pool, { states }: Actor) => ({
  pool,
  select: `select * from ${service}.batch`,
  where: states === null ? '' : 'state = any ($1::char(2)[])',
  values: states === null ? [] : [states],
  order: [
    { column: 'taken_at', cast: 'timestamptz', key: 'taken_at' },
    { column: 'id', cast: 'uuid', key: 'id' },
  ],
  descending: true,
})

const unmatchedOf = (service: ServiceName, pool: Pool, actor: Actor) => ({
  pool,
  select: `select id, batch_id, feed, line, reason, keys, recorded_at from ${service}.unmatched_row`,
  ...openRows(service, actor),
  order: [
    { column: 'recorded_at', cast: 'timestamptz', key: 'recorded_at' },
    { column: 'id', cast: 'uuid', key: 'id' },
  ],
  descending: true,
})

function openRows(service: ServiceName, { states }: Actor): { where: string; values: unknown[] } {
  if (states === null) return { where: 'matched_at is null', values: [] }
  const theirs = `select id from ${service}.batch where state = any ($1::char(2)[])`
  return { where: `matched_at is null and batch_id in (${theirs})`, values: [states] }
}

async function count(service: ServiceName, pool: Pool, actor: Actor): Promise<number> {
  const { where, values } = openRows(service, actor)
  const { rows } = await pool.query<{ n: number }>(
    `select count(*) as n from ${service}.unmatched_row where ${where}`,
    values,
  )
  return rows[0]?.n ?? 0
}
