/**
 * The one way in which a service answers: it executes, writes down what was opened, and only then gives the answer. Both run
 * modes come through here. No audit, no answer (security.md 4).
 */

import type { Reading } from '@vigia/db/reader'
import type { RowContext } from '@vigia/db/row-context'
import { isId } from '@vigia/law/ids'
import {
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import type { Pool } from 'pg'
import { type Actor, acceptActor, outOfAgreement, type Written, withOpenings } from '../actor.ts'
import { isDatabaseAway } from '../database-faults.ts'
import { rowContextOf } from '../graph/in-sight.ts'
import { log } from '../log.ts'
import type { Asker, Question, ServiceName } from '../service.ts'
import { tellsOnlyNotKept, withNotKept, withNotToBeHad } from './not-kept.ts'
import { NO_IDS, record } from './record.ts'
import { Trail } from './trail.ts'

export interface Answering {
  service: ServiceName
  schema: GraphQLSchema
  /** For an entry of which no row was read. */
  pool: Pool
  withActor: (context: RowContext) => Reading
  contextOf: (actor: Actor, trail: Trail) => { now: () => Date }
}

type Operation = OperationDefinitionNode | null | undefined

const RETRY_AFTER_IN_S = 1
const OPEN_NOW = 'select child_id, by, is_outside, until from sec.open_now()'

export function answering(parts: Answering): (question: Question, asker: Asker) => Promise<ExecutionResult> {
  const { schema, contextOf, withActor } = parts
  return async (question, asker) => {
    const { document, variables = {}, operationName } = question
    const operation = getOperationAST(document, operationName)
    const badValues = badValuesOf(schema, operation, variables)
    if (badValues) return { errors: badValues }
    const trail = new Trail(asker.requestId)
    for (const id of entitiesIn(schema, operation, variables)) trail.name(id)
    const named = acceptActor(asker.actor)
    const out = outOfAgreement(named, Date.now())
    if (out) return { errors: [new GraphQLError(out.sentence, { extensions: { code: out.code } })] }
    const reading = withActor(rowContextOf(named))
    try {
      const contextValue = contextOf(await asWritten(named, reading), trail)
      const asked = { schema, document, variableValues: variables, operationName, contextValue }
      const executed = await reading.run(async () => execute(asked))
      tellFaults(parts.service, asker, executed)
      const isChange = operation?.operation === OperationTypeNode.MUTATION
      const result = (isChange ? withNotKept : withNotToBeHad)(parts.service, executed)
      if (isChange && tellsOnlyNotKept(result)) return result
      return (await writtenDown(parts, { trail, operation, asker, reading })) ?? result
    } finally {
      reading.close()
    }
  }
}

/** What an actor says that it has opened, held against what is written down; whoever names nothing asks nothing. */
async function asWritten(actor: Actor, { query }: Reading): Promise<Actor> {
  if (!actor.opened?.length) return actor
  // Where it cannot be looked up nothing is open.
  const found = await query(OPEN_NOW).catch((fault: unknown) => {
    log.error({ fault }, 'what is open could not be looked up')
    return { rows: [] }
  })
  return withOpenings(actor, found.rows as Written[])
}

/** Like a server does, values of variables that do not fit are the caller's mistake, not ours. */
function badValuesOf(schema: GraphQLSchema, operation: Operation, variables: Record<string, unknown>) {
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables)
  return errors?.map(({ message }) => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } }))
}

/** The gateway is told no more than a message, or that something cannot be had now: where a fault arose, and of what, is known here. */
function tellFaults(service: ServiceName, { requestId }: Asker, { errors = [] }: ExecutionResult): void {
  for (const { path, originalError } of errors) {
    if (!originalError || originalError instanceof GraphQLError || isDatabaseAway(originalError)) continue
    log.error({ service, requestId, path, fault: originalError }, 'a field could not be answered')
  }
}

interface Read {
  trail: Trail
  operation: Operation
  asker: Asker
  reading: Reading
}

/** Null once the entries are kept, or where none is needed; else what is answered in the place of the answer. */
async function writtenDown({ service, pool }: Answering, read: Read): Promise<ExecutionResult | null> {
  const { trail, operation, asker, reading } = read
  const [opened, refused] = [trail.opened(), trail.refused()]
  if (!opened && !refused) return null
  const { actor, requestId, reason } = asker
  const { sub: subject, role, org: office, states } = actor
  const who = { service, requestId, subject, role, office, states, reason, batchId: null } as const
  // In the transaction of the reading, where rows were read.
  const database = reading.isBegun ? { query: reading.keep } : pool
  const kept = Promise.all([
    refused && record(pool, { ...who, act: 'REFUSED', ...refused, ...NOTHING_READ }),
    opened && record(database, { ...who, act: 'READ', asked: askedIn(operation), ...opened }),
  ]).then(
    () => {},
    (fault) => {
      throw refusal(service, requestId, fault)
    },
  )
  if (asker.unkept) {
    kept.catch(() => {}) // It may fail before the gateway comes to wait for it.
    asker.unkept.push(kept)
    return null
  }
  try {
    await kept
    return null
  } catch (fault) {
    return { data: null, errors: [fault as GraphQLError] } // Of `refusal`.
  }
}

function refusal(service: ServiceName, requestId: string, fault: unknown): GraphQLError {
  log.error({ service, requestId, fault }, 'an answer was withheld: its audit could not be written')
  return withheld(service, fault)
}

const NOTHING_READ = { types: [], scopes: [], records: 0, children: NO_IDS }

/** A database that is gone is told from one that refuses: whoever waits for it sees it in `originalError`. */
function withheld(service: string, fault: unknown): GraphQLError {
  const originalError = isDatabaseAway(fault) ? (fault as Error) : undefined
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service, retryAfter: RETRY_AFTER_IN_S }
  return new GraphQLError(`${service} is not available.`, { extensions, ...(originalError ? { originalError } : {}) })
}

function askedIn(operation: Operation): string[] {
  const fields = operation?.selectionSet.selections ?? []
  const names = fields.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
  return [...new Set(names)].sort()
}

/** Children of whom the gateway asks by their keys. */
function entitiesIn(schema: GraphQLSchema, operation: Operation, variables: Record<string, unknown>): string[] {
  const entities = schema.getQueryType()?.getFields()['_entities']
  const fields = operation?.selectionSet.selections ?? []
  return fields.flatMap((field) => {
    if (!entities || field.kind !== Kind.FIELD || field.name.value !== '_entities') return []
    const { representations } = getArgumentValues(entities, field, variables)
    const keys = representations as readonly { __typename?: unknown; id?: unknown }[] // As the schema has it.
    return keys.flatMap(({ __typename, id }) => (__typename === 'Child' && isId(String(id)) ? [String(id)] : []))
  })
}
