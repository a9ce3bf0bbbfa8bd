/** Of which places whoever is signed in may read counts: all, or the states that its office answers for and no sum beyond them. */
import { createContext, use } from 'react'

/** INEGI codes; null for the country and every state in it. */
export const SightContext = createContext<readonly string[] | null>(null)

export function useSight() {
  const states = use(SightContext)
  return { states, sees: (code: string) => states === null || states.includes(code) }
}
