/**
 * Everything is killed while alerts are raised, for two minutes: what was acknowledged is told to everybody whom it concerns. Beside all
 * tests it has begun with them (`beside.ts`). `npm run chaos -- --minutes 10 --seed 1` does it for longer, and harder.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import { argumentsOf } from './beside.ts'

const MINUTES = process.env['CHAOS_MINUTES'] ?? '2'
const TWENTY_MINUTES_MS = 1_200_000
/** Its last line, or that it ended by a fault of its own. */
const OVER = /^(?:0 lost|\d+ breaches) .*$|^Node\.js v/m

/** All that the run has said, once it is over. */
async function said(): Promise<string> {
  const beside = inject('chaosSays')
  if (beside)
    return eventually(
      async () => readFileSync(beside, 'utf8'),
      (text) => OVER.test(text),
      TWENTY_MINUTES_MS,
    )
  const child = spawn(process.execPath, argumentsOf(process.env['CHAOS_SEED'], MINUTES), { cwd: ROOT })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (text += bytes))
  await once(child, 'close')
  return text
}

test(`given ${MINUTES} minutes of faults, every alert is told, to nobody else, in order`, {
  timeout: TWENTY_MINUTES_MS,
}, async () => {
  const text = await said()
  console.info(text)

  expect(text).toMatch(/^0 lost /m)
})
