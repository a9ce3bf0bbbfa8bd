/** Asks each service one question once the gateway runs: the first query of a process is slow, and nobody should wait for it. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { scopesOf } from '@vigia/law/access-matrix'
import { STATE_CODES } from '@vigia/law/states'
import type { GraphQLSchema } from 'graphql'
import { createAdmission } from './admission.ts'
import type { Gateway } from './gateway.ts'

/** Something that each service counts, as the board's first questions: of no child, so that a start opens nobody's record. */
const QUESTION = `query ($period: PeriodInput! = { from: "2026-01-01", to: "2026-01-31" }) {
  state(code: "07") { detection(period: $period) { events } detention { heldNow } casework { unprocessed } returns(period: $period) { total } }
  publishedFigures(first: 1) { totalCount }
}`
/** A program that may read figures. */
const ASKER: Actor = {
  sub: 'vigia-warm-up',
  kind: 'machine',
  role: 'state-secretary',
  states: [...STATE_CODES],
  org: null,
  scopes: scopesOf('state-secretary'),
}
const PATIENCE_IN_MS = 10_000

/** Resolves when it has been answered, however that went. Nobody hears the answer. */
export async function askOnce(gateway: Gateway, schema: GraphQLSchema): Promise<void> {
  try {
    const admission = createAdmission(schema, { introspection: false })
    const admitted = admission.admit({ query: QUESTION, operationName: null, variables: {} }, 'plain')
    const deadline = Date.now() + PATIENCE_IN_MS
    await gateway.execute(admitted, {
      actor: ASKER,
      requestId: randomUUID(),
      reason: null,
      deadline,
    })
  } catch (error) {
    log.debug({ fault: error }, 'the first question was not answered')
  }
}
