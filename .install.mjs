// .install.mjs: installs what the lock file asks for, one install at a time in a clone. Called by .ready.mjs; runs on any Node from 18 on
// and needs no package.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'

const WINDOWS = process.platform === 'win32'
const LIBC = existsSync('/etc/alpine-release') ? 'musl' : 'glibc'
/** How long npm may take to end in order. */
const PATIENCE_IN_MS = 5_000

/** Packages of the lock file that are not installed in the version it names. */
export function missingPackages(root) {
  const wanted = packagesOf(root, 'package-lock.json')
  const installed = packagesOf(root, 'node_modules/.package-lock.json')
  return Object.keys(wanted).filter((where) => {
    if (!where.includes('node_modules/') || wanted[where].link) return false
    if (installed[where] && existsSync(path.join(root, where)))
      return installed[where].version !== wanted[where].version
    return isExpected(wanted[where])
  })
}

/** npm leaves out optional packages of other machines, and what only those need (optional, but without os and cpu). */
function isExpected({ optional, os, cpu, libc }) {
  const fits = (list, here) => list === undefined || [list].flat().includes(here) // the lock file has strings and lists
  if (optional && !os && !cpu) return false
  return fits(os, process.platform) && fits(cpu, process.arch) && (process.platform !== 'linux' || fits(libc, LIBC))
}

function packagesOf(root, file) {
  const full = path.join(root, file)
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).packages : {}
}

/** Runs npm by the Node and the npm that were started, so that their settings hold. Gives its exit status. */
export async function install(root) {
  const turn = path.join(root, '.installing')
  const hindrance = hindranceTo(turn)
  if (hindrance !== null) {
    console.error(hindrance)
    return 1
  }
  try {
    const npm = startNpm(root)
    // Whoever of the two outlives the other is still at it.
    if (npm.pid) writeFileSync(turn, `${process.pid} ${npm.pid}`)
    return await endOf(npm)
  } finally {
    rmSync(turn, { force: true })
  }
}

/** Null once it is our turn. A turn whose processes have ended, however they did, is nobody's. */
function hindranceTo(turn) {
  try {
    writeFileSync(turn, `${process.pid}`, { flag: 'wx' })
    return null
  } catch (error) {
    if (error.code !== 'EEXIST') return `Nothing can be installed here: ${error.message}`
  }
  const other = readFileSync(turn, 'utf8').split(' ').find(isRunning)
  if (other) return `Another install is running here, as process ${other}. If that is none, delete ${turn}`
  rmSync(turn, { force: true })
  return hindranceTo(turn)
}

function isRunning(pid) {
  try {
    return Number(pid) > 0 && process.kill(Number(pid), 0)
  } catch (error) {
    return error.code === 'EPERM' // It runs, and is another user's.
  }
}

function startNpm(root) {
  const { npm_node_execpath: node = process.execPath, npm_execpath: cli } = process.env
  // Where NODE_ENV is production npm would leave out what builds the dashboard and writes what is generated.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: root, stdio: ['ignore', 2, 2] } // standard output belongs to the command
  return cli ? spawn(node, [cli, ...args], options) : spawn('npm', args, { ...options, shell: WINDOWS })
}

/** A signal goes on to npm, and who sent it waits until nothing of it is left: else it would go on installing unseen. */
function endOf(npm) {
  let told = null
  const handOn = (signal) => {
    told ??= signal
    npm.kill(signal)
    setTimeout(() => npm.kill('SIGKILL'), PATIENCE_IN_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, handOn)
  return new Promise((resolve) => {
    npm.on('error', ({ message }) => {
      console.error(`npm could not be started: ${message}`)
      resolve(1)
    })
    npm.on('exit', (status, signal) => {
      for (const each of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(each, handOn)
      resolve(told || signal ? 128 + constants.signals[told ?? signal] : status)
    })
  })
}
