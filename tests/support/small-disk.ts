/**
 * A disk with so little room that a start meets its end: a folder in memory of that size, mounted for one program alone, which asks for no
 * more than Linux gives to root, or to anybody in a namespace of his own. Where it gives that to nobody (some containers), the database's
 * programs are answered as by such a disk instead, in PostgreSQL's own words.
 */
import { spawnSync } from 'node:child_process'

/** What stands before `node <file> …`; the folder, where the program keeps its data, is that disk. */
export function onSmallDisk(folder: string, megabytes: number): readonly [string, ...string[]] {
  const [enter, leave] = isRoot() ? [['--mount'], 'exec "$@"'] : [OF_ONES_OWN, `exec unshare --user ${ONESELF} "$@"`]
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=1777 small "$0"`
  const within: [string, ...string[]] = ['unshare', ...enter, '--propagation', 'private', 'sh', '-c']
  const [command, ...args] = within
  const isLetIn = spawnSync(command, [...args, `${mount} && ${leave}`, folder, 'true']).status === 0
  return isLetIn ? [...within, `${mount} && ${leave}`, folder, 'node'] : ['node', '--import', NO_ROOM]
}

const isRoot = () => process.getuid?.() === 0
const OF_ONES_OWN = ['--user', '--map-root-user', '--mount']
const ONESELF = `--map-user=${process.getuid?.()} --map-group=${process.getgid?.()}`

/** Loaded before the program: initdb ends as it does on such a disk. */
const INITDB_ENDS = `
  import childProcess from 'node:child_process'
  import { syncBuiltinESMExports } from 'node:module'
  const { spawnSync } = childProcess
  const stderr = 'initdb: error: could not write to file "postgresql.conf": No space left on device'
  childProcess.spawnSync = (command, ...rest) => /initdb$/.test(command) ? { status: 1, stderr } : spawnSync(command, ...rest)
  syncBuiltinESMExports()`
const NO_ROOM = `data:text/javascript,${encodeURIComponent(INITDB_ENDS)}`
