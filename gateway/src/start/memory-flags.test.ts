import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ROOT } from '../../../tests/support/source-files.ts'
import { memoryFlags } from './memory-flags.ts'

test('given a process whose memory was divided, each that it starts has its memory divided likewise, and nothing else of its flags', () => {
  const given = [
    '--import',
    'file:///end-unread.ts',
    '--min-semi-space-size=32',
    '--max_semi_space_size=32',
    '--inspect',
  ]

  expect(memoryFlags(given)).toEqual(['--min-semi-space-size=32', '--max_semi_space_size=32'])
})

test('a program that npm starts has its memory divided', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-memory-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = path.join(folder, 'program.ts')
  writeFileSync(file, 'console.log(JSON.stringify(process.execArgv))')

  const { stdout } = spawnSync(process.execPath, ['.ready.mjs', file], { cwd: ROOT, encoding: 'utf8' })
  expect(memoryFlags(JSON.parse(stdout))).toEqual(['--min-semi-space-size=32', '--max-semi-space-size=32'])
})
