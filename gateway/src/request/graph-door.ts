/** `/graphql`: reads the request, lets it in or turns it away, and answers from kept bytes where it may. */
import { createHash } from 'node:crypto'
import { type Actor, hasScope } from '@vigia/kit/actor'
import type { Asker } from '@vigia/kit/service'
import type { Request, RequestHandler, Response } from 'express'
import { LRUCache } from 'lru-cache'
import { refuseWhatIsClosed } from '../graph/access.ts'
import type { Admission, Admitted } from '../graph/admission.ts'
import type { Gateway } from '../graph/gateway.ts'
import type { Openings } from '../graph/openings.ts'
import type { UnderWay } from '../limits/under-way.ts'
import { type Caller, scopeOf } from '../sign-in/caller.ts'
import { unauthenticated } from '../sign-in/credentials.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import { type Rates, rateHeaders } from '../sign-in/rates.ts'
import type { Errand } from '../sources/forward.ts'
import type { Trust } from '../trusted/trust.ts'
import { type Answer, marked } from './answer.ts'
import type { ByteCache, Delivery, Executed } from './byte-cache.ts'
import { graphRequestOf } from './graph-request.ts'
import { mediaTypeFor } from './media-type.ts'
import { type Parcel, send } from './parcel.ts'
import { reasonOf } from './reason.ts'
import type { Refusals } from './refusals.ts'
import { Refused } from './refused.ts'
import { requestIdOf } from './request-id.ts'

export interface GraphDoorOptions {
  admission: Admission
  trust: Trust
  gateway: Gateway
  cache: ByteCache
  keeper: Keeper
  rates: { person: Rates; machine: Rates }
  underWay: UnderWay
  /** Told who asked for what is closed to him. */
  refusals: Pick<Refusals, 'tell'>
  openings: Omit<Openings, 'stop'>
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
const COST_OF_ONE = 100

/** Of whom, by when. */
interface LetIn {
  admitted: Admitted
  caller: Actor
  deadline: number
}

export function createGraphDoor(options: GraphDoorOptions): GraphDoor {
  const { gateway, trust, cache, keeper, rates, underWay, openings } = options
  // A screen sends the same bytes again and again: what was let in once need not be read again.
  const letIn = new LRUCache<string, Admitted>({
    maxSize: KEPT_BODIES_BYTES,
    sizeCalculation: (_, body) => body.length + 1,
  })

  async function handle(request: Request, response: Response): Promise<void> {
    const deadline = Date.now() + options.requestInMs
    const asker = await keeper.identify(request)
    const caller = asker.actor
    const mediaType = mediaTypeFor(request)
    const admitted = admit(options, request, response, caller)
    if (admitted.isAggregate && isJsonPost(request)) letIn.set(request.body.toString('latin1'), admitted)
    const isKept = isForMany(admitted, caller) && cache.kept(keyOf(admitted, caller)) !== null
    const turn = isKept ? { weight: 0, line: null } : { weight: weightOf(admitted), line: underWay }
    const bill = { ...turn, own: rates[caller.kind], keeper, asker, response }
    const delivery = await charged(bill, () => answered(request, { admitted, caller, deadline }))
    response.setHeader('content-type', mediaType).appendHeader('vary', 'accept')
    // Records of children stay in no store of a browser, on a machine that many share.
    response.setHeader('cache-control', admitted.isAggregate ? 'private, no-cache' : 'no-store')
    await send(request, response, delivery)
  }

  async function answered(request: Request, { admitted, caller, deadline }: LetIn): Promise<Delivery> {
    // Counts are of no child: whoever has opened a record is told the same bytes as others.
    const actor = admitted.isAggregate ? caller : await openings.of(caller)
    const reason = reasonOf(request) ?? openings.whyOf(actor, gateway.childrenNamed(admitted))
    const errand: Errand = { actor, requestId: requestIdOf(request), reason, deadline }
    await refuse(options, admitted, errand)
    return isForMany(admitted, caller)
      ? cache.deliver(keyOf(admitted, actor), () => execute(options, admitted, errand))
      : cache.pass(() => execute(options, admitted, errand))
  }

  function kept(body: Buffer, actor: Actor): Parcel | null {
    const admitted = letIn.get(body.toString('latin1'))
    if (!admitted || !trust.allows(admitted.document, actor)) return null
    // What is closed goes the ordinary way, which says which field is closed, and why nothing is given.
    return gateway.closedTo(admitted, actor) === null ? cache.kept(keyOf(admitted, actor)) : null
  }

  return { handle, kept }
}

async function execute(options: GraphDoorOptions, admitted: Admitted, errand: Errand): Promise<Executed> {
  const { status, answer } = await options.gateway.execute(admitted, errand)
  return { status, text: textOf(marked(answer, options.isSynthetic())), isSound: answer.errors === undefined }
}

/**
 * Kept bytes go by the version of the figures, which rises with whatever is recorded, and what an answer cost shows whether it was kept: to
 * who may read no figure, as INM, it would tell when protection recorded something. For these each answer is made anew.
 */
const isForMany = ({ isAggregate }: Admitted, actor: Actor): boolean => isAggregate && hasScope(actor, 'stats:read')

/** Its fields are not written down: in words of one's own anything may stand, a name too. */
const UNKNOWN_DOCUMENT = ['document']

/** What the asker may not ask is turned away, and written down. Throws Refused. */
async function refuse({ gateway, trust, refusals }: GraphDoorOptions, admitted: Admitted, asker: Asker): Promise<void> {
  const { actor } = asker
  const children = gateway.childrenNamed(admitted)
  if (!trust.allows(admitted.document, actor)) await refusals.tell(asker, UNKNOWN_DOCUMENT, children)
  trust.require(admitted.document, actor)
  const closed = gateway.closedTo(admitted, actor)
  if (closed) await refusals.tell(asker, closed.fields, children)
  refuseWhatIsClosed({ faultOf: () => closed }, admitted, actor)
}

interface Bill {
  own: Rates
  keeper: Pick<Keeper, 'isOut'>
  asker: Caller
  weight: number
  /** In which its turn is waited for; null where it need not be. */
  line: UnderWay | null
  response: Response
}

/**
 * Charged is what is worked on: who waits in vain for his turn is told what he has left, and has lost nothing. Who is turned out while he waits, or
 * while it is worked on, is told nothing; what he had begun to change is kept.
 */
async function charged(bill: Bill, work: () => Promise<Delivery>): Promise<Delivery> {
  const { own, asker, weight, line, response } = bill
  const { sub } = asker.actor
  sayWhatIsLeft(response, own.leftFor(sub, weight))
  const inTurn = () => {
    refuseWhoIsOut(bill)
    sayWhatIsLeft(response, own.charge(sub, weight))
    return work()
  }
  const delivery = await (line ? line.within(sub, inTurn) : inTurn())
  refuseWhoIsOut(bill)
  return delivery
}

/** Throws Refused. */
function refuseWhoIsOut({ keeper, asker }: Bill): void {
  const sentence = 'You are let in no more: what you asked is not answered.'
  if (keeper.isOut(asker)) throw unauthenticated(sentence, asker.by !== 'session')
}

function sayWhatIsLeft(response: Response, spent: Parameters<typeof rateHeaders>[0]): void {
  for (const [name, value] of Object.entries(rateHeaders(spent))) response.setHeader(name, value)
}

/** What is turned away was read and measured all the same: it counts as one, and is told so. */
function admit(
  { admission, trust, rates }: GraphDoorOptions,
  request: Request,
  response: Response,
  { kind, sub }: Actor,
): Admitted {
  try {
    const admitted = admission.admit(graphRequestOf(request, trust.textOf), 'plain')
    if (request.method !== 'POST' && admitted.operation.operation === 'mutation')
      throw new Refused(405, 'METHOD_NOT_ALLOWED', 'Use POST for a mutation.')
    return admitted
  } catch (error) {
    sayWhatIsLeft(response, rates[kind].charge(sub, 1))
    throw error
  }
}

/**
 * What is counted against the asker's minute: one for each hundred objects that the services may have to fetch, a quarter of it
 * for counts alone, which are read from snapshots and kept for all who share the rights. An open overview under
 * the live simulation was seen to ask 50 to 91 times a minute, 19 to 26 of them from kept bytes, for 11 to 23 in all.
 */
function weightOf({ cost, isAggregate }: Admitted): number {
  const weight = Math.max(1, Math.ceil(cost / COST_OF_ONE))
  return isAggregate ? weight / 4 : weight
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
