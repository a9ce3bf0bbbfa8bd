/** What a service's intake took in, as a subgraph tells it: batches, and rows that could not be joined to a child. */
import { AUTHORITIES } from '@vigia/law/authorities'
import { isCodeOf } from '@vigia/law/code-list'
import { isId } from '@vigia/law/ids'
import type { Actor } from '../actor.ts'
import { Refusal } from '../errors.ts'
import { type Batch, batchesOf, countUnmatched, type Unmatched, unmatchedOf } from '../intake/intake-lists.ts'
import type { ServiceName } from '../service.ts'
import {
  checkPeriod,
  type countingTypes,
  instantsAsked,
  OF_OWN_STATES,
  ofOwnStates,
  type Period,
  stateAsked,
} from './counting.ts'
import { keysetPage } from './keyset.ts'
import type { BaseContext, SubgraphTypes } from './subgraph.ts'

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Record<never, never>, BaseContext>>
>
type PeriodInput = ReturnType<typeof countingTypes>['period']

interface Asked {
  state?: string | null
  period?: Period | null
  feed?: string | null
  source?: string | null
}
interface AskedOfBatches extends Asked {
  cutoff?: Period | null
  isPreliminary?: boolean | null
  isWithdrawn?: boolean | null
}
interface AskedOfRows extends Asked {
  batch?: string | null
}

const OF_STATES =
  'An asker who oversees states is told of those files alone that speak for one of these, and of none of the whole country.'

interface TakesIn {
  service: ServiceName
  feeds: readonly { name: string }[]
}

/** Adds `Query.<service>Intake` to a subgraph's builder; call it once, in graphql/intake.ts. */
export function addIntake(subgraph: unknown, period: PeriodInput, { service, feeds }: TakesIn): void {
  const builder = subgraph as AnyBuilder
  const [batch, unmatched] = [batchType(builder), unmatchedType(builder)]
  const filter = filters(builder, period)
  const rowFilter = { type: filter.rows, description: 'Which rows; all when left out.' }
  const intake = builder.objectRef<Record<string, never>>('Intake').implement({
    shareable: true,
    access: 'intake:read',
    description: 'What one service took in from files, and what it could not join.',
    fields: (t) => ({
      batches: t.connection(
        {
          type: batch,
          description: `Files taken in, the latest first. ${OF_STATES}`,
          args: { filter: t.arg({ type: filter.batches, description: 'Which files; all when left out.' }) },
          resolve: (_intake, { filter: asked, ...page }, { db, actor }) =>
            keysetPage<Batch>(batchesOf({ service, pool: db.rows, actor }, batchesWanted(asked, actor, feeds)), page),
        },
        { name: 'IntakeBatchConnection', shareable: true },
        { name: 'IntakeBatchEdge', shareable: true },
      ),
      unmatched: t.connection(
        {
          type: unmatched,
          description: `Rows that could not be joined yet, the latest first. What they say of a person is not shown. ${OF_STATES}`,
          args: { filter: t.arg(rowFilter) },
          resolve: (_intake, { filter: asked, ...page }, { db, actor }) =>
            keysetPage<Unmatched>(
              unmatchedOf({ service, pool: db.rows, actor }, rowsWanted(asked, actor, feeds)),
              page,
            ),
        },
        { name: 'UnmatchedRowConnection', shareable: true },
        { name: 'UnmatchedRowEdge', shareable: true },
      ),
      unmatchedCount: t.int({
        nullable: true,
        description: `Rows that could not be joined yet, in all pages; null of a state that the asker does not oversee. ${OF_STATES}`,
        args: { filter: t.arg(rowFilter) },
        resolve: (_intake, { filter: asked }, { db, actor }) =>
          countUnmatched({ service, pool: db.rows, actor }, rowsWanted(asked, actor, feeds)),
      }),
    }),
  })
  builder.queryField(`${service}Intake`, (t) =>
    t.field({
      type: intake,
      nullable: true,
      access: 'intake:read',
      description: `Files that the service ${service} took in. Null when the service cannot be reached.`,
      resolve: () => ({}),
    }),
  )
}

const FEED = 'Kind of file to keep: detections, stays, …'
const SOURCE = 'Code of the authority that sent it (code list AUTHORITY).'

function filters(builder: AnyBuilder, period: PeriodInput) {
  const batches = builder.inputRef<AskedOfBatches>('IntakeBatchFilter').implement({
    description: 'Which files are listed. What is left out lets all through.',
    fields: (t) => ({
      state: t.id({
        description: `Files that speak for this state alone: INEGI or ISO code; "00" for all. ${OF_OWN_STATES}`,
      }),
      period: t.field({ type: period, description: 'Local days on which they were taken in.' }),
      feed: t.string({ description: FEED }),
      source: t.string({ description: SOURCE }),
      cutoff: t.field({ type: period, description: 'Days among which is the last one that they tell of.' }),
      isPreliminary: t.boolean({ description: 'True for those that the sender may revise, false for the others.' }),
      isWithdrawn: t.boolean({ description: 'True for those that were taken back, false for those that count.' }),
    }),
  })
  const rows = builder.inputRef<AskedOfRows>('UnmatchedRowFilter').implement({
    description: 'Which rows are listed. What is left out lets all through.',
    fields: (t) => ({
      state: t.id({
        description: `Rows of files that speak for this state alone: INEGI or ISO code; "00" for all. ${OF_OWN_STATES}`,
      }),
      period: t.field({ type: period, description: 'Local days on which the registry received them.' }),
      feed: t.string({ description: FEED }),
      source: t.string({ description: SOURCE }),
      batch: t.id({ description: 'Id of the file that they came with.' }),
    }),
  })
  return { batches, rows }
}

/** Throws BAD_USER_INPUT for what is no code: no file would seem to have been sent. */
function senderAsked(source: string | null | undefined): string | null {
  if (source === null || source === undefined) return null
  if (isCodeOf(AUTHORITIES, source)) return source
  throw new Refusal('BAD_USER_INPUT', 'No authority has this code: write INM, as the code list AUTHORITY has it.')
}

/** As `senderAsked`, of the kinds of file of this service. */
function feedAsked(feed: string | null | undefined, feeds: TakesIn['feeds']): string | null {
  if (feed === null || feed === undefined) return null
  if (feeds.some(({ name }) => name === feed)) return feed
  const names = feeds.map(({ name }) => name).join(', ')
  throw new Refusal('BAD_USER_INPUT', `This service takes in no such kind of file: write one of ${names}.`)
}

const wantedBy = ({ state, period, feed, source }: Asked, actor: Actor, feeds: TakesIn['feeds']) => ({
  state: ofOwnStates(stateAsked(state), actor),
  taken: instantsAsked(period),
  feed: feedAsked(feed, feeds),
  source: senderAsked(source),
})

const batchesWanted = (asked: AskedOfBatches | null | undefined, actor: Actor, feeds: TakesIn['feeds']) => ({
  ...wantedBy(asked ?? {}, actor, feeds),
  cutoff: asked?.cutoff ? checkPeriod(asked.cutoff) : null,
  isPreliminary: asked?.isPreliminary ?? null,
  isWithdrawn: asked?.isWithdrawn ?? null,
})

function rowsWanted(asked: AskedOfRows | null | undefined, actor: Actor, feeds: TakesIn['feeds']) {
  const { batch } = asked ?? {}
  if (batch !== null && batch !== undefined && !isId(batch)) throw new Refusal('BAD_USER_INPUT', 'No file has this id.')
  return { ...wantedBy(asked ?? {}, actor, feeds), batch: batch ?? null }
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
