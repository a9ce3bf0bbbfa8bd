/** The command itself: what it says to whoever asks for help, asks wrongly, or names a folder that will not do. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-twin-command-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function twin(...args: string[]) {
  const program = path.join(import.meta.dirname, 'main.ts')
  const { status, stdout, stderr } = spawnSync('node', [program, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr, first: stderr.split('\n')[0] }
}

test('asked for help, it says how it is used and ends well', () => {
  const { status, stdout } = twin('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('--until yyyy-mm-dd')
})

test.each([
  [['--out', 'x', '--skale', '1'], "Unknown option '--skale'."],
  [['--out', 'x', 'more'], "Unexpected argument 'more'."],
  [[], 'Say in which folder to write: --out FOLDER.'],
  [['--out', 'x', '--scale', 'big'], '--scale is a number, not «big».'],
  [['--out', 'x', '--scale', '0'], '--scale is above 0 and at most 20, not 0.'],
  [['--out', 'x', '--seed', '1.5'], '--seed is a whole number, not 1.5.'],
  [
    ['--out', 'x', '--until', 'soon'],
    '--until is a day like 2026-11-25 or a local time like 2026-11-25T10:30, not «soon».',
  ],
  [['--out', 'x', '--until', '2026-02-30'], '--until: there is no 2026-02-30.'],
  [
    ['--out', 'x', '--until', '2019-01-01'],
    'The twin begins in January 2021: --until is 2021-02-01 or later, not 2019-01-01.',
  ],
])('asked %j, it says what is wrong, shows the usage and writes nothing', (args, sentence) => {
  const { status, stderr, first } = twin(...args)
  expect(first).toContain(sentence)
  expect(stderr).toContain('Usage:')
  expect(stderr).not.toContain('    at ')
  expect(status).toBe(2)
  expect(existsSync('x')).toBe(false)
})

test('given a file where the folder should be, it says so in a sentence', () => {
  const file = path.join(folder, 'a-file')
  writeFileSync(file, '')
  for (const out of [file, path.join(file, 'below')]) {
    const { status, stderr } = twin('--out', out, '--scale', '0.002', '--until', '2021-03-01')
    expect(stderr).toMatch(/is not a folder.*\.\n$/)
    expect(status).toBe(1)
  }
})

test('given files of an authority in the folder, it touches none of them', () => {
  const out = path.join(folder, 'real')
  mkdirSync(out)
  writeFileSync(path.join(out, 'children--detections--INM--2026-10-31.csv'), 'ACTA\n')
  const { status, stderr } = twin('--out', out, '--scale', '0.002', '--until', '2021-03-01')
  expect(stderr).toContain(
    'holds files that no twin wrote (children--detections--INM--2026-10-31.csv). Name an empty folder.',
  )
  expect(status).toBe(1)
  expect(readdirSync(out)).toEqual(['children--detections--INM--2026-10-31.csv'])
})

test('given the folder of an earlier twin, its files are replaced and anything else stays', () => {
  const out = path.join(folder, 'again')
  expect(twin('--out', out, '--scale', '0.004', '--until', '2022-03-01', '--quiet').status).toBe(0)
  const before = readdirSync(out)
  writeFileSync(path.join(out, 'notes.txt'), 'mine')
  expect(twin('--out', out, '--scale', '0.004', '--until', '2021-03-01', '--quiet').status).toBe(0)
  expect(readdirSync(out).length).toBeLessThan(before.length)
  expect(existsSync(path.join(out, 'notes.txt'))).toBe(true)
})
