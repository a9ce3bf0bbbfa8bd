/** The shortest way to an answer that is kept: before any routing, for the bytes that every screen sends again and again. */
import type { IncomingMessage, RequestListener } from 'node:http'
import { LIMITS } from '../limits/limits.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import type { GraphDoor } from './graph-door.ts'
import { type Headers, SYNTHETIC } from './headers.ts'
import { knownMediaType } from './media-type.ts'
import { send } from './parcel.ts'
import { newRequestId } from './request-id.ts'

export interface HotDoorOptions {
  door: GraphDoor
  keeper: Keeper
  headers: Headers
  isSynthetic: () => boolean
  /** Everybody else, and whoever finds nothing kept, goes on to this with the body already read. */
  otherwise: RequestListener
}

/** The value of the last is put behind it. */
const ALWAYS = ['cache-control', 'private, no-cache', 'vary', 'accept, accept-encoding', 'content-type'] as const

/** Decides nothing by itself: what it gives was let in and executed by the ordinary way before, for the same rights; and its asker is let in. */
export function createHotDoor({ door, keeper, headers, isSynthetic, otherwise }: HotDoorOptions): RequestListener {
  const forReal = [...headers.flat(), ...ALWAYS]
  const forSynthetic = [...headers.flat(), ...SYNTHETIC, ...ALWAYS]
  return (request, response) => {
    const mediaType = isPlain(request) ? knownMediaType(request.headers.accept) : null
    const sender = mediaType && keeper.known(request)
    // Of whoever is not known, or has too much on its way, nothing is read here; once it is, he may be known no more.
    if (!mediaType || !sender || !keeper.mayCome(request, sender)) {
      otherwise(request, response)
      return
    }
    readAll(request, (body) => {
      const caller = keeper.known(request)
      const parcel = caller && door.kept(body, caller.actor)
      if (parcel) {
        const further = [...(isSynthetic() ? forSynthetic : forReal), mediaType, 'x-request-id', newRequestId()]
        void send(request, response, { status: 200, parcel, further })
        return
      }
      Object.assign(request, { body }) // Where the reader of bodies would put it; that one finds the request read.
      otherwise(request, response)
    })
  }
}

/** A body of known length, neither packed nor longer than it may be. */
function isPlain({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== '/graphql' || headers['content-encoding'] !== undefined) return false
  const length = Number(headers['content-length'])
  return headers['content-type'] === 'application/json' && length > 0 && length <= LIMITS.bodyBytes
}

/** Whoever leaves half-way gets no answer. Node itself bounds the time and the length. */
function readAll(request: IncomingMessage, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => done(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
  request.on('error', () => {})
}
