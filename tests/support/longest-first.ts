/**
 * The order of a run: what takes longest first, and what is done in a moment last, so that no core is left without work at the end; what
 * waits and what works by turns, so that none is before.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, where it is begun late. */
const LONGEST = [
  'tests/architecture/checks-pass',
  'tests/architecture/imports-are-seen',
  'tests/fuzz/',
  'gateway/examples/subscribe',
  'tests/browser/',
  'tests/faults/',
  'tests/journeys/histories/',
  'tests/twin/',
  'tests/sealing/',
  'tests/intake/taking-in',
]

/** These wait for a page, a program or a time limit as long as they work. */
const WAITING = ['tests/browser/', 'tests/faults/', 'gateway/examples/']
/** How many of those that work come before each that waits: few enough that there are some left when the last has waited. */
const BEFORE_EACH = 8

/** It runs beside all others from the beginning, and is asked what came of it. */
const ASKED_LAST = 'tests/chaos/chaos.test'

/**
 * Files of one project stay together: a process is shared by those alone that follow one another. Those with a process of their own come
 * first: one of them takes a minute, and would be alone at the end.
 */
const PROJECTS = ['apart', 'vigia', 'postgresql-15', 'dashboard', 'dashboard-of-node', 'rules']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return PROJECTS.flatMap((name) => {
      const ofProject = bySize.filter(({ project }) => project.name === name)
      return byTurns(ofProject.toSorted((a, b) => lengthOf(a) - lengthOf(b)))
    })
  }
}

function byTurns(files: readonly TestSpecification[]): TestSpecification[] {
  const waiting = files.filter(isWaiting)
  const working = files.filter((file) => !isWaiting(file))
  const turns = waiting.flatMap((file) => [...working.splice(0, BEFORE_EACH), file])
  return [...turns, ...working]
}

const isWaiting = ({ moduleId }: TestSpecification): boolean => WAITING.some((part) => moduleId.includes(part))

function lengthOf({ moduleId }: TestSpecification): number {
  if (moduleId.includes(ASKED_LAST)) return LONGEST.length + 1
  const place = LONGEST.findIndex((part) => moduleId.includes(part))
  return place < 0 ? LONGEST.length : place
}
