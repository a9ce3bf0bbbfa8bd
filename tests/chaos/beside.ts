/** Starts the run of chaos beside all other tests, with little of the machine: it waits most of its time, and holds up nobody meanwhile. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, openSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../support/source-files.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What the run beside these tests says; null where there is none, as where only some tests were asked for. */
    chaosSays: string | null
  }
}

/** Below all who are waited for. */
const PRIORITY = 5
/** Whoever names files, or looks at them as they change, wants no other. */
const WANTS_SOME = process.argv.slice(2).some((word, index, words) => isFile(word, words[index - 1]))

let run: { child: ChildProcess; folder: string } | null = null

export function setup(project: TestProject): void {
  const minutes = process.env['CHAOS_MINUTES'] ?? '2'
  project.provide('chaosSays', null)
  if (WANTS_SOME || minutes === '0') return
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-chaos-beside-'))
  const says = path.join(folder, 'says.log')
  const file = openSync(says, 'a')
  const args = argumentsOf(process.env['CHAOS_SEED'], minutes)
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', file, file] })
  if (child.pid !== undefined) setPriority(child.pid, PRIORITY)
  run = { child, folder }
  project.provide('chaosSays', says)
}

export function teardown(): void {
  run?.child.kill()
  if (run) rmSync(run.folder, { recursive: true, force: true })
}

/** Of the program of a run; a seed where it is to be had again. */
export function argumentsOf(seed: string | undefined, minutes: string): string[] {
  const usual = ['--import', path.join(ROOT, 'gateway/src/start/end-with-parent.ts'), 'tests/chaos/main.ts']
  return [...usual, '--minutes', minutes, '--pace', 'sparing', ...(seed ? ['--seed', seed] : [])]
}

function isFile(word: string, before = ''): boolean {
  const isValue = before.startsWith('-') && !before.includes('=')
  return !(word.startsWith('-') || isValue || word === 'run' || word === 'vitest') || word === '--watch'
}
