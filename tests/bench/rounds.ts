/** Measures every variant in turn, round after round: what the machine does meanwhile falls on all of them alike. */
import { setTimeout as wait } from 'node:timers/promises'
import { cpuOfProcess, cpuOfServer } from './cpu.ts'
import { type BenchServer, query } from './database.ts'
import { load, NotWhole } from './load.ts'
import { answerOfVariant, type Variant, wake, wholeAnswerOf } from './variants.ts'

const LEAST_AMOUNT = 8

export interface Measured {
  requestsPerSecond: number
  p50: number
  p99: number
  /** ms a request. */
  cpuOfProgram: number
  cpuOfDatabase: number
}

export interface Plan {
  rounds: number
  seconds: number
}

export async function measureRounds(
  server: BenchServer,
  variants: readonly Variant[],
  plan: Plan,
  say: (sentence: string) => void,
): Promise<Map<Variant, Measured[]>> {
  const measured = new Map<Variant, Measured[]>(variants.map((variant) => [variant, []]))
  for (let round = 0; round <= plan.rounds; round += 1) {
    for (const variant of variants) {
      const one = await measureWhole(server, variants, { variant, plan, say })
      say(`round ${round}  ${variant.name} at ${variant.children}: ${one.requestsPerSecond.toFixed(1)} req/s`)
      // The first round warms up.
      if (round > 0) measured.get(variant)?.push(one)
    }
  }
  for (const { child } of variants) child.kill('SIGCONT')
  return measured
}

const MOST_TRIES = 3

/** Measured again where answers lacked a part: on a machine that does something else, a service may not answer in time. */
async function measureWhole(
  server: BenchServer,
  variants: readonly Variant[],
  { variant, plan, say }: { variant: Variant; plan: Plan; say: (sentence: string) => void },
): Promise<Measured> {
  for (let tries = 1; ; tries += 1) {
    await wake(variants, variant)
    await quiet(server)
    try {
      return await measure(server, variant, plan)
    } catch (error) {
      if (!(error instanceof NotWhole) || tries === MOST_TRIES) throw error
      say(`${variant.name} at ${variant.children}, again: ${error.message}`)
    }
  }
}

async function measure(server: BenchServer, variant: Variant, { seconds }: Plan): Promise<Measured> {
  const whole = (await wholeAnswerOf(variant)).length
  const amount = variant.isSlow ? await amountFor(variant, seconds) : 0
  const before = [cpuOfProcess(variant.pid), cpuOfServer(server.postmaster)]
  const { url, nextBody, headers, connections, isSlow } = variant
  const outcome = await load({ url, nextBody, headers, connections, whole, ...(isSlow ? { amount } : { seconds }) })
  await quiet(server)
  const after = [cpuOfProcess(variant.pid), cpuOfServer(server.postmaster)]
  const perRequest = (which: number) => ((after[which] ?? 0) - (before[which] ?? 0)) / outcome.requests
  return {
    requestsPerSecond: outcome.requests / outcome.seconds,
    p50: outcome.p50,
    p99: outcome.p99,
    cpuOfProgram: perRequest(0),
    cpuOfDatabase: perRequest(1),
  }
}

/** As many requests as two cores answer in about that time. */
async function amountFor(variant: Variant, seconds: number): Promise<number> {
  const began = performance.now()
  await answerOfVariant(variant)
  return Math.max(LEAST_AMOUNT, Math.round((2 * 1_000 * seconds) / (performance.now() - began)))
}

/** A query may outlive the one who asked it: the next variant would pay for it. */
async function quiet(server: BenchServer): Promise<void> {
  const question = `select count(*)::int as busy from pg_stat_activity
    where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`
  for (;;) {
    const [row] = await query<{ busy: number }>(server.url, question)
    if (row?.busy === 0) return
    await wait(100)
  }
}
