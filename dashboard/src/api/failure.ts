/** Who did not answer, from the codes that the gateway lets out. */
import type { CombinedError } from 'urql'

export const SERVICES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
export type Service = (typeof SERVICES)[number] | 'gateway'

export type Failure = {
  /** Services that did not answer; the gateway alone when nothing came at all. */
  services: readonly Service[]
  since: Date
}

export function failureOf(error: CombinedError | undefined, since: Date | null): Failure | null {
  if (!error || !since) return null
  const named = error.graphQLErrors.map(({ extensions }) => extensions.service).filter(isService)
  return { services: named.length > 0 ? [...new Set(named)] : ['gateway'], since }
}

const isService = (name: unknown): name is (typeof SERVICES)[number] => SERVICES.some((each) => each === name)
