/** The flags of a start, and of commands that say no more of their use than what they can be told: each sentence names them. */
import type { ParseArgsConfig } from 'node:util'
import { AskedWrongly, argumentsIn, IN_ENGLISH, noMoreThan, wordOf } from '@vigia/db/asked'

type Flags = NonNullable<ParseArgsConfig['options']>

/** Throws AskedWrongly. */
export const flagsIn = <const Known extends Flags>(args: readonly string[], known: Known) =>
  naming(known, () => {
    const { values, positionals } = argumentsIn(args, known, IN_ENGLISH)
    noMoreThan(0, positionals, IN_ENGLISH)
    return values
  })

/** The same for a command that may be told parts of what it does, which are words of a list. Throws AskedWrongly. */
export const flagsAndPartsIn = <const Known extends Flags>(
  args: readonly string[],
  known: Known,
  parts: readonly string[],
) =>
  naming(known, () => {
    const { values, positionals } = argumentsIn(args, known, IN_ENGLISH)
    return { flags: values, parts: positionals.map((word) => wordOf(word, parts, IN_ENGLISH)) }
  })

function naming<Asked>(known: Flags, read: () => Asked): Asked {
  try {
    return read()
  } catch (error) {
    throw error instanceof AskedWrongly ? new AskedWrongly(`${error.message} ${flagsAre(known)}`) : error
  }
}

/** One sentence that names them. */
export function flagsAre(known: Flags): string {
  const names = Object.keys(known).map((name) => `--${name}`)
  return names.length === 1 ? `The one flag is ${names[0]}.` : `The flags are ${names.join(', ')}.`
}
