/** Vigía as a person starts it: the program itself in a process of its own, with what it says and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { eventually } from './eventually.ts'
import { quickFolder } from './quick-folder.ts'
import { ROOT } from './source-files.ts'

export interface Program {
  child: ChildProcess
  /** All that it has said so far, on both outputs. */
  said: () => string
  /** Waits until it can answer; gives its address, by default the first it tells. Fails with what it said when it ends before. */
  ready: (withinMs?: number, saying?: RegExp) => Promise<string>
  /** Its exit status, once it has ended; null for a killed one. */
  ended: () => Promise<number | null>
}

/** A test asks in a second what a person asks in an hour. */
const MANY = { RATE_PERSON: '1000000', RATE_PROGRAM: '1000000', RATE_ADDRESS: '1000000', RATE_SIGN_IN: '1000' }

/**
 * `ownGroup`: a signal to minus its number reaches all that it starts, as Ctrl-C in a terminal does. `by`: what runs the file, where it is
 * not just Node.
 */
export function startProgram(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { ownGroup = false, by = ['node'] }: { ownGroup?: boolean; by?: readonly [string, ...string[]] } = {},
): Program {
  const [command, ...before] = by
  const child = spawn(command, [...before, file, ...args], {
    detached: ownGroup,
    cwd: ROOT,
    env: { ...process.env, ...MANY, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk))
  const exit = once(child, 'exit')
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    child,
    said: () => text,
    async ready(withinMs = 60_000, saying = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/) {
      const address = () => saying.exec(text)?.[1]
      const isReady = async () => {
        if (hasEnded()) throw new Error(`It ended before it was ready:\n${text}`)
        const url = address()
        return url
          ? fetch(`${url}/health/ready`)
              .then((answer) => answer.json())
              .then(
                ({ status }) => status === 'ready',
                () => false,
              )
          : false
      }
      await eventually(isReady, Boolean, withinMs)
      return address() ?? ''
    },
    async ended() {
      const [status] = await exit
      return status
    },
  }
}

/** A folder for the data of one program, which its database's user can reach. */
export function dataFolder(): { path: string; remove: () => void } {
  const folder = quickFolder('program')
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
