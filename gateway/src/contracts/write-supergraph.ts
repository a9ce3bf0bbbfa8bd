/** Writes supergraph.graphql, api.graphql, the tables of access and the impact assessment from the committed schemas of the services. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { accessTable, withRoles } from './access-table.ts'
import { compose } from './compose.ts'
import { impactAssessment } from './data-table.ts'

const ROOT = path.join(import.meta.dirname, '../../..')

/** Only what differs is written, so that nothing that watches the files wakes for nothing. */
function write(name: string, text: string): void {
  const file = path.join(ROOT, name)
  if (read(file) !== text) writeFileSync(file, text)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const { supergraph, api } = compose(
  SERVICE_NAMES.map((name) => ({
    name,
    sdl: readFileSync(path.join(ROOT, 'services', name, 'schema.graphql'), 'utf8'),
  })),
)
write('gateway/supergraph.graphql', supergraph)
write('gateway/api.graphql', api)
write('services/ACCESS.md', accessTable(supergraph))
write('services/README.md', withRoles(read(path.join(ROOT, 'services/README.md')) ?? ''))
write('services/DATA.md', impactAssessment())
