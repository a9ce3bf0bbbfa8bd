/**
 * What delivers by itself: jobs of graphile-worker, each a lane of an endpoint, in the schema that this service's login fills. A job is
 * added with the alert; once a second one is added for each lane that is due and has nobody at it: after a failed try, a crash, or
 * a start. Jobs are a wake-up, and rows are what is owed. The digests of a day are jobs too.
 */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { OversightDb } from '@vigia/db/oversight'
import type { Outage } from '@vigia/kit/database-faults'
import { isDatabaseSilent, troubleIn } from '@vigia/kit/database-faults'
import { log } from '@vigia/kit/log'
import type { Stop } from '@vigia/kit/service'
import { Logger, type Runner, run as runJobs, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import type { Pool } from 'pg'
import { z } from 'zod'
import { addJobs, dueLanes } from '../store/delivery-store.ts'
import { addDigestJobs, dueDigests, writeDigest } from '../store/digest-store.ts'
import { readdress } from '../store/mail-addresses.ts'
import { forgetEnded } from '../store/secret-store.ts'
import { type Delivering, deliverNext } from './deliver.ts'
import { givenBackOnce } from './given-back-once.ts'
import { type Mailing, tellByMail } from './mail.ts'
import { Shares } from './shares.ts'

const SCHEMA = 'oversight_jobs'
/** A receiver that does not answer holds a few of these for as long as a try may take, and all such together not all (shares.ts). */
const AT_ONCE = 20
/** Of the jobs themselves; one of them listens. */
const CONNECTIONS = 4
const BETWEEN_SWEEPS_IN_MS = 1_000
/** Of each of those that are free: a job is told of as it is added, and added again by the next sweep. */
const BETWEEN_LOOKS_FOR_JOBS_IN_MS = 10_000
const AFTER_A_FAULT_IN_MS = 2_000
/** Jobs that still run when a process stops may take as long as a try; what has ended by itself is replaced at once, and they go on beside it. */
const [STOPPED_WITHIN_IN_MS, REPLACED_AFTER_IN_MS] = [20_000, 1_000]

const Lane = z.object({ endpoint: z.string(), lane: z.string() })
const Digest = z.object({ recipient: z.string() })

export type Worker = Delivering & { db: Pick<OversightDb, 'openMore'>; mailing: Mailing }

/** Of no run: what it is made in is remembered with it. */
const LOGGER = new Logger(() => (level, message, meta) => {
  // What ends it stands in a place of its own. Of a pool that has ended, or a database that is away or takes no writes, the others tell.
  const fault = meta?.['error'] ?? meta?.['fatalError'] ?? message
  if (level === 'error' && troubleIn(fault) === null)
    log.error({ service: 'oversight', fault }, 'the library that delivers met a fault')
})

/** The library remembers every run for as long as the process lives, and whatever that leads to: once it is over, to nothing. */
interface Run {
  at: { worker: Worker; shares: Shares } | null
}

function stillAt(run: Run): { worker: Worker; shares: Shares } {
  if (!run.at) throw new Error('The run is over.')
  return run.at
}

const taskListOf = (run: Run): TaskList => ({
  deliver(payload) {
    const { worker, shares } = stillAt(run)
    return shares.tell(Lane.parse(payload), (lane) => deliverNext(worker, lane))
  },
  digest(payload) {
    const { db, mailing, now } = stillAt(run).worker
    return writeDigest(db.pool, Digest.parse(payload).recipient, mailing.addresses, now())
  },
})

function optionsOf(run: Run, pgPool: Pool) {
  // Told one by one, what became of a job is awaited by nobody, and a database that falls just then ends the process; told together, the
  // library stops by itself, and is begun again.
  const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }
  const pollInterval = BETWEEN_LOOKS_FOR_JOBS_IN_MS
  const [schema, logger, taskList] = [SCHEMA, LOGGER, taskListOf(run)]
  return { pgPool, schema, taskList, logger, preset, pollInterval, noHandleSignals: true, parsedCronItems: [] }
}

/** The library's own tables at its version, with this service's login; whoever delivers has them made, where nobody did. */
export const makeJobTables = (pgPool: Pool): Promise<void> => runMigrations({ pgPool, schema: SCHEMA, logger: LOGGER })

/** All that is due now, to the end. Gives how much it did. For tests, and for whoever goes round by hand. */
export async function deliverDue(worker: Worker): Promise<number> {
  const mails = await tellByMail(worker.db.pool, worker.mailing, worker.now())
  const { pool } = worker.db
  const [lanes, digests] = [await dueLanes(pool, worker.now()), await dueDigests(pool, worker.now())]
  const due = lanes.length + digests.length
  if (due === 0) return mails
  const run: Run = { at: { worker, shares: new Shares() } }
  const options = optionsOf(run, pool)
  await makeJobTables(pool)
  await addJobs(pool, lanes)
  await addDigestJobs(pool, digests)
  await runOnce(options)
  run.at = null
  return mails + due
}

/** Runs until it is stopped, and again after a database that was away. */
export function deliverInBackground(worker: Worker, outage: Outage): Stop {
  const stopping = new AbortController()
  const { signal } = stopping
  const shares = new Shares()
  const loops = [
    // One round for as long as it runs: that the database is away, and is back, the others tell.
    again(signal, () => untilStopped(worker, shares, signal)),
    again(signal, () => thenPause(sweep(worker, shares), signal), outage),
    // In rounds of its own: a server of mail that hangs holds no message.
    again(signal, mailRounds(worker, signal), outage),
  ]
  return async () => {
    stopping.abort()
    await Promise.all(loops)
  }
}

/** Settings are those of the process: its first round sends what waits to whom they name. */
function mailRounds({ db, mailing, now }: Worker, signal: AbortSignal): () => Promise<void> {
  let isReaddressed = mailing.transport === null
  return async () => {
    if (!isReaddressed) await readdress(db.pool, mailing.addresses.of, now())
    isReaddressed = true
    await thenPause(tellByMail(db.pool, mailing, now(), signal), signal)
  }
}

async function untilStopped(worker: Worker, shares: Shares, signal: AbortSignal): Promise<void> {
  const pool = givenBackOnce(worker.db.openMore(CONNECTIONS))
  const run: Run = { at: { worker, shares } }
  const runner = await runJobs({ ...optionsOf(run, pool), concurrency: AT_ONCE }).catch(async (fault) => {
    await pool.end()
    throw fault
  })
  const ending = new AbortController()
  // It is listened for before anything can stop.
  const isStuck = stuck(runner, { stopping: signal, ended: ending.signal })
  runner.events.once('pool:gracefulShutdown', () => shares.leave())
  const stop = () => void runner.stop().catch(() => {})
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    await Promise.race([runner.promise, isStuck])
  } finally {
    ending.abort()
    signal.removeEventListener('abort', stop)
    runner.events.removeAllListeners()
    run.at = null
    // Whoever is stuck never gives his connections back: they are not waited for.
    void pool.end().catch(() => {})
  }
}

/**
 * Rejects when a library that stops has not stopped in time. Told together that jobs are done, it miscounts what is under way where two
 * such words fail, as they do when a database falls; it then waits for ever for what is long over, and nothing is delivered.
 */
async function stuck(
  { events }: Runner,
  { stopping, ended }: Record<'stopping' | 'ended', AbortSignal>,
): Promise<never> {
  await once(events, 'pool:gracefulShutdown', { signal: ended })
  const within = stopping.aborted ? STOPPED_WITHIN_IN_MS : REPLACED_AFTER_IN_MS
  await wait(within, undefined, { ref: false, signal: ended })
  throw new Error('The worker that delivers did not stop.')
}

async function thenPause(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  await work
  await wait(BETWEEN_SWEEPS_IN_MS, undefined, { signal }).catch(() => {})
}

async function sweep({ db, now }: Worker, shares: Shares): Promise<void> {
  const due = (await dueLanes(db.pool, now())).filter((lane) => !shares.isWaiting(lane))
  if (due.length > 0) await addJobs(db.pool, due)
  const digests = await dueDigests(db.pool, now())
  if (digests.length > 0) await addDigestJobs(db.pool, digests)
  await forgetEnded(db.pool, now())
}

async function again(signal: AbortSignal, work: () => Promise<void>, outage?: Outage): Promise<void> {
  while (!signal.aborted) {
    try {
      await work()
      outage?.wentOn(work)
    } catch (fault) {
      const isTold = outage ? outage.holds(work, fault) : isDatabaseSilent(fault)
      if (!signal.aborted && !isTold) log.error({ service: 'oversight', fault }, 'delivery was interrupted')
      await wait(AFTER_A_FAULT_IN_MS, undefined, { signal }).catch(() => {})
    }
  }
}
