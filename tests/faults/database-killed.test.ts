/** The embedded database is killed under a running start: it is started again, a line says so, and every service answers again, at each gateway. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { runningDatabase } from '../../prisma/src/embedded-database.ts'
import { eventually } from '../support/eventually.ts'
import { dataFolder, type Program, startProgram } from '../support/program.ts'
import { ROOT } from '../support/source-files.ts'

const data = dataFolder()
const programs: Program[] = []
afterAll(() => {
  for (const { child } of programs) child.kill('SIGKILL')
  data.remove()
})

const QUESTION = `{ nation { code detention { heldNow } casework { unprocessed } } childrenIntake { unmatchedCount }
  publishedFigures(first: 1) { totalCount } }`

async function answerOf(url: string, headers: Record<string, string>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION }),
  })
  return response.json()
}

/** A program's token of the issuer that comes with Vigía. */
async function tokenAt(url: string, folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)('node', ['gateway/src/commands/token-command.ts', 'sistema-cndh', url], {
    cwd: ROOT,
    env: { ...process.env, VIGIA_DATA: folder },
  })
  return stdout.trim()
}

test.each([
  ['npm start', 'gateway/src/main.ts', []],
  ['npm run start:distributed', 'gateway/src/start-distributed.ts', ['--twice', 'gateway']],
])(
  'given the postmaster of %s is killed, it is started again and each gateway answers all',
  async (name, file, twice) => {
    const folder = `${data.path}/${name.replaceAll(/\W/g, '-')}`
    const env = { PORT: '0', VIGIA_DATA: folder, DATABASE_URL: '' }
    const program = startProgram(file, ['--no-twin', '--no-live', ...twice], env)
    programs.push(program)
    const url = await program.ready(100_000, /Health +(http:\/\/localhost:\d+)/)
    const isSound = (answer: { errors?: unknown }) => answer.errors === undefined
    const headers = { authorization: `Bearer ${await tokenAt(url, folder)}` }
    const others = [...program.said().matchAll(/gateway +port (\d+)/g)].map(([, port]) => `http://localhost:${port}`)
    const gateways = [...new Set([url, ...others])]
    const all = () => Promise.all(gateways.map((gateway) => answerOf(gateway, headers)))
    const before = await eventually(all, (answers) => answers.every(isSound))
    expect(gateways.length).toBe(1 + twice.length / 2)

    const postmaster = Number(readFileSync(`${folder}/postgres/postmaster.pid`, 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')

    await eventually(
      async () => program.said(),
      (said) => said.includes('The database runs again.'),
      30_000,
    )
    expect(program.said()).toContain('The database ended; it is started again.')
    expect(await eventually(all, (answers) => answers.every(isSound), 30_000)).toEqual(before)
    await eventually(
      async () => (await fetch(`${url}/health/ready`)).status,
      (status) => status === 200,
      20_000,
    )
    expect(program.said()).not.toMatch(/ended \(/)

    program.child.kill('SIGINT')
    expect(await program.ended()).toBe(0)
    expect(await runningDatabase(`${folder}/postgres`)).toBeNull()
  },
)
