/**
 * A small registry whose truth is known: of every row in it, which states have its child in hand, by which acts of their
 * authorities, and in every text that a file can bring the canary of its state. What an answer may hold is decided here, by other means than the services decide it.
 */

import type { Actor } from '@vigia/kit/actor'
import { MATRIX } from '@vigia/law/access-matrix'
import { type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { writeDown } from '../support/written-openings.ts'
import { beyondAgreement } from './beyond-agreement.ts'
import { CANARIES, CANARY, type Canary, CODES, of, STATES, type State } from './canaries.ts'
import { foreignWordsIn } from './canaries-of-acts.ts'
import { maySeeUse, type Use, usesIn } from './emergencies-told.ts'
import { type Truth, truthOf } from './truth-of-canaries.ts'

/** Stands in names alone, which no answer holds. */
const NAME_CANARY = 'Kannombre'
/** Two of one name, each with children of its own. */
export const COUNSEL = 'Despacho de los canarios'
export const COUNSEL_KEYS = ['12345678', '7654321'] as const
/** Names openings in its envelope that nobody has written down. */
export const FORGER = 'whoever writes envelopes'
const CHILDREN_EACH = 6
/** The first have a file. Of the others one is known to no Procuraduría; of those lodged one has left lately, and one long ago. */
const FILES_EACH = 4
const [LEFT, GONE, UNTOLD] = [3, 4, 5]

export interface CanaryWorld {
  graph: Graph
  database: ScratchDatabase
  children: readonly string[]
  facilities: readonly string[]
  /** Numbers of detections. */
  actas: readonly string[]
  /** Children of whom a text tells, by the ids of their rows and their folios; without those that the asker named itself. */
  toldOfIn: (text: string, given: string) => ReadonlySet<string>
  /** Children in the audit, by the number of the request. */
  audited: () => Promise<ReadonlyMap<string, ReadonlySet<string>>>
  /** Lets these actors have opened what they say, and looks up anew what is so. */
  writeDown: (actors: readonly Actor[]) => Promise<void>
  /** Looks up anew which records were opened. */
  refreshUses: () => Promise<void>
  /** Whether the row is one that the actor may not know of; false for what is no row of a child. */
  isForeign: (id: string, actor: Actor) => boolean
  /** Everything in a text that the actor may not be told; empty where it holds nothing of the kind. */
  foreignIn: (text: string, actor: Actor, asked: { given: string; query: string }) => string[]
  stop: () => Promise<void>
}

export async function worldOfCanaries(): Promise<CanaryWorld> {
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  for (const state of CODES) await fill(feeds, state)
  await feeds.stop()
  await settle(graph.services.values(), database)
  let truth = await truthOf(database)
  let uses = new Map<string, Use>()
  const refreshUses = async () => {
    uses = new Map((await usesIn(database)).map((use) => [use.id, use]))
  }
  const ids = (sql: string) => database.query<{ id: string }>(sql).then((rows) => rows.map(({ id }) => id))
  return {
    graph,
    database,
    children: await ids('select id from children.child order by folio'),
    facilities: await ids('select id from placements.facility order by name'),
    actas: await ids('select acta as id from children.detection order by acta'),
    foreignIn: (text, actor, { given, query }) => {
      // Whose record was opened in an emergency is told, by a list of its own, to the office that did, to who signs and to overseers.
      const told = /mergencyAccess/.test(query) ? [...uses.values()].filter((use) => maySeeUse(actor, use)) : []
      const named = told.map(({ id, child, folio }) => [id, child, folio].join())
      return [
        ...foreignUsesIn(uses, text, named.join()),
        ...foreignIn(truth, text, actor, [given, ...named].join()),
        ...foreignWordsIn(text, actor, given),
      ]
    },
    toldOfIn: (text, given) => toldOfIn(truth, text, given),
    audited: () => audited(database),
    async writeDown(actors) {
      await writeDown(database, ...actors)
      await refreshUses()
      truth = await truthOf(database)
    },
    refreshUses,
    isForeign(id, actor) {
      const row = truth.get(id)
      return row !== undefined && !mayHaveRow(row, actor)
    },
    async stop() {
      await graph.stop()
      await database.drop()
    },
  }
}

const stayOf = (i: number, state: State): Row => ({
  'NOMBRE DEL LUGAR': `Centro ${CANARY[state]} ${i % 3}`,
  CAMA: of(state, 'federal'),
  INGRESO: written(i === GONE ? daysAgo(50) : hoursAgo(60 + i)),
  EGRESO: i === GONE ? written(daysAgo(40)) : i === LEFT ? written(hoursAgo(20)) : '',
  'TIPO DE EGRESO': i === GONE || i === LEFT ? 'Traslado' : '',
})

/** The one that is gone was lodged in the next state before: to the secretary there it is a stub. */
function stayBefore(state: State): Row {
  const next = CODES[(CODES.indexOf(state) + 1) % CODES.length] ?? state
  const when = { INGRESO: written(daysAgo(58)), EGRESO: written(daysAgo(52)), 'TIPO DE EGRESO': 'Traslado' }
  return { ENTIDAD: STATES[next], 'NOMBRE DEL LUGAR': `Centro ${CANARY[next]} 0`, ...when }
}

/** The first was in a centre of its state before it was handed back to INM. */
const stayInCare = (state: State): Row => ({
  ...{ ENTIDAD: STATES[state], 'NOMBRE DEL LUGAR': `Casa ${CANARY[state]}`, 'TIPO DE LUGAR': 'CAS estatal' },
  ...{ INGRESO: written(hoursAgo(200)), EGRESO: written(hoursAgo(150)), 'TIPO DE EGRESO': 'Traslado' },
  CAMA: of(state, 'estatal'),
})

async function fill(feeds: Feeds, state: State): Promise<void> {
  const [ENTIDAD, ofFederal, ofState] = [STATES[state], of(state, 'federal'), of(state, 'estatal')]
  const detections = Array.from({ length: CHILDREN_EACH }, (_, i) =>
    aDetection({
      ENTIDAD,
      MUNICIPIO: ofFederal,
      'NOMBRE(S)': NAME_CANARY,
      NACIONALIDAD: i % 2 ? 'Honduras' : 'Guatemala',
      'FECHA Y HORA': written(daysAgo(i === GONE ? 60 : 10 + i)),
      'AVISO A PPNNA': i % 3 && i !== UNTOLD ? written(daysAgo(9)) : '',
    }),
  )
  await feeds.takeIn('children/detections', detections)
  const each = (make: (acta: string, i: number) => Row) => detections.map(({ ACTA }, i) => make(ACTA, i))
  await feeds.takeIn('placements/stays', [
    ...each((acta, i) => aStay(acta, { ENTIDAD, ...stayOf(i, state) })),
    aStay(detections[GONE]?.ACTA ?? '', stayBefore(state)),
    aStay(detections[0]?.ACTA ?? '', stayInCare(state)),
  ])
  await feeds.takeIn(
    'returns/executed-returns',
    each((acta) => aReturn(acta, { ENTIDAD, 'PUNTO DE SALIDA': ofFederal, 'AUTORIDAD RECEPTORA': ofFederal })),
  )
  const files = each((acta) => aCase(acta, { FOLIO: `PPNNA-${state}-2026-${acta.slice(-6)}` })).slice(0, FILES_EACH)
  const sender = { state }
  await feeds.takeIn('representation/protection-cases', files, sender)
  await feeds.takeIn(
    'representation/determinations',
    files.map(({ FOLIO }) => aDetermination(FOLIO ?? '')),
    sender,
  )
  await feeds.takeIn(
    'representation/representations',
    files.map(({ FOLIO }, i) => ({
      FOLIO: FOLIO ?? '',
      CALIDAD: 'Abogado independiente OSC',
      ...(COUNSEL_KEYS[i]
        ? { 'PERSONA U ORGANIZACIÓN': COUNSEL, 'CÉDULA O CLUNI': COUNSEL_KEYS[i] }
        : { 'PERSONA U ORGANIZACIÓN': ofState, 'CÉDULA O CLUNI': '' }),
      INICIO: localDay(daysAgo(5)),
    })),
    sender,
  )
}

const TELLING = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|NNA-[0-9A-Z-]+|BID-[0-9-]+|Kan[a-z]+/g
function foreignIn(truth: ReadonlyMap<string, Truth>, text: string, actor: Actor, given: string): string[] {
  const found = text.match(TELLING) ?? []
  return [...new Set(found), ...beyondAgreement(text, actor)].filter((word) => {
    if (word.startsWith('state ') || word.startsWith('kind ')) return true
    if (word === NAME_CANARY) return true
    const canary = CANARIES.get(word)
    if (canary) return !mayHaveCanary(canary, actor, truth)
    const row = truth.get(word)
    // The one text of protection that a gate tells: the number of what permits the return of a child whom this office found.
    if (row && isGate(word, actor)) return !actor.states?.some((code) => row.states.has(code))
    // What the asker itself named tells it nothing: a service gives the key of an entity back as it came.
    return row !== undefined && !given.includes(word) && !mayHaveRow(row, actor)
  })
}

/** A use of which the asker is not told, by its own id: that there was one is told by that. */
function foreignUsesIn(uses: ReadonlyMap<string, Use>, text: string, told: string): string[] {
  return (text.match(TELLING) ?? [])
    .filter((word) => uses.has(word) && !told.includes(word))
    .map((word) => `use ${word}`)
}

function toldOfIn(truth: ReadonlyMap<string, Truth>, text: string, given: string): ReadonlySet<string> {
  const words = (text.match(TELLING) ?? []).filter((word) => !given.includes(word))
  return new Set(words.flatMap((word) => truth.get(word)?.child ?? []))
}

async function audited(database: ScratchDatabase): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await database.query<{ request_id: string; child: string }>(
    "select request_id, audit.ids_in(children)::text as child from audit.entry where act = 'READ'",
  )
  const byRequest = Map.groupBy(rows, ({ request_id }) => request_id)
  return new Map([...byRequest].map(([request, found]) => [request, new Set(found.map(({ child }) => child))]))
}

const isGate = (word: string, { role }: Actor) => word.startsWith('BID-') && MATRIX[role].rows === 'OWN_WRITING'

function mayHaveRow(row: Truth, actor: Actor): boolean {
  const { child, isChild, alertOf, left, states, told, lodged, mandates, numberOf } = row
  const { role, states: own, counsel } = actor
  const { rows, writes, oversees } = MATRIX[role]
  if (writes.some((act) => act === 'emergency:use') && isOpen(actor, (one) => one === child)) return true
  // That there is a row of others is told, by its id; what its author calls it is not.
  if (numberOf !== null && oversees && !(oversees === 'STATE' && own?.includes(numberOf))) return false
  if (rows === 'OWN_WRITING' || rows === 'AGREEMENT' || rows === 'PUBLISHED') return false
  if (rows === 'MANDATE') return counsel?.some((key) => mandates.has(key)) === true
  if (alertOf !== null && own !== null && !own.includes(alertOf)) return false
  const isOwn = (of: ReadonlySet<string>) => own?.some((code) => of.has(code)) === true
  if (rows === 'CASES') return isOwn(told)
  if (rows === 'PLACED') return isOwn(lodged)
  if (rows === 'STATE_ACTS') return isOwn(told) || isOwn(lodged)
  if (role === 'state-secretary' && isChild && isOwn(left)) return true
  if (own === null) return !MATRIX[role].byState
  return alertOf !== null || isOwn(states)
}

/** For an emergency a child is seen whom the actor would not see otherwise; what has ended opens nothing. */
function isOpen({ sub, opened }: Actor, which: (child: string) => boolean): boolean {
  if (sub === FORGER) return false
  return opened?.some(({ by, child, until }) => by === 'EMERGENCY' && until > Date.now() && which(child)) === true
}

/** Counsel has clients in every state; INM wrote these texts itself, and reads them back of its states. */
function mayHaveCanary({ state, side }: Canary, actor: Actor, truth: ReadonlyMap<string, Truth>): boolean {
  const { role, states } = actor
  const { rows, byState, writes, oversees } = MATRIX[role]
  const isOfState = (child: string) => truth.get(child)?.states.has(state) === true
  if (writes.some((act) => act === 'emergency:use') && isOpen(actor, isOfState)) return true
  if (rows === 'AGREEMENT' || rows === 'PUBLISHED') return false
  if (side !== null && oversees !== undefined && side !== oversees) return false
  return states === null ? !byState : states.includes(state)
}
