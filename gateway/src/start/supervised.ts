/** A program in a process of its own that is started again when it dies, after a pause that grows. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { memoryFlags } from './memory-flags.ts'

export interface Supervision {
  name: string
  /** A TypeScript file. */
  file: string
  env: Readonly<Record<string, string>>
  say: (line: string) => void
  /** How long it may take to stop in order, before it is killed. */
  patienceInMs?: number
  /** Whether all is being stopped: whoever ends a service of a system tells all of its processes at once, and none is started again. */
  isOver?: () => boolean
}

/** Of the environment of whatever is started by one of these. */
export const SUPERVISED = 'VIGIA_SUPERVISED'
const FIRST_PAUSE_IN_MS = 500
const LONGEST_PAUSE_IN_MS = 10_000
/** One that ran so long has not died of its start. */
const SETTLED_AFTER_MS = 30_000
const PATIENCE_IN_MS = 10_000
/** A service ends the try of a message that it has begun, for which a receiver has 15 s, and writes down what came of it: killed before, it would send it again. */
export const PATIENCE_WITH_SERVICES_IN_MS = 22_000

export class Supervised {
  readonly #options: Supervision
  #child: ChildProcess | null = null
  #timer: NodeJS.Timeout | undefined
  #pause = FIRST_PAUSE_IN_MS
  #isStopping = false

  constructor(options: Supervision) {
    this.#options = options
    this.#start()
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#timer)
    const child = this.#child
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGTERM')
    const kill = setTimeout(() => child.kill('SIGKILL'), this.#options.patienceInMs ?? PATIENCE_IN_MS)
    await gone
    clearTimeout(kill)
  }

  #start(): void {
    const { file, env } = this.#options
    const startedAt = performance.now()
    const endsWithUs = path.join(import.meta.dirname, 'end-with-parent.ts')
    const child = spawn(process.execPath, [...memoryFlags(), '--import', endsWithUs, file], {
      env: { ...process.env, ...env, [SUPERVISED]: 'yes' },
      stdio: ['ignore', 'inherit', 'inherit'],
      // Ctrl-C reaches the whole group of the terminal: these are stopped by us, in their order.
      detached: process.platform !== 'win32',
    })
    this.#child = child
    child.once('exit', (status, signal) => this.#ended(signal ?? `status ${status}`, performance.now() - startedAt))
    // One that the system would not begin never exits: it is tried again like one that died, and the others go on.
    child.on('error', ({ message }) => {
      if (child.pid === undefined) this.#ended(message, 0)
    })
  }

  #ended(how: string, ranForMs: number): void {
    if (this.#isStopping || this.#options.isOver?.()) return
    this.#pause = ranForMs > SETTLED_AFTER_MS ? FIRST_PAUSE_IN_MS : Math.min(this.#pause * 2, LONGEST_PAUSE_IN_MS)
    this.#options.say(`${this.#options.name} ended (${how}); it is started again in ${this.#pause / 1_000} s.`)
    this.#timer = setTimeout(() => this.#start(), this.#pause)
  }
}
