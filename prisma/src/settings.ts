/** Settings of a program from its environment, held against a zod object: one that cannot be is said in one sentence, by its name. */

/** What a setting that cannot be is told as, to the person at the terminal. */
export class SettingUnusable extends Error {
  override name = 'SettingUnusable'
}

/** Of a zod schema: its description is what the setting may be, written to follow "it must be". */
interface Setting {
  meta(): { description?: string | undefined; isSecret?: unknown } | undefined
}

interface Settings<Read> {
  shape: Readonly<Record<string, Setting>>
  safeParse(given: unknown): { success: true; data: Read } | { success: false; error: { issues: readonly Issue[] } }
}

interface Issue {
  path: readonly PropertyKey[]
}

type Given = Readonly<Record<string, string | undefined>>

/** Throws SettingUnusable. `calledBy` gives the flag under which a setting was given, where it was. */
export function settingsIn<Read>(
  settings: Settings<Read>,
  given: Given,
  calledBy: (name: string) => string | null = () => null,
): Read {
  const read = settings.safeParse(given)
  if (read.success) return read.data
  const name = String(read.error.issues[0]?.path[0])
  const { description, isSecret } = settings.shape[name]?.meta() ?? {}
  if (!description) throw new Error(`No description says what ${name} may be`)
  throw new SettingUnusable(
    `${calledBy(name) ?? name} ${wrongIn(given[name], isSecret === true)} must be ${description}.`,
  )
}

const LONGEST_TOLD = 60

/** A secret, or an address that may hold one, is not said again. */
function wrongIn(text: string | undefined, isSecret: boolean): string {
  if (text === undefined) return 'is not given: it'
  if (isSecret) return 'is not usable: it'
  return `is not usable: it is ${JSON.stringify(text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text)}, and`
}
