/** Why a batch cannot be withdrawn: as its sender is told it, and what is for whoever runs the registry alone. */
import { localDateTimeOf } from '@vigia/law/mexican-time'
import type { PoolClient } from 'pg'
import { isBehindWall } from '../behind-the-wall.ts'
import type { Sender, Withdrawal } from '../feed.ts'

/** Its sentence, in Spanish, is for the sender. */
export class WithdrawalRefused extends Error {
  /** What the sender is not to know. */
  readonly besides: string | null

  constructor(sentence: string, besides: string | null = null) {
    super(sentence)
    this.besides = besides
  }
}

/** It tells of what others have recorded. */
export class OthersDepend extends WithdrawalRefused {}

/** What another batch has said since would contradict what this one had corrected. */
export function contradiction(error: unknown): WithdrawalRefused | null {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  if (code !== '23514' && code !== '23P01') return null
  return new OthersDepend(`Sin este lote se contradicen hechos de otros (${constraint}); retire antes los posteriores.`)
}

const NOT_YET = 'Este lote todavía no se puede retirar.'

/** An authority that enforces migration law is not told by whom, nor of what, there is something that rests on its file (behind-the-wall.ts). */
export async function asToldToSender(
  client: PoolClient,
  { service }: Pick<Withdrawal, 'service'>,
  batchId: string,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof OthersDepend)) return error
  const { rows } = await client.query<Pick<Sender, 'source'>>(`select source from ${service}.batch where id = $1`, [
    batchId,
  ])
  const isWalled = rows.some((batch) => isBehindWall({ service }, batch))
  return isWalled ? new WithdrawalRefused(NOT_YET, error.message) : error
}

export async function whyNot(client: PoolClient, service: string, batchId: string): Promise<string> {
  const { rows } = await client.query<{ at: Date; reason: string }>(
    `select withdrawn_at as at, withdrawn_reason as reason from ${service}.batch where id = $1`,
    [batchId],
  )
  const [batch] = rows
  if (!batch) return `No hay ningún lote ${batchId}; los que hay los dice «batches ${service}».`
  return `El lote ${batchId} ya estaba retirado desde ${localDateTimeOf(batch.at)} (hora del centro): ${batch.reason}`
}
