/** The files of the repository as tests of its shape read them: what people write, never what is installed, built or generated. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ServiceName } from '@vigia/kit/service'

export const ROOT = path.resolve(import.meta.dirname, '../..')

const NOT_WRITTEN = new Set(['node_modules', 'dist', 'generated', '.git', '.data', '.turbo', 'coverage'])

/** Paths from the root, in order. */
export function repositoryFiles(folder = ''): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const here = path.posix.join(folder, entry.name)
      if (NOT_WRITTEN.has(entry.name)) return []
      return entry.isDirectory() ? repositoryFiles(here) : [here]
    })
    .sort()
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8')
}

/** The five: every folder of services/ that is not shared ground. */
export const SERVICES: ServiceName[] = readdirSync(path.join(ROOT, 'services'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name as ServiceName)
