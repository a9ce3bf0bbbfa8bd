/** What a command of these tests is asked. Asked wrongly, it says so in a sentence and ends with 2; asked for help it names its flags and ends with 0, as all commands do. */
import type { ParseArgsConfig } from 'node:util'
import { AskedWrongly, isForHelp } from '@vigia/db/asked'
import { flagsAndPartsIn, flagsAre, flagsIn } from '../../gateway/src/start/flags.ts'

type Flags = NonNullable<ParseArgsConfig['options']>

export const askedByFlags = <const Known extends Flags>(known: Known) =>
  orEnd(known, [], () => flagsIn(process.argv.slice(2), known))

export const askedByFlagsAndParts = <const Known extends Flags>(known: Known, parts: readonly string[]) =>
  orEnd(known, parts, () => flagsAndPartsIn(process.argv.slice(2), known, parts))

/** Ends the process. */
export function askedWrongly(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

function orEnd<Asked>(known: Flags, parts: readonly string[], read: () => Asked): Asked {
  if (isForHelp(process.argv)) {
    console.log(parts.length > 0 ? `The parts are ${parts.join(', ')}. ${flagsAre(known)}` : flagsAre(known))
    process.exit(0)
  }
  try {
    return read()
  } catch (error) {
    if (error instanceof AskedWrongly) askedWrongly(error.message)
    throw error
  }
}
