/** Words that stand in the registry of canaries and nowhere else: of whose state each is, and by the acts of which side it was brought. */
import type { Overseen } from '@vigia/law/competence'

export const STATES = { '07': 'Chiapas', '30': 'Veracruz', '09': 'Ciudad de México' } as const
export type State = keyof typeof STATES
export const CODES = Object.keys(STATES) as State[]
export const CANARY: Readonly<Record<State, string>> = { '07': 'Kanchiapas', '30': 'Kanveracruz', '09': 'Kanmexico' }
/** Of each state one more in what its own bodies write of their acts, and one in what federal bodies do. */
export const of = (state: State, side: 'estatal' | 'federal') => `${CANARY[state]}${side}`

export interface Canary {
  state: State
  /** Null for one that stands in more than acts, as the name of a place. */
  side: Overseen | null
}

/** Of each canary its state; and the side by whose acts it was brought, where it stands in acts alone. */
export const CANARIES: ReadonlyMap<string, Canary> = new Map<string, Canary>(
  CODES.flatMap((state) => [
    [CANARY[state], { state, side: null }],
    [of(state, 'estatal'), { state, side: 'STATE' }],
    [of(state, 'federal'), { state, side: 'FEDERAL' }],
  ]),
)
