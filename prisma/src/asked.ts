/** What a command is asked. Asked for help it says how it is used and ends with 0; asked wrongly it says why above that, and ends with 2. */
import { type ParseArgsConfig, parseArgs } from 'node:util'

type Flags = NonNullable<ParseArgsConfig['options']>

/** Asked wrongly: the sentence that goes above the usage. */
export class AskedWrongly extends Error {
  override name = 'AskedWrongly'
}

/** How a command says what is wrong, in the language of its usage. */
export interface Sentences {
  noSuchFlag: (flag: string) => string
  noValue: (flag: string) => string
  noValueWanted: (flag: string) => string
  sayWhich: (list: readonly string[]) => string
  noneOf: (word: string, list: readonly string[]) => string
  tooMany: (word: string) => string
  keptByNpm: (flag: string, script: string) => string
}

/** For whoever sends files and keeps what they hold. */
export const IN_SPANISH: Sentences = {
  noSuchFlag: (flag) => `No hay ninguna opción ${flag}.`,
  noValue: (flag) => `Falta el valor de ${flag}.`,
  noValueWanted: (flag) => `${flag} va sin valor.`,
  sayWhich: (list) => `Diga cuál: ${list.join(', ')}.`,
  noneOf: (word, list) => `No hay «${word}»; hay ${list.join(', ')}.`,
  tooMany: (word) => `Sobra «${word}».`,
  keptByNpm: (flag, script) =>
    `npm se quedó con ${flag} y no lo pasó: escriba -- antes de las opciones, como en «npm run ${script} -- … ${flag}».`,
}

/** For whoever runs the programs. */
export const IN_ENGLISH: Sentences = {
  noSuchFlag: (flag) => `There is no flag ${flag}.`,
  noValue: (flag) => `${flag} lacks its value.`,
  noValueWanted: (flag) => `${flag} takes no value.`,
  sayWhich: (list) => `Say which: ${list.join(', ')}.`,
  noneOf: (word, list) => `There is no '${word}'; there are ${list.join(', ')}.`,
  tooMany: (word) => `'${word}' is one word too many.`,
  keptByNpm: (flag, script) =>
    `npm kept ${flag} and did not pass it on: write -- before the flags, as in 'npm run ${script} -- … ${flag}'.`,
}

export interface How<Known extends Flags> {
  usage: string
  sentences: Sentences
  flags: Known
}

/** What `wishOf` makes of the flags and words of this process; it throws AskedWrongly where they make no sense. */
export function askedOf<const Known extends Flags, Wish>(
  { usage, sentences, flags }: How<Known>,
  wishOf: (asked: ReturnType<typeof argumentsIn<Known>>) => Wish,
): Wish {
  const argv = process.argv.slice(2)
  if (isForHelp(argv)) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return wishOf(argumentsIn(argv, flags, sentences))
  } catch (error) {
    if (!(error instanceof AskedWrongly)) throw error
    console.error(`${error.message}\n\n${usage}`)
    process.exit(2)
  }
}

export const isForHelp = (argv: readonly string[]): boolean => argv.includes('--help') || argv.includes('-h')

/** Flags by their names, and the other words. Throws AskedWrongly. */
export function argumentsIn<const Known extends Flags>(argv: readonly string[], flags: Known, sentences: Sentences) {
  refuseWhatNpmKept(argv, flags, sentences)
  try {
    return parseArgs({ args: [...argv], options: flags, allowPositionals: true, tokens: true })
  } catch (error) {
    throw new AskedWrongly(wrongIn(error, sentences))
  }
}

/** Settings of npm's own that a file of settings may hold: none of them tells of a flag. */
const OF_NPM: ReadonlySet<string> = new Set(['key', 'only'])

/**
 * Without `--` before them npm takes flags for its own, and runs the script as if they were not there: what was to be tried alone would be
 * done. It tells the script of them as settings.
 */
function refuseWhatNpmKept(argv: readonly string[], flags: Flags, { keptByNpm }: Sentences): void {
  const script = process.env['npm_lifecycle_event']
  if (script === undefined) return
  for (const name of Object.keys(flags)) {
    const setting = `npm_config_${name.replace(/^no-/, '').replaceAll('-', '_')}`
    if (OF_NPM.has(name) || process.env[setting] === undefined) continue
    if (argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`))) continue
    throw new AskedWrongly(keptByNpm(`--${name}`, script))
  }
}

/** Node says in English what it cannot read of a line, with the flag in it. */
function wrongIn(error: unknown, { noSuchFlag, noValue, noValueWanted }: Sentences): string {
  const { message, code } = error as { message: string; code?: string } // parseArgs throws TypeErrors with a code
  const [flag = ''] = message.match(/--?[\w-]+/) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return noSuchFlag(flag)
  return message.endsWith('does not take an argument') ? noValueWanted(flag) : noValue(flag)
}

/** The word, which is of the list. Throws AskedWrongly. */
export function wordOf<const Word extends string>(
  word: string | undefined,
  list: readonly Word[],
  { sayWhich, noneOf }: Sentences,
): Word {
  if (word === undefined) throw new AskedWrongly(sayWhich(list))
  const known = list.find((one) => one === word)
  if (known === undefined) throw new AskedWrongly(noneOf(word, list))
  return known
}

/** That no more than so many words are given. Throws AskedWrongly. */
export function noMoreThan(most: number, words: readonly string[], { tooMany }: Sentences): void {
  const extra = words[most]
  if (extra !== undefined) throw new AskedWrongly(tooMany(extra))
}
