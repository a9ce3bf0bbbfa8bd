/** What a page asks its tiles to show: where, which cohort, narrowed to whom, as of when. */
import { createContext, use } from 'react'
import type { Cohort } from './cohorts.ts'
import type { CountFilter } from './filters.ts'

export type Scope = {
  /** INEGI's code, or "00" for the country. */
  code: string
  cohort: Cohort
  filter: CountFilter | null
  /** The day of the data in Mexico. */
  today: string
}

export const ScopeContext = createContext<Scope | null>(null)

export function useScope(): Scope {
  const scope = use(ScopeContext)
  if (!scope) throw new Error('a tile stands outside of a page')
  return scope
}
