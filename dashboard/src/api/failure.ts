/** Who did not answer, and why not, from the codes that the gateway lets out. */
import type { CombinedError } from 'urql'

const SERVICES = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
type Service = (typeof SERVICES)[number]

export type Failure = {
  /** Services that did not answer; none named when nothing came at all. */
  services: readonly Service[]
  since: Date
  /** Whether it was not asked at all, since the reader's account had asked for all that it may, in a minute or at once. */
  isTooMuch: boolean
}

export function failureOf(error: CombinedError, since: Date): Failure {
  const named = error.graphQLErrors.map(({ extensions }) => extensions.service).filter(isService)
  return { services: [...new Set(named)], since, isTooMuch: wasTooMuch(error) }
}

const TOO_MUCH: readonly unknown[] = ['RATE_LIMITED', 'TOO_MANY_AT_ONCE']
export const isTooMuch = (code: unknown): boolean => TOO_MUCH.includes(code)

/** Whether it was not even looked at, since the reader's account had asked for all that it may, in a minute or at once: nothing of it was done. */
export function wasTooMuch({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => isTooMuch(extensions.code))
}

/**
 * Whether all that went wrong is that what another ombudsperson is competent for was refused: the answer says so itself, where `competence` is
 * set, and nobody failed to answer.
 */
export function isRefusalOfOthers({ networkError, graphQLErrors }: CombinedError, data: unknown): boolean {
  if (networkError) return false
  return graphQLErrors.every(({ extensions, path }) => {
    const record = (path ?? []).slice(0, -1).reduce(partOf, data)
    return extensions.code === 'FORBIDDEN' && Boolean(partOf(record, 'competence'))
  })
}

function partOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
}

const isService = (name: unknown): name is Service => SERVICES.some((each) => each === name)
