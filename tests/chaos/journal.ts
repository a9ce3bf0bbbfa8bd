/** What happened in a run, line by line as it happens, in a folder of its own beside what its processes said: kept where a run fails. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export class Journal {
  readonly folder: string
  readonly #file: string
  readonly #say: (line: string) => void

  /** `say` is told what somebody who waits may want to know. */
  constructor(seed: number, say: (line: string) => void) {
    this.folder = path.join(tmpdir(), `vigia-chaos-${seed}-${process.pid}`)
    mkdirSync(this.folder, { recursive: true })
    this.#file = path.join(this.folder, 'journal.log')
    this.#say = say
  }

  note(line: string): void {
    appendFileSync(this.#file, `${new Date().toISOString()} ${line}\n`)
  }

  say(line: string): void {
    this.note(line)
    this.#say(line)
  }

  /** What a process said. */
  heard(name: string, text: string): void {
    appendFileSync(path.join(this.folder, `${name}.log`), text)
  }

  keep(name: string, evidence: unknown): void {
    writeFileSync(path.join(this.folder, `${name}.json`), JSON.stringify(evidence, null, 1))
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
