// .ready.mjs: makes a fresh clone ready, then runs a command: installs what the lock file asks for where it is missing or stale, and
// goes on with the Node of node_modules. Runs on any Node from 18 on and needs no package.
// Use, from npm scripts: node .ready.mjs [--generate | --build] <command> [arguments], and --link as the root's postinstall.
// --generate first writes what is generated (database client, types), --build the dashboard too; a command that ends in .ts is a
// program of ours; without a command it is made ready alone.
import { spawn, spawnSync } from 'node:child_process'
import { constants as access, accessSync, existsSync, symlinkSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { install, missingPackages } from './.install.mjs'

const LEAST_NODE = 24
const ROOT = path.dirname(fileURLToPath(import.meta.url))
const WINDOWS = process.platform === 'win32'
const BIN = path.join(ROOT, 'node_modules', '.bin')
/** A program of ours ends in order when this process is gone, however it ended, and when nobody reads what it says. */
const LOADED_BEFORE = ['gateway/src/start/end-with-parent.ts', 'gateway/src/start/end-unread.ts']
/**
 * Room for what is young, in MB: what a request or a chunk of a file leaves behind is then collected before it is taken for old, and memory
 * stays level. Each program hands it on to those that it starts. NODE_OPTIONS takes no least size.
 */
const YOUNG = ['--min-semi-space-size=32', '--max-semi-space-size=32']

/** What the tasks of turbo.json leave behind: a file of each. */
const MADE = { generate: 'prisma/generated/client/client.ts', build: 'dashboard/dist/index.html' }

if (process.argv[2] === '--link') {
  linkNode()
  process.exit()
}
const lacking = missingPackages(ROOT)
if (lacking.length > 0) {
  console.error(
    `Installing (${lacking.length} packages missing or of another version); about a minute the first time …`,
  )
  const status = await install(ROOT)
  if (status !== 0) process.exit(status)
}
linkNode()
/** What Node has compiled is kept: a command then starts in half the time. Where nothing can be written it starts all the same. */
const COMPILED = path.join(ROOT, 'node_modules', '.cache', 'node')
const env = { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: BIN + path.delimiter + process.env.PATH }
checkNode()
const asked = process.argv.slice(2)
if (asked[0] === '--generate' || asked[0] === '--build')
  prepare(asked.shift() === '--build' ? ['generate', 'build'] : ['generate'])
const [command, ...rest] = asked
if (command?.endsWith('.ts')) run('node', [...YOUNG, ...LOADED_BEFORE.flatMap(imported), command, ...rest])
else if (command) run(command, rest)

/** A server's user often may not write the program that it runs: then whoever may has to have made it ready. */
function isWritable() {
  try {
    accessSync(ROOT, access.W_OK)
    return true
  } catch {
    return false
  }
}

/** Runs tasks of turbo.json; what has not changed comes from its cache. Says nothing but what fails. */
function prepare(tasks) {
  if (!isWritable()) {
    if (tasks.every((task) => existsSync(path.join(ROOT, MADE[task])))) return
    console.error(
      `${ROOT} is not made ready, and this user may not write there: run "node .ready.mjs --build" as its owner.`,
    )
    process.exit(1)
  }
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
  const args = ['run', ...tasks, '--output-logs=errors-only', '--log-order=grouped']
  const options = { cwd: ROOT, env: { ...env, ...quiet }, encoding: 'utf8', shell: WINDOWS, maxBuffer: 1e8 }
  const { status, stdout, stderr, error } = spawnSync('turbo', args, options)
  if (status === 0) return
  console.error(error ? `What is generated could not be written: ${error.message}` : `${stdout}${stderr}`)
  process.exit(status ?? 1)
}

/** npm 10 links our Node, then takes the link away when it skips the Node of other systems, which has the same name. */
function linkNode() {
  const ours = path.join('..', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  if (!WINDOWS && existsSync(path.join(BIN, ours)) && !existsSync(path.join(BIN, 'node')))
    symlinkSync(ours, path.join(BIN, 'node'))
}

function checkNode() {
  const found = spawnSync('node', ['-p', 'process.versions.node'], {
    env,
    encoding: 'utf8',
    shell: WINDOWS,
  }).stdout.trim()
  if (Number.parseInt(found, 10) >= LEAST_NODE) return
  console.error(
    `Node ${LEAST_NODE} or newer is needed; npm has none for ${process.platform} ${process.arch}, and ${found} is installed.`,
  )
  process.exit(1)
}

function imported(file) {
  return ['--import', pathToFileURL(path.join(ROOT, file)).href]
}

/** A signal goes on to the command, which stops its database in order; its exit status is ours. */
function run(file, args) {
  const child = spawn(file, args, { env, stdio: 'inherit', shell: WINDOWS })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A signal to npm ends npm and its shell, which does not hand it on: losing the parent counts as SIGTERM.
  const parent = process.ppid
  const looking = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(looking) // Told once: a stop in order takes its time.
    child.kill('SIGTERM')
  }, 500).unref()
  child.on('error', ({ message }) => {
    console.error(message)
    process.exit(127)
  })
  child.on('exit', (status, signal) => process.exit(status ?? 128 + constants.signals[signal]))
}
