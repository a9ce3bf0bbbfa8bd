/** A job is added for what waits while the library takes others away: neither waits for the other, and no lane is forgotten. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addJobs } from '../../services/oversight/src/store/delivery-store.ts'
import { addDigestJobs } from '../../services/oversight/src/store/digest-store.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

/** After which whoever adds has waited for somebody. */
const ADDED_WITHIN_MS = 5_000

type Add = (pool: Pool, names: readonly string[], endpoint: string) => Promise<void>
const KINDS: Record<string, Add> = {
  'of what waits for an endpoint': (pool, names, endpoint) =>
    addJobs(
      pool,
      names.map((lane) => ({ endpoint, lane })),
    ),
  'of digests': (pool, names) =>
    addDigestJobs(
      pool,
      names.map((recipient) => ({ recipient })),
    ),
}

test.each(Object.entries(KINDS))(
  'whoever adds jobs %s waits for none that is being taken away, and adds the others',
  async (kind, addTo) => {
    const { id: endpoint } = await registry.listening(aPartner(kind)) // With whom the library has made its tables.
    const url = urlOfRole(registry.database.url, 'vigia_oversight')
    const [adding, library] = [openPool(url, 1, ADDED_WITHIN_MS), openPool(url, 1)]
    const add = (...names: string[]) => addTo(adding, names, endpoint)
    const names = async () => {
      const rows = await registry.database.query<{ name: string }>(
        `select right(key, 5) as name from oversight_jobs._private_jobs where key like '% job _' order by key`,
      )
      return rows.map(({ name }) => name)
    }
    try {
      await add('a job 1', 'a job 2')
      await library.query('begin')
      await library.query("delete from oversight_jobs._private_jobs where key like '% job 2'")

      await add('a job 2', 'a job 1', 'a job 3')
      await library.query('commit')

      expect(await names()).toEqual(['job 1', 'job 3'])
      await add('a job 2')
      expect(await names()).toEqual(['job 1', 'job 2', 'job 3'])
    } finally {
      await library.query("delete from oversight_jobs._private_jobs where key like '% job _'")
      await Promise.all([adding.end(), library.end()])
    }
  },
)
