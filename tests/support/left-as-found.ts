/** Files that share a process: each leaves it to the next as it found it. */
import { afterAll, vi } from 'vitest'

const environment = { ...process.env }

// Hooks of a file end before this one, which was made before them.
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
