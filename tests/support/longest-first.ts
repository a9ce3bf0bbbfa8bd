/** The order of a run: what takes longest first, and what is done in a moment last, so that no core is left without work at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, where it is begun late. */
const LONGEST = [
  'tests/architecture/checks-pass',
  'tests/architecture/imports-are-seen',
  'tests/fuzz/',
  'tests/browser/',
  'tests/faults/',
  'tests/journeys/histories/',
  'tests/twin/',
  'tests/sealing/',
  'tests/intake/taking-in',
]

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
    return bySize.toSorted((a, b) => projectOf(a) - projectOf(b) || lengthOf(a) - lengthOf(b))
  }
}

const projectOf = ({ project }: TestSpecification): number => PROJECTS.indexOf(project.name)

function lengthOf({ moduleId }: TestSpecification): number {
  if (moduleId.includes(ASKED_LAST)) return LONGEST.length + 1
  const place = LONGEST.findIndex((part) => moduleId.includes(part))
  return place < 0 ? LONGEST.length : place
}
