/** Places and offices as a letter names them, in either of its languages: whoever reads it knows no codes. And where it leads. */
import { isRole, type Role, scopesOf } from '@vigia/law/access-matrix'
import { ALERT_OFFICES, officeOfRole } from '@vigia/law/alert-offices'
import { NATION, STATES } from '@vigia/law/states'

export type Language = 'es' | 'en'

/** «México» alone is read as the country. */
const TOLD_APART: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  [NATION.code]: { es: 'la Federación', en: 'the Federation' },
  '09': { es: 'Ciudad de México', en: 'Mexico City' },
  '15': { es: 'Estado de México', en: 'State of Mexico' },
}

export const stateNamed = (state: string, language: Language) =>
  TOLD_APART[state]?.[language] ?? STATES.find(({ code }) => code === state)?.name ?? state

const WHOLE_COUNTRY = { es: 'todo el país', en: 'the whole country' } as const

/** With the states to which it is bound; null for the whole country. What is no office is told by the word that it has. */
export function officeNamed(role: string, states: readonly string[] | null, language: Language): string {
  const office = isRole(role) ? officeOfRole(role) : null
  const where = states?.map((state) => stateNamed(state, language)).join(', ') ?? WHOLE_COUNTRY[language]
  return `${office ? ALERT_OFFICES[office][language] : role}, ${where}`
}

/**
 * Where more is to be seen. An office that oversees nothing has its alerts on the page of its duties alone; what is of the nation itself
 * stands with its post.
 */
export function pageOf(state: string, role: Role): string {
  if (scopesOf(role).includes('duty:read')) return `/alertas?entidad=${state}`
  return state === NATION.code ? '/sistema' : `/estado/${state}`
}
