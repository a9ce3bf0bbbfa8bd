/** Exports as they run: the question of each list, and what was taken out, in the database by the gateway's own login. */
import { openPool } from '@vigia/db/open'
import type { Router } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Gateway } from '../graph/gateway.ts'
import type { AssembledSignIn } from '../sign-in/assemble-sign-in.ts'
import { openStreams } from '../subscriptions/open-streams.ts'
import { createExportDoors, type ExportDoorOptions } from './export-doors.ts'
import { ExportStore } from './export-store.ts'
import { OnTheirWay } from './on-their-way.ts'
import { Questions } from './pages-of.ts'

export interface ExportParts
  extends Omit<ExportDoorOptions, 'questions' | 'store' | 'keeper' | 'rates' | 'open' | 'onTheirWay'> {
  databaseUrl: string
  gateway: Gateway
  schema: GraphQLSchema
  signIn: Pick<AssembledSignIn, 'keeper' | 'rates'>
  /** How long is waited for a page. */
  requestInMs: number
}

const CONNECTIONS = 2
/** The hard stop of a step of an export (security.md 9). */
const ANSWERED_WITHIN_MS = 20_000

export function assembleExports({ databaseUrl, schema, signIn, requestInMs, ...parts }: ExportParts): {
  doors: Router
  /** What is on its way breaks off; it is noted before the stop is over. */
  hangUp: () => void
  stop: () => Promise<void>
} {
  const pool = openPool(databaseUrl, CONNECTIONS, ANSWERED_WITHIN_MS)
  const questions = new Questions(schema, parts.gateway, requestInMs)
  const open = openStreams(signIn.keeper)
  const onTheirWay = new OnTheirWay()
  const doors = createExportDoors({ ...parts, ...signIn, open, onTheirWay, questions, store: new ExportStore(pool) })
  const stop = async () => {
    open.stop()
    await onTheirWay.ended()
    await pool.end()
  }
  return { doors, hangUp: () => onTheirWay.breakOff(), stop }
}
