/** One process of a run, as often as it is started: killed, frozen and started again at its address. */
import { type ChildProcess, spawn } from 'node:child_process'
import { ROOT } from '../support/source-files.ts'

export const HOST = '127.0.0.1'
const KEPT_OF_WHAT_IT_SAID = 4_000
const STARTED_AGAIN_AFTER_MS = 500

export interface MemberParts {
  name: string
  port: number
  /** That of the wire by which the others reach it. */
  wirePort: number
  program: string
  args: readonly string[]
  env: NodeJS.ProcessEnv
  /** What it says once it listens. */
  listens: RegExp
  /** Told all that it says. */
  said: (text: string) => void
  /** Told when it ends by itself after it had begun to listen. */
  ended: (why: string) => void
}

export class Member {
  readonly name: string
  /** By its own port, where no trouble is. */
  readonly url: string
  /** As others reach it. */
  readonly reachedAt: string
  readonly #parts: MemberParts
  #child: ChildProcess | null = null
  #said = ''
  #isUp = false

  constructor(parts: MemberParts) {
    this.name = parts.name
    this.url = `http://${HOST}:${parts.port}`
    this.reachedAt = `http://${HOST}:${parts.wirePort}`
    this.#parts = parts
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get isRunning(): boolean {
    return this.#child !== null
  }

  start(): void {
    if (this.#child) return
    const { program, args, env, listens, said } = this.#parts
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    this.#said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        this.#said = (this.#said + bytes).slice(-KEPT_OF_WHAT_IT_SAID)
        said(String(bytes))
        this.#isUp ||= listens.test(this.#said)
      })
    child.once('exit', (status, signal) => this.#over(child, signal ?? `status ${status}`))
  }

  #over(child: ChildProcess, how: string): void {
    if (this.#child !== child) return
    const wasUp = this.#isUp
    this.#gone()
    if (wasUp) this.#parts.ended(`${this.name} ended by itself (${how}): ${this.#said.slice(-1_000)}`)
    // A gateway that finds no database says so and ends; whoever watches over it starts it again.
    else setTimeout(() => this.start(), STARTED_AGAIN_AFTER_MS)
  }

  kill(): void {
    const child = this.#child
    this.#gone()
    child?.kill('SIGKILL')
  }

  /** It keeps what it holds, and does not answer. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }

  #gone(): void {
    this.#child = null
    this.#isUp = false
  }
}
