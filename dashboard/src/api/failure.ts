/** Who did not answer, from the codes that the gateway lets out. */
import type { CombinedError } from 'urql'

const SERVICES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
type Service = (typeof SERVICES)[number]

export type Failure = {
  /** Services that did not answer; none named when nothing came at all. */
  services: readonly Service[]
  since: Date
}

export function failureOf(error: CombinedError, since: Date): Failure {
  const named = error.graphQLErrors.map(({ extensions }) => extensions.service).filter(isService)
  return { services: [...new Set(named)], since }
}

const isService = (name: unknown): name is Service => SERVICES.some((each) => each === name)
