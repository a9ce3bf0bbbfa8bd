/** Ctrl-C in a terminal: every process of the command hears it at once, and the parents hand it on besides. Nothing is left. */
import { afterAll, expect, test } from 'vitest'
import { runningDatabase } from '../../prisma/src/embedded-database.ts'
import { eventually } from '../support/eventually.ts'
import { dataFolder, type Program, startProgram } from '../support/program.ts'

const data = dataFolder()
const programs: Program[] = []
afterAll(() => {
  for (const { child } of programs) signal(child.pid, 'SIGKILL')
  data.remove()
})

/** One for all: what an orderly end and a hard one leave is what the next start finds. */
const folder = data.path
const isGone = (database: string | null) => database === null

/** To the whole group, as a terminal does. */
function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    process.kill(-Number(pid), name)
  } catch {
    // Nobody of it is left.
  }
}

const RUN = ['--no-twin', '--no-live']
const START = ['.ready.mjs', 'gateway/src/main.ts', ...RUN]
const DISTRIBUTED = ['.ready.mjs', 'gateway/src/start-distributed.ts', ...RUN]
const DEV = ['.ready.mjs', 'turbo', 'run', 'dev', '--filter=@vigia/gateway', '--', ...RUN]

async function started([file = '', ...args]: readonly string[]): Promise<Program> {
  // Who writes letters starts with the address that they link to, and with no other: each start tells its services its own.
  const env = { PORT: '0', VIGIA_DATA: folder, DATABASE_URL: '', SMTP_URL: 'smtp://127.0.0.1:9' }
  const program = startProgram(file, args, env, { ownGroup: true })
  programs.push(program)
  await program.ready(100_000, /Health +(http:\/\/localhost:\d+)/)
  return program
}

test.each([
  ['npm start', START],
  ['npm run start:distributed', DISTRIBUTED],
  ['npm run dev', DEV],
])('given Ctrl-C, %s ends in order, its database last', async (_name, command) => {
  const program = await started(command)

  signal(program.child.pid, 'SIGINT')
  await program.ended()

  await eventually(() => runningDatabase(`${folder}/postgres`), isGone, 20_000)
  expect(program.said()).not.toMatch(/did not stop|started again|could not|\bat \S+ \(/)
})

test.each([
  ['npm start', START],
  ['npm run start:distributed', DISTRIBUTED],
])('given the first process of %s is killed as hard as can be, the rest ends by itself', async (_name, command) => {
  const program = await started(command)

  program.child.kill('SIGKILL')

  await eventually(() => runningDatabase(`${folder}/postgres`), isGone, 30_000)
})
