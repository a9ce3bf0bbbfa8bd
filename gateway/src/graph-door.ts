/** `/graphql`: reads the request, lets it in or turns it away, and answers from kept bytes where it may. */
import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { LRUCache } from 'lru-cache'
import type { Admission, Admitted } from './admission.ts'
import { type Answer, marked } from './answer.ts'
import type { ByteCache, Delivery, Executed } from './byte-cache.ts'
import type { Errand } from './forward.ts'
import type { Gateway } from './gateway.ts'
import { graphRequestOf } from './graph-request.ts'
import { mediaTypeFor } from './media-type.ts'
import { Parcel, send } from './parcel.ts'
import { requestIdOf } from './request-id.ts'
import { actorOf, scopeOf } from './sign-in.ts'

export interface GraphDoorOptions {
  admission: Admission
  gateway: Gateway
  cache: ByteCache
  isSynthetic: () => boolean
  /** How long a request as a whole may take. */
  requestInMs: number
}

const KEPT_BODIES_BYTES = 4_000_000

export function createGraphDoor({ admission, gateway, cache, isSynthetic, requestInMs }: GraphDoorOptions) {
  // A screen sends the same bytes again and again: what was let in once need not be read again.
  const letIn = new LRUCache<string, Admitted>({
    maxSize: KEPT_BODIES_BYTES,
    sizeCalculation: (_, body) => body.length + 1,
  })

  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('content-type', mediaTypeFor(request))
    response.setHeader('cache-control', 'private, no-cache')
    response.appendHeader('vary', 'accept')
    const admitted = admit(request)
    const errand = errandFor(request)
    const { status, parcel } = admitted.isAggregate
      ? await cache.deliver(keyOf(admitted, errand), () => execute(admitted, errand))
      : await deliver(admitted, errand)
    await send(request, response, status, parcel)
  }

  function admit(request: Request): Admitted {
    const raw = request.method === 'POST' && Buffer.isBuffer(request.body) ? request.body.toString('latin1') : null
    const key = raw === null ? null : `${request.headers['content-type']}\n${raw}`
    const known = key === null ? undefined : letIn.get(key)
    if (known) return known
    const admitted = admission.admit(graphRequestOf(request), 'plain')
    if (key !== null && admitted.isAggregate) letIn.set(key, admitted)
    return admitted
  }

  function errandFor(request: Request): Errand {
    return { actor: actorOf(request), requestId: requestIdOf(request), deadline: Date.now() + requestInMs }
  }

  async function execute(admitted: Admitted, errand: Errand): Promise<Executed> {
    const { status, answer } = await gateway.execute(admitted, errand)
    return { status, text: textOf(marked(answer, isSynthetic())), isSound: answer.errors === undefined }
  }

  async function deliver(admitted: Admitted, errand: Errand): Promise<Delivery> {
    const { status, text } = await execute(admitted, errand)
    return { status, parcel: new Parcel(Buffer.from(text)) }
  }
}

/** Errors first, where a reader of a long answer sees them. */
const textOf = ({ errors, data, extensions }: Answer): string => JSON.stringify({ errors, data, extensions })

/** Same rights, same operation, same variables: same bytes. */
function keyOf({ query, operationName, variables }: Admitted, { actor }: Errand): string {
  const parts = JSON.stringify([scopeOf(actor), operationName, variables, query])
  return createHash('sha256').update(parts).digest('base64url')
}
