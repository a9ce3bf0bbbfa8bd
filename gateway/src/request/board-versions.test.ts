/** The watch over the versions, on a real database: it hears a change, and survives the loss of its connection. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { BoardVersions } from './board-versions.ts'

let database: ScratchDatabase
let versions: BoardVersions
let logged: string[]
beforeEach(async () => {
  database = await scratchDatabase()
  logged = []
  versions = new BoardVersions(database.url, (sentence) => logged.push(sentence))
  await versions.known()
})
afterEach(async () => {
  await versions.stop()
  await database.drop()
})

/** What a service's tick does when figures changed. */
async function raise(service: string): Promise<void> {
  await database.query('select outbox.raise_version($1)', [service])
  await database.query("select pg_notify('vigia_board', $1)", [service])
}

test('given a change in any service, listeners hear a version of its own, well within a second', async () => {
  const heard: string[] = []
  const took: number[] = []
  // The machine may be busy with others: the best of nine tells what the way itself takes. The first may come just before a look by the
  // clock; each of the others begins just after one, and whoever is not called finds it a second later.
  for (const service of ['children', 'returns', 'children', 'returns', ...Array<string>(6).fill('placements')]) {
    const known = new Promise<void>((resolve) => {
      const forget = versions.onChange(({ version }) => {
        heard.push(version)
        forget()
        resolve()
      })
    })
    const started = performance.now()
    await raise(service)
    await known
    took.push(performance.now() - started)
  }

  expect(new Set(heard).size).toBe(10)
  expect(Math.min(...took.slice(1))).toBeLessThan(500)
})

test('given a change whose notification got lost, it is found all the same', async () => {
  const before = versions.current()?.version

  await database.query("select outbox.raise_version('children')")

  await expect.poll(() => versions.current()?.version, { timeout: 3_000 }).not.toBe(before)
})

test('given a connection that is cut, the version is unknown, then known again', async () => {
  await raise('children')
  await expect.poll(() => versions.current()).not.toBeNull()
  const unknown = expect.poll(() => versions.current(), { interval: 5, timeout: 3_000 }).toBeNull()

  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'vigia gateway' and datname = current_database()`,
  )

  await unknown
  await expect.poll(() => versions.current(), { timeout: 5_000 }).not.toBeNull()
  expect(logged).toHaveLength(1)
})

test('given a registry that becomes synthetic, it is known to be', async () => {
  expect(versions.isSynthetic()).toBe(false)

  await database.query('update outbox.registry set is_synthetic = true')

  await expect.poll(() => versions.isSynthetic(), { timeout: 3_000 }).toBe(true)
})
