/** Every command of package.json says how it is used when asked, and never does something else than it was asked for. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT, read, repositoryFiles } from '../support/source-files.ts'

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
/** The program of each command, with what the script gives it first. */
const COMMANDS = Object.entries(scripts).flatMap(([name, line]) => {
  const [, program] = /^node [.]ready[.]mjs (?:--\w+ )?(\S+[.]ts.*)$/.exec(line) ?? []
  return program ? [[name, program.split(' ')] as const] : []
})

/** No database is named that is there: what is asked wrongly is refused before any is looked for. */
const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }

interface Answer {
  status: number
  out: string
  error: string
}

const answerOf = (name: string, ...args: string[]) => answerIn(env, name, args)

function answerIn(env: NodeJS.ProcessEnv, name: string, args: readonly string[]): Promise<Answer> {
  const program = COMMANDS.find(([command]) => command === name)?.[1] ?? []
  return new Promise((resolve) => {
    execFile(process.execPath, [...program, ...args], { cwd: ROOT, env }, (error, out, said) =>
      resolve({ status: Number(error?.code ?? 0), out, error: said }),
    )
  })
}

test('what the READMEs say of a program goes by the Node of node_modules, since that of a reader may read no TypeScript', () => {
  const told = repositoryFiles()
    .filter((file) => file.endsWith('.md'))
    .flatMap(
      (file) =>
        read(file)
          .match(/\bnode (?!\.ready)[\w./-]+\.ts\b/g)
          ?.map((line) => `${file}: ${line}`) ?? [],
    )

  expect(told).toEqual([])
})

test('there are commands', () => {
  expect(COMMANDS.map(([name]) => name)).toEqual(expect.arrayContaining(['start', 'intake', 'erase', 'migrate']))
})

test.each(COMMANDS.map(([name]) => name))('%s --help: how it is used, and 0', async (name) => {
  const { status, out, error } = await answerOf(name, '--help')

  expect([status, error]).toEqual([0, ''])
  expect(out).toMatch(/^(Uso: |Uso:\n|Usage: |The flags are |The one flag is |The parts are )/)
})

test.each(COMMANDS.map(([name]) => name))(
  '%s, given a flag that there is not: a sentence that names it',
  async (name) => {
    const { status, out, error } = await answerOf(name, '--nonesuch')

    expect([status, out]).toEqual([name.startsWith('start') ? 1 : 2, ''])
    expect(error.split('\n')[0]).toMatch(/^(No hay ninguna opción|There is no flag|Unknown option) '?--nonesuch/)
  },
)

const WITHOUT_ANYBODY =
  'El motivo (--reason) se queda en la auditoría: escríbalo sin CURP, teléfono ni correo de nadie.'

test.each<[name: string, args: string[], sentence: string]>([
  ['seed', ['--scale', 'abc'], '--scale es un número mayor que 0 y hasta 20, y no «abc».\n\nUso:'],
  ['keys', [], 'Diga cuál: show, rotate, retire, verify.'],
  ['keys', ['rotat'], 'No hay «rotat»; hay show, rotate, retire, verify.'],
  ['keys', ['show', 'retire'], 'Sobra «retire».'],
  ['erase', ['NNA-1', '--reason', 'acuerdo'], 'No hay «NNA-1»; hay child.'],
  ['erase', ['child', '--reason', 'acuerdo'], 'Diga de qué expediente: su FOLIO.'],
  ['erase', ['child', 'NNA-1', 'NNA-2', '--reason', 'acuerdo'], 'Sobra «NNA-2».'],
  ['erase', ['child', 'NNA-1', '--reason', '  '], 'Para borrar hay que decir el motivo (--reason).'],
  ['erase', ['child', 'NNA-1', '--reason', '...'], 'El motivo (--reason) es demasiado corto: diga por qué, '],
  ['erase', ['child', 'NNA-1', '--reason', 'x x x x x x x'], 'El motivo (--reason) no dice nada: diga por qué, '],
  ['erase', ['child', 'NNA-1', '--reason', 'Lo pide LOPM100101MCSPRR01'], WITHOUT_ANYBODY],
  ['erase', ['child', 'NNA-1', '--reason', 'acuerdo '.repeat(70)], 'El motivo (--reason) cabe en 500 signos.'],
  ['retention', ['--apply', '--reason', 'Acuerdo; dudas a archivo@example.org'], WITHOUT_ANYBODY],
  ['retention', ['--apply'], 'Para destruir o borrar hay que decir el motivo (--reason).'],
  ['retention', ['--reason', 'acuerdo'], '--reason va con --apply: sin ella no se cambia nada.'],
  ['retention', ['--only', 'AUDIT'], 'No hay «AUDIT»; hay CHILD, WAITING, SESSION.'],
  ['audit', ['verify', 'NNA-1'], 'Sobra «NNA-1».'],
  ['audit', ['child', 'NNA-1', '--off'], '--off es de honey.'],
  ['audit', ['decoy', 'X', '--heads', '.'], '--heads es de verify y de child.'],
  ['rebuild', ['all', 'child'], "There is no 'child'; there are children, placements, "],
  ['sessions', ['revoke'], 'Say whom: '],
  ['sessions', ['list', 'somebody'], "'somebody' is one word too many."],
  ['envelope', ['gateway'], "There is no 'gateway'; there are children, "],
  ['token', ['sistema-cndh', 'localhost:4000'], "'localhost:4000' is no address: write it as http://localhost:4000."],
  ['token', ['sistema-cndh', 'http://localhost:4000', '--key'], "'http://localhost:4000' is one word too many."],
  ['prod:check', ['--url', 'vigia.example.mx'], '--url is the address of a registry, '],
  ['bench', ['--rounds', 'five'], '--rounds takes numbers above 0, and not five.'],
  ['accept', ['--scale', '-1'], '--scale lacks its value. The flags are'],
  ['accept', ['--scale=0'], '--scale is a number above 0, and not 0.'],
])('%s %j: %s', async (name, args, sentence) => {
  const { status, out, error } = await answerOf(name, ...args)

  expect([status, out]).toEqual([2, ''])
  expect(error.slice(0, sentence.length)).toBe(sentence)
})

test('given --twice, a start in one process says that it cannot, and a migration that its database is away', async () => {
  expect(await answerOf('start', '--twice', 'oversight')).toMatchObject({
    status: 1,
    error: '--twice is of npm run start:distributed; npm start is one process.\n',
  })
  const { status, error } = await answerOf('migrate')
  expect(status).toBe(1)
  expect(error).toMatch(/^The database of DATABASE_URL cannot be migrated: .*ECONNREFUSED.*\n$/)
})

test('given a level of the log that there is not, a program says which there are; an empty one is none', async () => {
  expect(await answerIn({ ...env, LOG_LEVEL: 'loud' }, 'start', [])).toEqual({
    status: 1,
    out: '',
    error: 'LOG_LEVEL is not usable: it is trace, debug, info, warn, error, fatal, silent.\n',
  })
  expect(await answerIn({ ...env, LOG_LEVEL: '' }, 'keys', ['show'])).toMatchObject({
    status: 1,
    error: 'No se puede usar la base de datos de DATABASE_URL (127.0.0.1:1/none): nadie responde ahí.\n',
  })
})

test.each<[name: string, args: string[]]>([
  ['intake', ['batches', 'children']],
  ['seed', []],
  ['keys', ['show']],
  ['erase', ['child', 'NNA-1', '--reason', 'lo pidió ante el juez']],
  ['retention', []],
  ['audit', ['verify']],
])('%s %j, given no database: one sentence in Spanish, without its password, and 1', async (name, args) => {
  const away = { ...process.env, DATABASE_URL: 'postgres://nobody:opensesame@127.0.0.1:1/none' }
  const sentence = 'No se puede usar la base de datos de DATABASE_URL (127.0.0.1:1/none): nadie responde ahí.\n'

  expect(await answerIn(away, name, args)).toEqual({ status: 1, out: '', error: sentence })
})

test('an address that is none is said to be of another form, and in English by a command that speaks it', async () => {
  const wrong = { ...process.env, DATABASE_URL: 'opensesame' }

  expect((await answerIn(wrong, 'keys', ['show'])).error).toBe(
    'No se puede usar la base de datos de DATABASE_URL: la dirección no es como postgresql://nombre:clave@equipo:5432/base.\n',
  )
  expect((await answerIn(wrong, 'rebuild', ['children'])).error).toMatch(
    /^The database of DATABASE_URL cannot be used: .*\n$/,
  )
})

test('given a data folder that cannot be used, or holds secrets that are none, a token is refused in one sentence', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-token-'))
  const aFile = path.join(folder, 'a-file')
  writeFileSync(aFile, '')
  mkdirSync(path.join(folder, 'sign-in'))
  writeFileSync(path.join(folder, 'sign-in', 'issuer.json'), '{')

  const tokenOf = (data: string) => answerIn({ ...env, VIGIA_DATA: data }, 'token', ['sistema-cndh', '--key'])
  const answers = await Promise.all([tokenOf(path.join(aFile, 'data')), tokenOf(folder)])
  rmSync(folder, { recursive: true })

  expect(answers).toEqual([
    {
      status: 1,
      out: '',
      error: expect.stringMatching(/^.+ cannot be used \(\w+\): name the data folder .+ VIGIA_DATA\.\n$/),
    },
    { status: 1, out: '', error: expect.stringMatching(/^.+issuer\.json cannot be read: move it away, .+\n$/) },
  ])
})
