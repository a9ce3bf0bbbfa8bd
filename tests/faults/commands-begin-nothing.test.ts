/** A command in production that was given no address works on no registry of its own making. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../support/source-files.ts'

test.each([
  ['services/_kit/src/intake/command/command.ts', ['unmatched', 'placements']],
  ['services/_kit/src/audit/command.ts', ['verify']],
  ['services/_kit/src/seal/keys-command.ts', ['verify']],
])('given settings whose address a shell cut off, %s says so and makes nothing', async (file, words) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const keys = path.join(folder, 'keys.json')
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: '', VIGIA_DATA: folder, VIGIA_KEYS: keys }

  const { status, said } = await new Promise<{ status: unknown; said: string }>((resolve) => {
    execFile('node', [file, ...words], { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ status: error?.code, said: stdout + stderr }),
    )
  })

  expect(said).toMatch(/DATABASE_URL, y en VIGIA_DATA no hay ningún registro/)
  expect([status, existsSync(path.join(folder, 'postgres')), existsSync(keys)]).toEqual([1, false, false])
})
