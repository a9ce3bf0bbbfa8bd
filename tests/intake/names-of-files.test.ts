/** A file may be called anything: what `npm run intake` tells of it orders no terminal about, and begins no line of its own. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStay } from '../support/builders/inm.ts'
import { csvOf } from '../support/builders/row.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { ROOT } from '../support/source-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-names-'))
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

async function intake(...args: string[]): Promise<string> {
  const options = { cwd: ROOT, env: { ...process.env, DATABASE_URL: database.url } }
  const command = ['services/_kit/src/intake/command/command.ts', ...args]
  const { stdout, stderr } = await promisify(execFile)('node', command, options)
  return stdout + stderr
}

test('given a name that clears the screen, turns the writing round and goes on in a second line, it is told as one plain word', async () => {
  const file = path.join(folder, 'a\u001b[2J\u202Eb\nplacements: bien.csv')
  writeFileSync(file, csvOf([aStay('INM/07/2026/0000001')]))

  const said = [
    await intake('placements/stays', file, '--source', 'DIF', '--state', 'Chiapas', '--cutoff', '2026-10-31'),
    await intake('batches', 'placements'),
    await intake('unmatched', 'placements'),
  ]

  for (const text of said) {
    expect(text).toContain('a [2J b placements: bien.csv')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  }
})
