/** An office in words: what somebody is signed in as, and for which states. */
import type { Person } from '../api/session.ts'
import { stateName } from '../words/states.ts'
import type { Language, Words } from '../words/words.ts'

export function officeOf({ role, states }: Pick<Person, 'role' | 'states'>, t: Words, language: Language): string {
  const where = states?.map((code) => stateName(code, language)).join(', ')
  return [t(`session.roles.${role}`), where].filter(Boolean).join(' · ')
}

/** An office with whom it reaches, also where no states bound it: counsel is bound to its mandates, wherever those children are. */
export function reachOf(person: Pick<Person, 'role' | 'states'>, t: Words, language: Language): string {
  const office = officeOf(person, t, language)
  if (person.states !== null) return office
  return `${office} · ${person.role === 'independent-counsel' ? t('session.mandates') : t('session.country')}`
}
