/** Ctrl-C while a file goes in: nothing of it stands, and whoever pressed it is told how to go on. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { csvOf } from '../support/builders/row.ts'
import { eventually } from '../support/eventually.ts'
import { scratchConnection } from '../support/scratch-connection.ts'
import { ROOT } from '../support/source-files.ts'

const { database, client } = await scratchConnection()
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-cut-short-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const BY_INM = ['--source', 'INM', '--cutoff', '2026-10-31']

function intake(file: string) {
  const command = ['services/_kit/src/intake/command/command.ts', 'children/detections', file, ...BY_INM]
  const child = spawn('node', command, { cwd: ROOT, env: { ...process.env, DATABASE_URL: database.url } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  return { child, ended: once(child, 'close').then(([status]) => ({ status, said })) }
}

test('given a file that is being taken in, when it is cut short, then it is not there, and goes in when it is sent again', async () => {
  const file = path.join(folder, 'octubre.csv')
  writeFileSync(file, csvOf([aDetection()]))
  // The file before it has the turn.
  await client.query('begin')
  await client.query(`select pg_advisory_xact_lock(hashtext('vigia.intake.children'))`)
  const { child, ended } = intake(file)
  await eventually(
    () => database.query(`select from pg_locks where locktype = 'advisory' and not granted`),
    (waiting) => waiting.length > 0,
  )

  child.kill('SIGINT')

  expect(await ended).toEqual({
    status: 130,
    said: 'Interrumpido: lo que se dijo recibido queda recibido. Para lo demás, pida lo mismo otra vez: nada entra dos veces.\n',
  })
  await client.query('rollback')
  expect(await database.query('select from children.batch')).toEqual([])
  expect((await intake(file).ended).said).toContain('octubre.csv: recibido')
})
