/**
 * `npm run chaos -- --minutes 10 --seed 1`: everything is killed while alerts are raised. Ends with 1 where the guarantee does not hold.
 * `--carrier nats` or `postgresql` says what carries the alerts; else every other seed takes NATS, where a nats-server is installed.
 */
import { askedByFlags, askedWrongly } from '../support/asked-by-flags.ts'
import { natsProgram } from '../support/nats-program.ts'
import { CARRIERS, type Carrier } from './carrier.ts'
import type { ChaosPlan } from './run.ts'

/** Hard: as much as a machine bears. Sparing: beside other tests, which want the machine too. */
const PACES = {
  hard: {
    ...{ killEveryMs: [300, 2_000], fallEveryMs: 20_000, troubleEveryMs: [500, 4_000], fillEveryMs: 60_000 },
    ...{ writers: 4, pauseMs: 2_000, actEveryMs: 2_000 },
  },
  sparing: {
    ...{ killEveryMs: [3_000, 9_000], fallEveryMs: 40_000, troubleEveryMs: [1_000, 6_000], fillEveryMs: 50_000 },
    ...{ writers: 2, pauseMs: 5_000, actEveryMs: 4_000 },
  },
} as const satisfies Record<string, Omit<ChaosPlan, 'seed' | 'say' | 'faultsForMs' | 'carrier'>>

const values = askedByFlags({
  minutes: { type: 'string', default: '2' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  pace: { type: 'string', default: 'hard' },
  carrier: { type: 'string' },
})
const seed = Number(values.seed)
const pace = paceNamed(values.pace)
if (!(Number(values.minutes) > 0)) askedWrongly(`--minutes is a number above 0, and not ${values.minutes}.`)
const carrier = values.carrier === undefined ? carrierOf(seed) : carrierNamed(values.carrier)
const began = performance.now()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const say = (line: string) => console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${line}`)

console.log(`seed ${seed}, ${values.minutes} minutes, ${values.pace}, alerts carried by ${carrier}`)
// Loaded once it is known what is asked.
const { runChaos } = await import('./run.ts')
const { breaches, figures, journal } = await runChaos({
  ...{ seed, say, carrier, faultsForMs: Number(values.minutes) * 60_000, ...pace },
})
for (const line of figures) console.log(line)
for (const breach of breaches.slice(0, 10)) console.log(`BREACH ${breach}`)
console.log(
  breaches.length === 0 ? `0 lost (seed ${seed})` : `${breaches.length} breaches (seed ${seed}); see ${journal}`,
)
process.exit(breaches.length === 0 ? 0 : 1)

function carrierOf(seed: number): Carrier {
  return natsProgram() && seed % 2 === 0 ? 'nats' : 'postgresql'
}

function paceNamed(given: string): (typeof PACES)[keyof typeof PACES] {
  if (given === 'hard' || given === 'sparing') return PACES[given]
  return askedWrongly(`--pace is ${Object.keys(PACES).join(' or ')}, and not ${given}.`)
}

function carrierNamed(given: string): Carrier {
  const carrier = CARRIERS.find((one) => one === given)
  return carrier ?? askedWrongly(`--carrier is ${CARRIERS.join(' or ')}, and not ${given}.`)
}
