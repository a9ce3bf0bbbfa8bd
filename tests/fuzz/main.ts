/** `npm run fuzz -- --queries 100000 --seed 7`: the differential fuzz of access, as long as one likes. Prints the seed. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { askedByFlags, askedWrongly } from '../support/asked-by-flags.ts'
import { OF_THE_FUZZ } from './how-it-runs.ts'
import { questionsIn } from './shares.ts'

const { queries, seed } = askedByFlags({
  queries: { type: 'string', default: '100000' },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
})
if (questionsIn(queries) === null || !/^\d{1,15}$/.test(seed))
  askedWrongly('Usage: npm run fuzz -- --queries 100000 --seed 7, both whole numbers, of queries 1 at least.')
const root = path.join(import.meta.dirname, '../..')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const run = spawn(process.execPath, [vitest, 'run', ...OF_THE_FUZZ], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, VIGIA_FUZZ_QUERIES: queries, VIGIA_FUZZ_SEED: seed },
})
run.on('exit', (code) => {
  process.exitCode = code ?? 1
})
