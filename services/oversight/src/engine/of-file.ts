/** Where what a Procuraduría did was done. */
import type { ChildPicture, Made } from './child.ts'

/** In the state of whose Procuraduría it was done: that of its file; where none is known, of the first detection. */
export function stateOfFile({ caseId }: Made, { cases, state }: ChildPicture): string {
  return cases.find(({ id }) => id === caseId)?.state ?? state
}
