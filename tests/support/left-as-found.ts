/** Files that share a process: each leaves it to the next as it found it, and what is ours is loaded anew. */
import { afterAll, vi } from 'vitest'

const environment = { ...process.env }

/**
 * The plugin of federation keeps every builder of a schema for as long as the process lives, with all that hangs on it: forty megabytes a
 * world, which the collector of garbage then goes through again and again. In use there is one builder.
 */
const { usedDirectives }: { usedDirectives: Map<unknown, unknown> } = await import(
  new URL('util.js', import.meta.resolve('@pothos/plugin-federation')).href
)

// Hooks of a file end before this one, which was made before them.
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  usedDirectives.clear()
  vi.resetModules()
})
