/** Calls Prisma's command line with the schema engine of the package, so that nothing is downloaded. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: `${import.meta.dirname}/engine/schema-engine.mjs` }
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const args = [cli, ...process.argv.slice(2), '--config', 'prisma.config.ts']
process.exitCode = spawnSync(process.execPath, args, { cwd: import.meta.dirname, env, stdio: 'inherit' }).status ?? 1
