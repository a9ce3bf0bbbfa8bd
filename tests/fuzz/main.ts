/** `npm run fuzz -- --queries 100000 --seed 7`: the differential fuzz of access, as long as one likes. Prints the seed. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const root = path.join(import.meta.dirname, '../..')
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const run = spawn(
  process.execPath,
  [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'vigia', 'tests/fuzz/access.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, VIGIA_FUZZ_QUERIES: values.queries, VIGIA_FUZZ_SEED: values.seed },
  },
)
run.on('exit', (code) => {
  process.exitCode = code ?? 1
})
