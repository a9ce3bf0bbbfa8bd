/** `/graphql`: reads the request, lets it in or turns it away, and answers from kept bytes where it may. */
import { createHash } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import type { Admission, Admitted } from './admission.ts'
import { type Answer, marked } from './answer.ts'
import type { ByteCache, Executed } from './byte-cache.ts'
import type { Errand } from './forward.ts'
import type { Gateway } from './gateway.ts'
import { graphRequestOf } from './graph-request.ts'
import { mediaTypeFor } from './media-type.ts'
import { type Parcel, send } from './parcel.ts'
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

export interface GraphDoor {
  handle: RequestHandler
  /** The answer to this body, when it is kept and of now. The content type is application/json. */
  kept: (body: Buffer, actor: Actor) => Parcel | null
}

const KEPT_BODIES_BYTES = 4_000_000

export function createGraphDoor(options: GraphDoorOptions): GraphDoor {
  const { admission, gateway, cache, isSynthetic, requestInMs } = options
  // A screen sends the same bytes again and again: what was let in once need not be read again.
  const letIn = new LRUCache<string, Admitted>({
    maxSize: KEPT_BODIES_BYTES,
    sizeCalculation: (_, body) => body.length + 1,
  })

  async function handle(request: Request, response: Response): Promise<void> {
    const mediaType = mediaTypeFor(request)
    const admitted = admission.admit(graphRequestOf(request), 'plain')
    if (admitted.isAggregate && isJsonPost(request)) letIn.set(request.body.toString('latin1'), admitted)
    const actor = actorOf(request)
    const errand: Errand = { actor, requestId: requestIdOf(request), deadline: Date.now() + requestInMs }
    const { status, parcel } = admitted.isAggregate
      ? await cache.deliver(keyOf(admitted, actor), () => execute(admitted, errand))
      : await cache.pass(() => execute(admitted, errand))
    response.setHeader('content-type', mediaType)
    response.setHeader('cache-control', 'private, no-cache')
    response.appendHeader('vary', 'accept')
    await send(request, response, { status, parcel })
  }

  async function execute(admitted: Admitted, errand: Errand): Promise<Executed> {
    const { status, answer } = await gateway.execute(admitted, errand)
    return { status, text: textOf(marked(answer, isSynthetic())), isSound: answer.errors === undefined }
  }

  function kept(body: Buffer, actor: Actor): Parcel | null {
    const admitted = letIn.get(body.toString('latin1'))
    return admitted ? cache.kept(keyOf(admitted, actor)) : null
  }

  return { handle, kept }
}

/** Latin-1 gives each byte a sign of its own, so that no two bodies are taken for one. */
const isJsonPost = ({ method, body }: Request): boolean => method === 'POST' && Buffer.isBuffer(body)

/** Errors first, where a reader of a long answer sees them. */
const textOf = ({ errors, data, extensions }: Answer): string => JSON.stringify({ errors, data, extensions })

const keys = new WeakMap<Admitted, WeakMap<Actor, string>>()

/** Same rights, same operation, same variables: same bytes. */
function keyOf(admitted: Admitted, actor: Actor): string {
  const byActor = keys.get(admitted) ?? new WeakMap<Actor, string>()
  const known = byActor.get(actor)
  if (known !== undefined) return known
  const { query, operationName, variables } = admitted
  const parts = JSON.stringify([scopeOf(actor), operationName, variables, query])
  const key = createHash('sha256').update(parts).digest('base64url')
  keys.set(admitted, byActor.set(actor, key))
  return key
}
