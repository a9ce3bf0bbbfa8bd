/** The order of a run: what takes longest first, and what is done in a moment last, so that no core is left without work at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The first of them go by the clock, whatever the machine can do; beside them there is room for what does not wait. */
const LONGEST = [
  'tests/chaos/',
  'tests/architecture/checks-pass',
  'tests/fuzz/',
  'tests/browser/',
  'tests/faults/',
  'tests/journeys/histories/',
  'tests/twin/',
  'tests/sealing/',
  'tests/intake/taking-in',
]

/** Files of one project stay together: a process is shared by those alone that follow one another. */
const PROJECTS = ['vigia', 'postgresql-15', 'apart', 'dashboard', 'rules']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files)
    return bySize.toSorted((a, b) => projectOf(a) - projectOf(b) || lengthOf(a) - lengthOf(b))
  }
}

const projectOf = ({ project }: TestSpecification): number => PROJECTS.indexOf(project.name)

function lengthOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((part) => moduleId.includes(part))
  return place < 0 ? LONGEST.length : place
}
