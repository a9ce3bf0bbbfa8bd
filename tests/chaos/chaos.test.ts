/**
 * Everything is killed while alerts are raised, for a minute: what was acknowledged is told to everybody whom it concerns.
 * `npm run chaos -- --minutes 10 --seed 1` does it for longer, and harder.
 */
import { expect, test } from 'vitest'
import { runChaos } from './run.ts'

const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? 1)
const SEED = Number(process.env['CHAOS_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test(`given ${MINUTES} minutes of kills of seed ${SEED}, every alert is told, to nobody else, in order`, {
  timeout: 600_000 + MINUTES * 60_000,
}, async () => {
  const { breaches, figures, journal } = await runChaos({
    ...{ seed: SEED, faultsForMs: MINUTES * 60_000, say: () => {} },
    // Sparing: a test beside this one wants the machine too, and each start costs a second of it.
    ...{ killEveryMs: [3_000, 9_000], fallEveryMs: 40_000, troubleEveryMs: [1_000, 4_000], fillEveryMs: 50_000 },
    ...{ writers: 2, pauseMs: 5_000, actEveryMs: 4_000 },
  })
  console.info([`seed ${SEED}`, ...figures].join('\n'))

  expect(breaches.slice(0, 5), `seed ${SEED}; see ${journal}`).toEqual([])
})
