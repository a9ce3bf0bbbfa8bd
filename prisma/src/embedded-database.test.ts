/** The embedded database survives what happens to it: a killed parent, a second start, a folder that cannot be used. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createOrAdopt, runningDatabase } from './embedded-database.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-embedded-'))
chmodSync(folder, 0o755) // mkdtemp makes 0700, which the server's user may not enter
const directory = path.join(folder, 'postgres')
const options = { directory, durable: false }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Connections of those who keep the server, and how many of these own it. */
const NOBODY_BUT_HEIRS = `select count(locks.pid)::int as owners, count(*)::int as connections
  from pg_stat_activity as activity left join pg_locks as locks on locks.pid = activity.pid and locks.locktype = 'advisory'
  where application_name = 'vigia supervisor'`

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}

test('given no database, one is made; once stopped none runs', async () => {
  const database = await createOrAdopt(options)

  expect(database.adopted).toBe(false)
  expect(await ask(database.url, 'select 1 as one')).toEqual({ one: 1 })
  expect(await runningDatabase(directory)).toBe(database.url)

  await database.stop()
  expect(await runningDatabase(directory)).toBeNull()
})

test('given a parent killed by SIGKILL, its server is adopted, with its data, and stops with its new owner', async () => {
  const module = path.join(import.meta.dirname, 'embedded-database.ts')
  const program = `import { createOrAdopt } from ${JSON.stringify(module)}
    import pg from 'pg'
    const { url } = await createOrAdopt(${JSON.stringify(options)})
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query('create table kept as select 7 as n')
    process.kill(process.pid, 'SIGKILL')`
  const killed = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: import.meta.dirname,
  })
  expect(killed.signal).toBe('SIGKILL')

  const database = await createOrAdopt(options)
  expect(database.adopted).toBe(true)
  expect(await ask(database.url, 'select n from kept')).toEqual({ n: 7 })

  await database.stop()
  expect(await runningDatabase(directory)).toBeNull()
})

test('given a server that says something once its folder is gone, whoever started it goes on', () => {
  const module = path.join(import.meta.dirname, 'embedded-database.ts')
  const moved = path.join(folder, 'moved')
  const program = `import { createOrAdopt } from ${JSON.stringify(module)}
    import { renameSync } from 'node:fs'
    import pg from 'pg'
    const { url, stop } = await createOrAdopt(${JSON.stringify({ directory: moved, durable: false })})
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    renameSync(${JSON.stringify(`${moved}.secret`)}, ${JSON.stringify(`${moved}.elsewhere`)})
    await client.query('a mistake').catch(() => {})
    await client.end()
    await stop()`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  })

  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test.each([
  ['ends', 'process.exit(141)', 141],
  ['is told to end', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1_000)", 143],
])('given a program that %s before it has stopped its server, that ends too', async (_how, end, status) => {
  const module = path.join(import.meta.dirname, 'embedded-database.ts')
  const program = `import { createOrAdopt } from ${JSON.stringify(module)}
    await createOrAdopt(${JSON.stringify(options)})
    ${end}`
  const ended = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: import.meta.dirname,
  })

  expect(ended.status).toBe(status)
  await expect.poll(() => runningDatabase(directory), { timeout: 20_000 }).toBeNull()
})

test('given a server that another owner holds, stopping a second hold leaves it running', async () => {
  const first = await createOrAdopt(options)
  const second = await createOrAdopt(options)
  expect(second).toMatchObject({ adopted: true, url: first.url })

  await second.stop()
  expect(await runningDatabase(directory)).toBe(first.url)

  await first.stop()
})

test('given a folder that was copied while its server ran, nobody works on that server in its name', async () => {
  const first = await createOrAdopt(options)
  const copy = path.join(folder, 'copy', 'postgres')
  cpSync(directory, copy, { recursive: true })
  cpSync(`${directory}.secret`, `${copy}.secret`)

  await expect(createOrAdopt({ ...options, directory: copy })).rejects.toThrow(
    `was copied from ${directory} while that ran: stop that one, and copy its folder again.`,
  )
  expect(await runningDatabase(copy)).toBeNull()

  await first.stop()
})

test('given a start beside whoever owns the server, it has its database again when that one stops, and stops it itself', async () => {
  const first = await createOrAdopt(options)
  const said: string[] = []
  const start = () => createOrAdopt({ ...options, say: (line) => said.push(line) })
  const [second, third] = [await start(), await start()]
  await third.stop()
  expect(await runningDatabase(directory)).toBe(first.url)

  await first.stop()

  await expect.poll(() => said, { timeout: 20_000 }).toHaveLength(2)
  expect(said).toEqual(['The database ended; it is started again.', 'The database runs again.'])
  expect(await runningDatabase(directory)).toBe(first.url)
  await second.stop()
  expect(await runningDatabase(directory)).toBeNull()
})

test('given a start beside an owner that is killed, it stops the server that was left to it', async () => {
  const module = path.join(import.meta.dirname, 'embedded-database.ts')
  const program = `import { createOrAdopt } from ${JSON.stringify(module)}
    await createOrAdopt(${JSON.stringify(options)})
    console.log('owns')
    setInterval(() => {}, 1_000)`
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], { cwd: import.meta.dirname })
  await once(owner.stdout, 'data')
  const heir = await createOrAdopt({ ...options, say: () => {} })
  owner.kill('SIGKILL')

  await expect.poll(() => ask(heir.url, NOBODY_BUT_HEIRS), { timeout: 20_000 }).toEqual({ owners: 1, connections: 1 })
  await heir.stop()
  expect(await runningDatabase(directory)).toBeNull()
})

test('given a server that is killed under its owner, it runs again at the same address, and stops with its owner', async () => {
  const said: string[] = []
  const database = await createOrAdopt({ ...options, say: (line) => said.push(line) })
  const before = Number(readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0])

  process.kill(before, 'SIGKILL')

  await expect.poll(() => said, { timeout: 20_000 }).toHaveLength(2)
  expect(said).toEqual(['The database ended; it is started again.', 'The database runs again.'])
  expect(await ask(database.url, 'select n from kept')).toEqual({ n: 7 })

  await database.stop()
  expect(await runningDatabase(directory)).toBeNull()
})

test('given a start that died while making the cluster, the next start makes it whole', async () => {
  const broken = path.join(folder, 'broken')
  mkdirSync(`${broken}.half`)
  writeFileSync(`${broken}.making`, '999999999')

  const database = await createOrAdopt({ directory: broken, durable: false })

  expect(await ask(database.url, 'select 1 as one')).toEqual({ one: 1 })
  await database.stop()
})

test('given a folder that cannot hold it, one sentence names the folder', async () => {
  const file = path.join(folder, 'a-file')
  writeFileSync(file, '')

  const start = createOrAdopt({ directory: path.join(file, 'postgres') })

  await expect(start).rejects.toMatchObject({ name: 'DatabaseUnavailable' })
  await expect(start).rejects.toThrow(file)
})
