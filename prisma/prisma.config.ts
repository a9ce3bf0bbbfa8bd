/** Settings of Prisma's command line. The URL lives here and not in the schema; generating needs none. */
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
