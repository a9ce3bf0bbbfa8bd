/** Calls Prisma's command line with the schema engine of the package, so that nothing is downloaded. */
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'

const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: `${import.meta.dirname}/engine/schema-engine.mjs` }
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
execFileSync(process.execPath, [cli, ...process.argv.slice(2), '--config', 'prisma.config.ts'], {
  cwd: import.meta.dirname,
  env,
  stdio: 'inherit',
})
