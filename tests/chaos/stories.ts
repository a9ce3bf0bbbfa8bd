/**
 * What happens to children in a run, as authorities tell it, and which alerts must come of it: said by the law and by hand, and not by
 * the engine that is tried.
 */
import type { Chance } from '../fuzz/chance.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { nextFolio, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written, writtenDay } from '../support/clock.ts'
import type { Feeds } from '../support/feeds.ts'

/** What the stories are about. */
export const KINDS = ['HELD_WITHOUT_LEGAL_BASIS', 'HELD_IN_PROHIBITED_PLACE', 'RETURN_WITHOUT_DETERMINATION'] as const

/** One thing that must be told of each child of a file, or must never be. */
export interface Expected {
  kind: (typeof KINDS)[number]
  step: 'OPENED' | 'RESOLVED'
  /** That grave from then on, by its opening or later: a clock runs out while the run goes on. */
  gravest?: { severity: 'CRITICAL'; at: Date }
}

/** One file. */
export interface Write {
  feed: Parameters<Feeds['takeIn']>[0]
  rows: readonly Row[]
  /** The children in it, by the number of their detection. */
  actas: readonly string[]
  sender: { state: string | null; cutoff?: string }
  /** SQL: how many facts of this file there are; `$1` the numbers of the detections. */
  found: string
  expects: readonly Expected[]
  never: readonly Expected[]
}

/** Files in their order: each is sent once the one before has been acknowledged. Built when it is sent, for the clock runs. */
export type Story = readonly (() => Write)[]

const STATES = [
  { code: '07', name: 'Chiapas' },
  { code: '27', name: 'Tabasco' },
  { code: '30', name: 'Veracruz' },
] as const
type State = (typeof STATES)[number]

const MOST_CHILDREN = 3
const MINUTE_IN_MS = 60_000
const HOURS_AT_MOST = 36

const DETECTED = 'select count(*)::int as n from children.detection where acta = any ($1)'
const of = (table: string, condition = 'true') =>
  `select count(*)::int as n from ${table} f join children.detection d on d.child_id = f.child_id where d.acta = any ($1) and ${condition}`

const OPENED = (kind: Expected['kind']): Expected => ({ kind, step: 'OPENED' })
const RESOLVED = (kind: Expected['kind']): Expected => ({ kind, step: 'RESOLVED' })

export function aStory(chance: Chance): Story {
  const state = chance.pick(STATES)
  const children = 1 + chance.below(MOST_CHILDREN)
  const kind = chance.pick([held, held, released, runningOut, inStation, returned, returnedRightly])
  return kind(state, children)
}

/** Found so many hours ago; the Procuraduría was told at once. */
function found(state: State, children: number, hours = 60): { actas: string[]; write: () => Write } {
  const rows = Array.from({ length: children }, () =>
    aDetection({
      'FECHA Y HORA': written(hoursAgo(hours)),
      ENTIDAD: state.name,
      MUNICIPIO: '',
      'AVISO A PPNNA': written(hoursAgo(hours - 1)),
    }),
  )
  const actas = rows.map(({ ACTA }) => ACTA)
  const sender = { state: null }
  return {
    actas,
    write: () => ({ feed: 'children/detections', rows, actas, sender, found: DETECTED, expects: [], never: [] }),
  }
}

interface Place {
  name: string
  type: string
  since: Date
}

function stays(
  actas: readonly string[],
  state: State,
  place: Place,
  until: Date | null,
): Omit<Write, 'expects' | 'never'> {
  const rows = actas.map((acta) =>
    aStay(acta, {
      'NOMBRE DEL LUGAR': `${place.name} ${state.name}`,
      'TIPO DE LUGAR': place.type,
      ENTIDAD: state.name,
      INGRESO: written(place.since),
      EGRESO: until ? written(until) : '',
    }),
  )
  const condition = until ? 'f.left_at is not null' : 'true'
  return { feed: 'placements/stays', rows, actas, sender: { state: null }, found: of('placements.stay', condition) }
}

const centre = (since: Date): Place => ({ name: 'Centro de canalización', type: 'Centro de canalización', since })

/** More than 36 hours in a referral centre (Ley de Migración arts. 68, 112 I). */
function held(state: State, children: number): Story {
  const { actas, write } = found(state, children)
  const place = centre(hoursAgo(HOURS_AT_MOST + 1))
  const gravest = { severity: 'CRITICAL', at: new Date() } as const
  const expects = [{ ...OPENED('HELD_WITHOUT_LEGAL_BASIS'), gravest }]
  return [write, () => ({ ...stays(actas, state, place, null), expects, never: [] })]
}

/** The same, until they are let out. */
function released(state: State, children: number): Story {
  const { actas, write } = found(state, children)
  const place = centre(hoursAgo(HOURS_AT_MOST + 2))
  const expects = [OPENED('HELD_WITHOUT_LEGAL_BASIS')]
  const ended = [...expects, RESOLVED('HELD_WITHOUT_LEGAL_BASIS')]
  return [
    write,
    () => ({ ...stays(actas, state, place, null), expects, never: [] }),
    () => ({ ...stays(actas, state, place, hoursAgo(0)), expects: ended, never: [] }),
  ]
}

/** Their 36 hours are over within the next minute: time alone raises it. */
function runningOut(state: State, children: number): Story {
  const { actas, write } = found(state, children)
  return [
    write,
    () => {
      const over = new Date(Math.ceil(Date.now() / MINUTE_IN_MS) * MINUTE_IN_MS)
      const since = new Date(over.getTime() - HOURS_AT_MOST * 60 * MINUTE_IN_MS)
      const expects = [{ ...OPENED('HELD_WITHOUT_LEGAL_BASIS'), gravest: { severity: 'CRITICAL', at: over } as const }]
      return { ...stays(actas, state, centre(since), null), expects, never: [] }
    },
  ]
}

/** In a migration station: not for an hour (Ley de Migración art. 99 ¶3). */
function inStation(state: State, children: number): Story {
  const { actas, write } = found(state, children)
  const place = { name: 'EM', type: 'Estación migratoria', since: hoursAgo(1) }
  return [
    write,
    () => ({ ...stays(actas, state, place, null), expects: [OPENED('HELD_IN_PROHIBITED_PLACE')], never: [] }),
  ]
}

const RETURNED = of('returns.executed_return')

function returns(actas: readonly string[], state: State): Omit<Write, 'expects' | 'never'> {
  const rows = actas.map((acta) =>
    aReturn(acta, { ENTIDAD: state.name, 'FECHA Y HORA DE SALIDA': written(daysAgo(1)) }),
  )
  return { feed: 'returns/executed-returns', rows, actas, sender: { state: null }, found: RETURNED }
}

/** Returned, and nobody had determined their best interests (LGDNNA art. 97). */
function returned(state: State, children: number): Story {
  const { actas, write } = found(state, children, 24 * 9)
  const expects = [OPENED('RETURN_WITHOUT_DETERMINATION')]
  return [write, () => ({ ...returns(actas, state), expects, never: [] })]
}

/** A Procuraduría had permitted it before: nothing is raised. */
function returnedRightly(state: State, children: number): Story {
  const { actas, write } = found(state, children, 24 * 9)
  const opened = writtenDay(daysAgo(8))
  const files = actas.map((acta) => aCase(acta, { FOLIO: nextFolio(state.code), 'FECHA DE APERTURA': opened }))
  const ofPpnna = { actas, sender: { state: state.code }, expects: [], never: [] }
  return [
    write,
    () => ({
      ...ofPpnna,
      feed: 'representation/protection-cases',
      rows: files,
      found: of('representation.protection_case'),
    }),
    () => ({
      ...ofPpnna,
      feed: 'representation/determinations',
      rows: files.map(({ FOLIO }) => aDetermination(FOLIO, { FECHA: writtenDay(daysAgo(3)) })),
      found: of('representation.determination'),
    }),
    () => ({ ...returns(actas, state), expects: [], never: [OPENED('RETURN_WITHOUT_DETERMINATION')] }),
  ]
}
