/** What goes with a request from its arrival to each service that is asked on its behalf. */
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { type EnvelopeKeys, sealEnvelope } from '@vigia/kit/envelope'
import type { Asker } from '@vigia/kit/service'

export interface Errand extends Asker {
  /** The request as a whole is to be answered by then; milliseconds since 1970. */
  deadline: number
}

/** What a request brings along to whatever asks a service on its behalf. The gateway asks nothing on its own account. */
export function broughtBy<Context extends object>(options: GraphQLDataSourceProcessOptions<Context>): Context {
  if ('incomingRequestContext' in options) return options.context
  throw new Error(`A service is asked for ${options.kind}, which no request wants.`)
}

export interface Envelope {
  service: string
  path: string
  body: string
}

/** The headers by which a service knows that the gateway asks, and for whom. Each seal is good for one request. */
export function sealed(
  keys: EnvelopeKeys,
  { service, path, body }: Envelope,
  { actor, requestId, reason }: Errand,
): Record<string, string> {
  return sealEnvelope(keys, { service, method: 'POST', path, body }, { actor, requestId, reason }, Date.now())
}
