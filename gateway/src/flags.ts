/** The flags of a command line. What cannot be read is told in one sentence, with those that there are. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

type Flags = NonNullable<ParseArgsConfig['options']>

/** Asked wrongly: its message says what is wrong, and what there is. */
export class WrongFlags extends Error {
  override name = 'WrongFlags'
}

/** Throws WrongFlags. */
export function flagsIn<const Known extends Flags>(args: readonly string[], known: Known) {
  return parsed({ args: [...args], options: known }).values
}

/** The same for a command that may be told parts of what it does, which are words of a list. Throws WrongFlags. */
export function flagsAndPartsIn<const Known extends Flags>(
  args: readonly string[],
  known: Known,
  parts: readonly string[],
) {
  const { values, positionals } = parsed({ args: [...args], options: known, allowPositionals: true })
  const stranger = positionals.find((word) => !parts.includes(word))
  if (stranger === undefined) return { flags: values, parts: positionals }
  throw new WrongFlags(`There is no part '${stranger}'. The parts are ${parts.join(', ')}. ${flagsAre(known)}`)
}

function parsed<const Asked extends ParseArgsConfig & { options: Flags }>(asked: Asked) {
  try {
    return parseArgs(asked)
  } catch (error) {
    // The first sentence says what is wrong; the rest tells how Node's own arguments may be written.
    const [wrong] = error instanceof Error ? error.message.split(/\.?(?: To specify|\n)/) : []
    throw new WrongFlags(`${wrong ?? 'The flags cannot be read'}. ${flagsAre(asked.options)}`)
  }
}

/** One sentence that names them. */
export function flagsAre(known: Flags): string {
  const names = Object.keys(known).map((name) => `--${name}`)
  return names.length === 1 ? `The one flag is ${names[0]}.` : `The flags are ${names.join(', ')}.`
}
