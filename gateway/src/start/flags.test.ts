/** A command line that cannot be read: one sentence that names what there is, whichever command is asked. */
import { spawnSync } from 'node:child_process'
import { AskedWrongly } from '@vigia/db/asked'
import { afterEach, expect, test, vi } from 'vitest'
import { ROOT, read, repositoryFiles } from '../../../tests/support/source-files.ts'
import { flagsAndPartsIn, flagsIn } from './flags.ts'

afterEach(() => vi.unstubAllEnvs())

const KNOWN = { minutes: { type: 'string', default: '2' }, keep: { type: 'boolean' } } as const
const ARE = 'The flags are --minutes, --keep.'

test('given flags that there are, they are read, and the rest is as it is without', () => {
  expect(flagsIn(['--keep'], KNOWN)).toEqual({ minutes: '2', keep: true })
  expect(flagsAndPartsIn(['board', '--minutes', '9'], KNOWN, ['board', 'audit'])).toEqual({
    flags: { minutes: '9' },
    parts: ['board'],
  })
})

test.each([
  [['--help'], `There is no flag --help. ${ARE}`],
  [['--minutes'], `--minutes lacks its value. ${ARE}`],
  [['--minutes', '--keep'], `--minutes lacks its value. ${ARE}`],
  [['--keep=2'], `--keep takes no value. ${ARE}`],
  [['board'], `'board' is one word too many. ${ARE}`],
])('given %j, one sentence names the flags', (args, sentence) => {
  expect(() => flagsIn(args, KNOWN)).toThrow(new AskedWrongly(sentence))
})

test('given a part that there is not, the sentence names those there are; a flag, the flags', () => {
  expect(() => flagsAndPartsIn(['--help'], KNOWN, ['board'])).toThrow(
    new AskedWrongly(`There is no flag --help. ${ARE}`),
  )
  expect(() => flagsAndPartsIn(['boards'], KNOWN, ['board', 'audit'])).toThrow(
    new AskedWrongly(`There is no 'boards'; there are board, audit. ${ARE}`),
  )
})

test('given a command that is asked by a flag that it does not know, it says so and ends with 2', () => {
  const { status, stderr } = spawnSync(process.execPath, ['tests/fuzz/main.ts', '--query'], {
    cwd: ROOT,
    encoding: 'utf8',
  })

  expect([status, stderr]).toEqual([2, 'There is no flag --query. The flags are --queries, --seed.\n'])
})

test('given a command that is asked for help, it names its flags and ends with 0', () => {
  const ask = (file: string, flag: string) => spawnSync(process.execPath, [file, flag], { cwd: ROOT, encoding: 'utf8' })

  expect(ask('tests/fuzz/main.ts', '--help')).toMatchObject({
    status: 0,
    stdout: 'The flags are --queries, --seed.\n',
    stderr: '',
  })
  expect(ask('tests/bench/main.ts', '-h').stdout).toMatch(/^The parts are board, .+ The flags are --sizes, /)
})

/** As somebody types it. Beneath `npm test`, npm hands on what it was told there. */
const npm = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync('npm', ['run', '--silent', ...words], {
    ...{ cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' },
    env: { ...process.env, ...env },
  })

test('given a flag that npm has kept for want of a --, a command does nothing without it, and says how to write it', () => {
  const { status, stderr } = npm(['intake', 'children/detections', 'package.json', '--dry-run'])

  expect([status, stderr.split('\n')[0]]).toEqual([
    2,
    'npm se quedó con --dry-run y no lo pasó: escriba -- antes de las opciones, como en «npm run intake -- … --dry-run».',
  ])
})

test('given flags that npm passed on, what npm is set to besides is nothing', () => {
  const { stderr } = npm(['intake', '--', 'nada/detections', 'a.csv', '--dry-run'], { npm_config_dry_run: 'true' })

  expect(stderr).toMatch(/^«nada\/detections» no es <servicio>\/<tabla>[.]\n/)
})

test('given a flag that says no, npm has kept it under the name of what it denies', () => {
  vi.stubEnv('npm_lifecycle_event', 'start')
  vi.stubEnv('npm_config_live', '')

  expect(() => flagsIn([], { 'no-live': { type: 'boolean' } })).toThrow(
    new AskedWrongly(
      "npm kept --no-live and did not pass it on: write -- before the flags, as in 'npm run start -- … --no-live'. The one flag is --no-live.",
    ),
  )
  expect(flagsIn([], { key: { type: 'boolean' } })).toEqual({})
})

/** The one way; and the twin, which knows the law and itself. */
const IN_THEIR_OWN_WAY = /^prisma\/(src\/asked|seed\/arguments)[.]ts$/

test('no other command reads flags in a way of its own', () => {
  const files = repositoryFiles().filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))

  expect(files.filter((file) => /\bparseArgs\(/.test(read(file)) && !IN_THEIR_OWN_WAY.test(file))).toEqual([])
})
