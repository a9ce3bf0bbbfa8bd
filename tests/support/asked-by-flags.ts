/** What a command of these tests is asked. Asked wrongly, it says so in a sentence and ends with 2, as all commands do. */
import type { ParseArgsConfig } from 'node:util'
import { flagsAndPartsIn, flagsIn, WrongFlags } from '../../gateway/src/flags.ts'

type Flags = NonNullable<ParseArgsConfig['options']>

export const askedByFlags = <const Known extends Flags>(known: Known) =>
  orEnd(() => flagsIn(process.argv.slice(2), known))

export const askedByFlagsAndParts = <const Known extends Flags>(known: Known, parts: readonly string[]) =>
  orEnd(() => flagsAndPartsIn(process.argv.slice(2), known, parts))

/** Ends the process. */
export function askedWrongly(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

function orEnd<Asked>(read: () => Asked): Asked {
  try {
    return read()
  } catch (error) {
    if (error instanceof WrongFlags) askedWrongly(error.message)
    throw error
  }
}
