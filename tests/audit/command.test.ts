/** `npm run audit` as an overseer types it, beside a registry that is read: what it says of sound and of altered chains. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'
import { entriesOf, fillWithOneChild } from './reading-the-audit.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-audit-command-'))
const env = { VIGIA_AUDIT_HEADS: path.join(folder, 'heads'), VIGIA_AUDIT_KEY: path.join(folder, 'key.pem') }

let world: World
let child: string
let folio: string
let registry: string
beforeAll(async () => {
  Object.assign(process.env, env)
  world = await startWorld({ mode: 'over-http' })
  child = await fillWithOneChild(world)
  const [row] = await world.database.query<{ folio: string }>('select folio from children.child')
  folio = row?.folio ?? ''
  registry = (await world.database.query<{ id: string }>('select id from audit.registry'))[0]?.id ?? ''
  // What a service does not answer in time, on a machine that is busy, stands in no chain.
  await eventually(
    () => world.ask(`{ child(id: "${child}") { folio placements { totalCount } } }`),
    ({ errors }) => errors === undefined,
  )
  await world.settle()
  // A service that is stopped signs where its chain ends.
  for (const name of ['children', 'placements'] as const) await world.stopService(name)
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true })
})

function audit(...args: string[]): Promise<{ said: string; status: number }> {
  const options = { cwd: ROOT, env: { ...process.env, ...env, DATABASE_URL: world.database.url } }
  return new Promise((resolve) => {
    execFile('node', ['services/_kit/src/audit/command.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ said: stdout + stderr, status: Number(error?.code ?? 0) }),
    )
  })
}

test('what holds is said to hold, and until where it is signed', async () => {
  const { said, status } = await audit('verify')

  expect(status).toBe(0)
  expect(said).toMatch(/^children: bien\. Renglones: \d+, firmado hasta el \d+/m)
  expect(said).toMatch(/^placements: bien\./m)
})

test('given a folder that holds no heads, or is not there, it names it and says what the database tells of them', async () => {
  const before = env.VIGIA_AUDIT_HEADS
  env.VIGIA_AUDIT_HEADS = path.join(folder, 'of-a-restored-registry')
  const { said } = await audit('verify')
  const empty = mkdtempSync(path.join(folder, 'empty-'))
  env.VIGIA_AUDIT_HEADS = empty
  const { said: saidOfEmpty } = await audit('verify')
  env.VIGIA_AUDIT_HEADS = before

  expect(said.split('\n')[0]).toMatch(/^No existe la carpeta .+of-a-restored-registry: .+ VIGIA_AUDIT_HEADS/)
  expect(saidOfEmpty).toContain(`En la carpeta ${empty} no hay ninguna cabeza de este registro: `)
  expect(said).toMatch(
    /^children: bien\. Renglones: \d+, sin ninguna cabeza firmada\. La base dice que se firmó hasta el \d+: esa cabeza no está en la carpeta\.$/m,
  )
})

test('every access to a child: who, what, why, and the proof; and the files that wrote of it', async () => {
  const { said, status } = await audit('child', folio)

  expect(status).toBe(0)
  expect(said).toMatch(
    /federal-secretary \(federal-secretary\) consultó child \[child:read\] · sin motivo escrito · petición [\w-]{36} · prueba: children \d+ [0-9a-f]{64}, firmado en la cabeza \d+/,
  )
  expect(said).toMatch(/consultó _entities \[child:read\] .* prueba: placements \d+/)
  expect(said).toMatch(/intake \(intake, INM\) escribió [\w-]{36}/)
  expect(said).toMatch(/intake \(intake, PPNNA 07\) escribió/)
  // Who signed in is in the chain of the gateway, and of no child.
  const entries = (await entriesOf(world.database)).filter(({ service }) => service !== 'gateway')
  expect(said).toContain(`Accesos: ${entries.length}.`)
})

test('who asked for a child and was refused stands among those who had access, with what he asked for', async () => {
  const { errors } = await world.ask(`{ child(id: "${child}") { identifiers { totalCount } } }`)
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])

  const { said } = await eventually(
    () => audit('child', folio),
    ({ said }) => said.includes('no se le permitió'),
  )
  expect(said).toMatch(
    /federal-secretary \(federal-secretary\) quiso y no se le permitió child\.identifiers; nada se le dio · .* prueba: gateway \d+/,
  )
})

test('a folio that nobody has, and a call that is none', async () => {
  expect(await audit('child', 'NNA-0')).toEqual({ said: 'No hay ningún expediente NNA-0.\n', status: 1 })
  expect((await audit('child')).status).toBe(2)
  expect(await audit('forget')).toMatchObject({
    said: expect.stringMatching(/^No hay «forget».*\n\nUso: /s),
    status: 2,
  })
})

test('given rows that no head has borne out for more than ten minutes, it ends with 1; of a copy that somebody keeps it says nothing', async () => {
  const columns = 'service, act, request_id, subject, role, asked, types, scopes, records, children, missed'
  await world.database.query(`with added as (
      insert into audit.entry (${columns}, at) select ${columns}, now() - interval '11 minutes'
      from audit.entry where service = 'children' and act = 'READ' limit 1 returning id, service)
    insert into audit.unlinked (entry_id, service) select id, service from added`)
  await world.database.query("select audit.chain('children', 1000)")

  const { said, status } = await audit('verify')

  expect(status).toBe(1)
  expect(said).toMatch(/^children: bien\./m)
  expect(said).toMatch(/^children: SIN FIRMAR\. Del renglón \d+ \(.+\) en adelante ninguna cabeza da fe\./m)
  expect(said).not.toMatch(/^placements: SIN/m)
  const copy = path.join(folder, 'a-copy')
  cpSync(env.VIGIA_AUDIT_HEADS, copy, { recursive: true })
  expect((await audit('verify', '--heads', copy)).status).toBe(0)
})

test('given a row was altered, verification names it and ends with 1, and so does the list of accesses', async () => {
  const [first] = await world.database.query<{ id: string; seq: string }>(
    "select entry_id as id, seq from audit.link where service = 'placements' order by seq desc limit 1",
  )
  await world.database.query(`alter table audit.entry disable trigger only_added_to;
    update audit.entry set subject = 'nobody' where id = ${first?.id}; alter table audit.entry enable trigger only_added_to`)

  const { said, status } = await audit('verify')

  expect(status).toBe(1)
  expect(said).toContain(`placements: MAL. El renglón ${first?.seq} no es lo que se escribió`)
  expect(said).toMatch(/^children: bien/m)
  expect((await audit('child', folio)).status).toBe(1)
})

test('a copy of the heads that is of no registry, or not there, bears nothing out', async () => {
  const empty = mkdtempSync(path.join(folder, 'copy-'))

  expect(await audit('verify', '--heads', env.VIGIA_AUDIT_HEADS)).toMatchObject({ status: 1 })
  const { said, status } = await audit('verify', '--heads', empty)
  expect([said, status]).toEqual([expect.stringContaining('no hay ninguna cabeza de este registro'), 1])
  expect(said).not.toContain('bien')
  expect(await audit('child', folio, '--heads', path.join(empty, 'none'))).toMatchObject({ status: 2 })
})

test('what is not there is not marked, nor what was to be unmarked by a flag that is misspelt', async () => {
  const nobody = '01a21e30-032f-7001-a067-5d614350e72f'

  expect(await audit('honey', nobody)).toEqual({ said: `No hay ningún expediente ${nobody}.\n`, status: 1 })
  expect(await audit('honey', folio, '--of')).toMatchObject({ status: 2 })
  expect(await world.database.query('select from audit.honey')).toEqual([])
})

test('a record is marked as one that stands for nobody, and is so no more', async () => {
  const marked = () => world.database.query('select child_id::text from audit.honey')

  expect((await audit('honey', folio)).status).toBe(0)
  expect(await marked()).toEqual([{ child_id: child }])
  expect((await audit('honey', folio, '--off')).status).toBe(0)
  expect(await marked()).toEqual([])
})

test.each([
  ['is called by another name', 'update audit.registry set id = gen_random_uuid()'],
  ['is called nothing', 'delete from audit.registry'],
  ['is empty', 'truncate audit.registry, audit.link, audit.entry, audit.unlinked, audit.head, audit.hundred'],
])('given the registry %s, its heads in the folder tell that there was another', async (_how, sql) => {
  await world.database.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`)

  const told = await audit('verify')
  expect(told.status).toBe(1)
  expect(told.said).toContain(`MAL. En la carpeta hay cabezas firmadas del registro ${registry}`)
  expect(await audit('child', folio)).toMatchObject({ status: 1, said: expect.stringContaining('cabezas firmadas') })
})
