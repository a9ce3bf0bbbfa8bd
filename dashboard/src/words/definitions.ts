/** The definitions behind the figures, in the language of the page. They come by themselves, after the figures. */
import type { definitions as spanish } from './es/definitions.ts'
import type { Language } from './words.ts'

export type Definitions = typeof spanish
export type DefinitionId = keyof Definitions

/** Who sets the rule: the law, a court, a protocol, or Vigía where nobody did. */
export const BASES = ['law', 'court', 'protocol', 'vigia'] as const

const coming = new Map<Language, Promise<Definitions>>()

/** The same promise each time, so that a component can `use` it. */
export function definitionsIn(language: Language): Promise<Definitions> {
  const known = coming.get(language)
  if (known) return known
  const asked = language === 'en' ? import('./en/definitions.ts') : import('./es/definitions.ts')
  const definitions = asked.then((module) => module.definitions)
  coming.set(language, definitions)
  return definitions
}
