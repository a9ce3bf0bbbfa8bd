/** `/exports`: what may be taken out and what was, the file of a list, and the second person where it is long (security.md T16). */
import { hasScope } from '@vigia/kit/actor'
import type { Write } from '@vigia/law/access-groups'
import { isStillDecided, maySecond, ROWS_ALONE } from '@vigia/law/exports'
import { type Request, type Response, Router } from 'express'
import type { Gateway } from '../graph/gateway.ts'
import type { UnderWay } from '../limits/under-way.ts'
import { readBodyFor } from '../request/body.ts'
import type { Refusals } from '../request/refusals.ts'
import { type Fault, Refused } from '../request/refused.ts'
import { requestIdOf } from '../request/request-id.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import type { Rates } from '../sign-in/rates.ts'
import type { OpenStreams } from '../subscriptions/open-streams.ts'
import type { ExportList } from './columns.ts'
import { type Asked, type ExportStore, type Kept, numberOf, reasonFor, type Wish } from './export-store.ts'
import { type Described, fileOf } from './file.ts'
import { whileLetIn } from './let-in.ts'
import { EXPORT_LISTS } from './lists.ts'
import type { OnTheirWay } from './on-their-way.ts'
import type { Questions } from './pages-of.ts'
import { newDecoy } from './references.ts'
import { sendAll, sendInPieces } from './send-file.ts'
import { told, toldTo } from './told.ts'
import { listOf, valuesOf, wishOf } from './wish.ts'

export interface ExportDoorOptions {
  keeper: Keeper
  /** By which what is under way ends with what let its taker in. */
  open: Pick<OpenStreams, 'add'>
  /** By which they end with the gateway. */
  onTheirWay: Pick<OnTheirWay, 'until' | 'during'>
  gateway: Pick<Gateway, 'closedTo'>
  questions: Questions
  store: ExportStore
  refusals: Pick<Refusals, 'tell'>
  rates: { person: Rates; machine: Rates }
  /** A file is gathered by many questions, and takes one place of its taker's all the while. */
  underWay: Pick<UnderWay, 'within'>
  isSynthetic: () => boolean
}

/** A page of it weighs as in a question to the graph; the pages that follow are bounded by how often one may export. */
const COST_OF_ONE = 100
/** How long rows are gathered before the first is given. */
const LONGEST_MS = 20_000

const NUMBER = /^EXP-0*([1-9]\d{0,17})$/

export function createExportDoors(options: ExportDoorOptions): Router {
  const { keeper, store } = options
  const doors = Router()

  doors.get('/', async (request, response) => {
    const { actor } = await keeper.identify(request)
    const mayApprove = hasScope(actor, 'export:approve') && actor.kind === 'person'
    const waiting = mayApprove ? (await store.waiting(actor)).filter((kept) => maySecond(kept, actor)) : []
    response.setHeader('cache-control', 'no-store')
    response.json({
      lists: listsFor(options, actor).map(({ name, label, kind, takes, narrows }) => ({
        name,
        label,
        kind,
        takes,
        narrows,
      })),
      made: (await store.madeBy(actor.sub)).map((kept) => toldTo(actor, kept)),
      waiting: waiting.map(told),
    })
  })

  doors.post('/', readBodyFor(keeper), async (request: Request, response: Response) => {
    const asked = await askedBy(options, request, 'export:request')
    const wish = wishOf(request.body)
    await options.underWay.within(asked.caller.actor.sub, () => make(options, wish, asked, response))
  })

  doors.post('/:number/approve', async (request, response) => {
    const asked = await askedBy(options, request, 'export:approve')
    const { actor } = asked.caller
    const kept = await keptAs(store, request.params.number)
    if (!kept || actor.kind !== 'person' || !maySecond(kept, actor))
      throw await nothingOfThat(options, asked, 'approve', kept)
    if (!(await store.approve(kept, asked)))
      throw new Refused(409, 'CONFLICT', 'It does not wait for anybody any more.')
    response.status(204).end()
  })

  doors.post('/:number/file', async (request, response) => {
    const asked = await askedBy(options, request, 'export:request')
    const kept = await keptAs(store, request.params.number)
    if (kept?.sub !== asked.caller.actor.sub) throw await nothingOfThat(options, asked, 'file', kept)
    await options.onTheirWay.during(give(options, kept, asked, response))
  })

  return doors
}

/** At once where the rows are few; else the request is kept, and refused until a second person has decided. */
async function make(options: ExportDoorOptions, wish: Wish, asked: Asked, response: Response): Promise<void> {
  const { store, questions } = options
  const { list } = wish
  await refuseClosed(options, list, asked)
  if (list.kind !== 'COUNTS') await store.refuseTooMany(asked.caller.actor.sub)
  const values = valuesOf(wish)
  const { cost } = questions.question(list, values)
  options.rates[asked.caller.actor.kind].charge(asked.caller.actor.sub, Math.max(1, Math.ceil(cost / COST_OF_ONE)))
  const id = await store.number()
  const decoy = list.kind === 'CHILDREN' ? newDecoy() : null
  const { actor, name } = asked.caller
  const of: Described = { ...wish, id, sub: actor.sub, name, role: actor.role, decoy, approvedBy: null }
  const letIn = whileLetIn(options.open, asked.caller, response)
  let rows = 0
  const limit = list.kind === 'COUNTS' ? Number.POSITIVE_INFINITY : ROWS_ALONE
  const until = Date.now() + LONGEST_MS
  const pieces: string[] = []
  for await (const piece of file(options, { of, list, values }, asked, (more) => (rows += more))) {
    letIn.throwIfAborted()
    if (rows > limit) {
      await store.keep(id, wish, asked, {
        decoy,
        rows: await inAll(options, { of, list, values }, asked),
        isGiven: false,
      })
      throw needsApproval(id)
    }
    if (Date.now() > until) throw tooLong()
    pieces.push(piece)
  }
  await store.keep(id, wish, asked, { decoy, rows, isGiven: true })
  letIn.throwIfAborted()
  sendAll(response, { number: numberOf(id), list: list.name }, pieces)
}

async function give(options: ExportDoorOptions, kept: Kept, asked: Asked, response: Response): Promise<void> {
  const { store } = options
  const list = listOf(kept.list)
  await refuseClosed(options, list, asked)
  if (!isStillDecided(kept, asked.caller.actor))
    throw new Refused(409, 'CONFLICT', 'It was asked for in another role, or for other states: ask for it anew.')
  const letIn = options.onTheirWay.until(whileLetIn(options.open, asked.caller, response))
  if (!(await store.fetch(kept, asked))) {
    const sentence =
      'It is given once, and was not approved, was approved too long ago or by somebody who may not any more, or was fetched before.'
    throw new Refused(409, 'CONFLICT', sentence)
  }
  let rows = 0
  const values = valuesOf({ list, filter: kept.filter })
  const pieces = file(options, { of: kept, list, values }, asked, (more) => (rows += more))
  const number = numberOf(kept.id)
  const end = await sendInPieces(response, { number, list: list.name }, pieces, letIn).catch(async (fault: unknown) => {
    await store.notGiven(kept.id)
    throw fault
  })
  if (end === 'failed') await store.notGiven(kept.id)
  else await store.counted(kept.id, rows)
}

interface Of {
  of: Described
  list: ExportList
  values: Readonly<Record<string, unknown>>
}

function file(options: ExportDoorOptions, { of, list, values }: Of, asked: Asked, onRows: (rows: number) => void) {
  const pages = options.questions.pages(list, values, errandOf(of, asked))
  return fileOf({ of, list, pages, onRows, isSynthetic: options.isSynthetic(), now: new Date() })
}

const errandOf = ({ id, purpose }: Described, { caller, requestId }: Asked) => ({
  ...{ actor: caller.actor, requestId, reason: reasonFor(id, purpose) },
})

/** How many rows wait, for who decides about them; null is more than may be taken out alone. */
async function inAll({ questions }: ExportDoorOptions, { of, list, values }: Of, asked: Asked): Promise<number | null> {
  const rows = await questions.count(list, values, errandOf(of, asked))
  return rows !== null && rows > ROWS_ALONE ? rows : null
}

/** Throws Refused unless the act is the caller's; what he may not do is in the audit. */
async function askedBy(options: ExportDoorOptions, request: Request, act: Write): Promise<Asked> {
  const caller = await options.keeper.identify(request)
  const asked = { caller, requestId: requestIdOf(request) }
  if (!hasScope(caller.actor, act)) await refuse(options, asked, { message: 'You may not do this.', path: ['exports'] })
  return asked
}

async function refuseClosed(options: ExportDoorOptions, list: ExportList, asked: Asked): Promise<void> {
  const fault = closedTo(options, list, asked.caller.actor)
  if (fault) await refuse(options, asked, { message: 'You may not read this list.', path: ['exports', list.name] })
}

const closedTo = ({ gateway, questions }: ExportDoorOptions, list: ExportList, actor: Caller['actor']) =>
  gateway.closedTo(questions.question(list, valuesOf({ list, filter: {} })), actor)

async function refuse(
  { refusals }: ExportDoorOptions,
  { caller, requestId }: Asked,
  fault: Fault & { path: readonly string[] },
): Promise<never> {
  await refusals.tell({ actor: caller.actor, requestId, reason: null }, fault.path)
  throw new Refused(403, 'FORBIDDEN', [fault])
}

function listsFor(options: ExportDoorOptions, actor: Caller['actor']): readonly ExportList[] {
  if (!hasScope(actor, 'export:request')) return []
  return EXPORT_LISTS.filter((list) => closedTo(options, list, actor) === null)
}

async function keptAs(store: ExportStore, number: string): Promise<Kept | null> {
  const [, id] = NUMBER.exec(number) ?? []
  return id === undefined ? null : store.find(id)
}

/** Whoever would approve his own, or fetch what another asked for, is written down, and which. */
async function nothingOfThat({ refusals }: ExportDoorOptions, asked: Asked, what: string, kept: Kept | null) {
  const { caller, requestId } = asked
  await refusals.tell({ actor: caller.actor, requestId, reason: kept && numberOf(kept.id) }, ['exports', what])
  return new Refused(404, 'NOT_FOUND', 'There is no such export of yours.')
}

function needsApproval(id: string): Refused {
  const sentence = `More than ${ROWS_ALONE} rows need a second person: ${numberOf(id)} waits for one.`
  return new Refused(403, 'APPROVAL_REQUIRED', sentence, { extensions: { number: numberOf(id) } })
}

const tooLong = (): Refused =>
  new Refused(422, 'QUERY_TOO_COMPLEX', 'Gathering it takes too long: ask for one state, or for a shorter period.')
