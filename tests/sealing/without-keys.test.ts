/** The day on which the file of keys is lost, or put back for all to read: what opens nothing that is sealed goes on, and all else says what is wrong. */
import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keysFile } from '@vigia/kit/seal/keys'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const ROOT = path.join(import.meta.dirname, '../..')

let database: ScratchDatabase
/** Of this registry alone: those of a run hold heads of others. */
let heads: string
beforeAll(async () => {
  database = await scratchDatabase()
  heads = mkdtempSync(path.join(tmpdir(), 'vigia-heads-'))
})
afterAll(async () => {
  await database.drop()
  rmSync(heads, { recursive: true })
})

const LOST = path.join(ROOT, 'no-such-folder/keys.json')

function ran(file: string, ...args: string[]) {
  return ranBy({ VIGIA_KEYS: LOST }, file, ...args)
}

function ranBy(settings: NodeJS.ProcessEnv, file: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: database.url, VIGIA_AUDIT_HEADS: heads, ...settings }
  return new Promise<{ status: number; said: string }>((resolve) => {
    execFile('node', [file, ...args], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ status: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })
}

test('given keys that are lost, somebody is turned out all the same, and the audit is verified', async () => {
  const [turnedOut, verified] = [
    await ran('gateway/src/commands/sessions-command.ts', 'revoke', 'somebody'),
    await ran('services/_kit/src/audit/command.ts', 'verify'),
  ]

  expect(turnedOut).toMatchObject({ status: 0, said: expect.stringContaining('All that somebody holds has ended.') })
  expect(verified).toMatchObject({ status: 0 })
  const [row] = await database.query<{ epoch: number }>("select epoch from sessions.subject where sub = 'somebody'")
  expect(row?.epoch).toBe(1)
})

test('given keys that are lost, what needs them says where they were to be', async () => {
  const { status, said } = await ran('services/_kit/src/seal/keys-command.ts', 'show')

  expect(status).toBe(1)
  expect(said).toMatch(/sellado con llaves que no están en .*keys\.json/)
})

test('given another file in the place of the list of the erased, nothing goes on, and it is named', async () => {
  const list = path.join(heads, 'settings')
  writeFileSync(list, 'VIGIA_ERASED=here\n')

  const { status, said } = await ranBy({ VIGIA_ERASED: list }, 'services/_kit/src/seal/keys-command.ts', 'show')

  expect(status).toBe(1)
  expect(said).toBe(
    `${list} no es la lista de lo borrado, o no se puede leer: devuelva la que se guardó, o nómbrela en VIGIA_ERASED.\n`,
  )
})

test.runIf(process.platform !== 'win32')(
  'given a file of keys that others of the machine may read, it is said',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vigia-keys-'))
    const copy = path.join(folder, 'keys.json')
    copyFileSync(keysFile(), copy)
    chmodSync(copy, 0o640)
    const open = await ranBy({ VIGIA_KEYS: copy }, 'services/_kit/src/seal/keys-command.ts', 'show')
    chmodSync(copy, 0o600)
    const closed = await ranBy({ VIGIA_KEYS: copy }, 'services/_kit/src/seal/keys-command.ts', 'show')
    rmSync(folder, { recursive: true })

    expect(open).toMatchObject({ status: 0, said: expect.stringContaining('may read the file of keys: chmod 600') })
    expect([closed.status, closed.said.includes('chmod')]).toEqual([0, false])
  },
)
