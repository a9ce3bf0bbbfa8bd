/** Alerts that a test makes happen: their types in a graph, and a feed of what happens to them. */
import { Epochs } from '../carriers/epochs.ts'
import type { Step } from '../carriers/step.ts'
import type { Feed } from '../subscriptions/alert-feed.ts'
import type { Alerts } from '../subscriptions/alerts-in.ts'
import { ToldRecord } from '../subscriptions/told-record.ts'

/** In the graph of a service of a test. */
export const ALERTS = `
  input AlertStreamFilter { state: ID kind: [String!] severity: [String!] steps: [String!] }
  type Alert {
    id: ID! @access(scopes: [["stats:read"]])
    kind: String! @access(scopes: [["stats:read"]])
    note: String @access(scopes: [["location:read"]])
    child: Child @access(scopes: [["child:read"]])
    seq: Int @access(scopes: [["stats:read"]])
    cursor: String @access(scopes: [["stats:read"]])
    step: String @access(scopes: [["stats:read"]])
    at: DateTime @access(scopes: [["stats:read"]])
    number: String @access(scopes: [["stats:read"]])
    severity: String @access(scopes: [["stats:read"]])
    citation: String @access(scopes: [["stats:read"]])
    openedAt: DateTime @access(scopes: [["stats:read"]])
    childRef: String @access(scopes: [["stats:read"]])
    state: State @access(scopes: [["stats:read"]])
  }`

/** Null for one that is not in sight. Throws as a service does. */
export type AlertOf = (id: string) => object | null | Promise<object | null>

export const anAlert: AlertOf = (id) => ({
  id,
  kind: 'HELD_WITHOUT_LEGAL_BASIS',
  note: 'CCAN',
  child: { id: 'c1', folio: 'F-1' },
})

export interface HandFeed extends Feed {
  /** Something happens; gives its place. */
  happens: (differences?: Partial<Step>) => number
  /** The database is put back to where it was at this place, once. */
  putBackTo: (seq: number) => void
  /** From this place back all is too old to be told again. */
  forgetUpTo: (seq: number) => void
}

/** Begins at place 10, as a registry that has been running. */
export function handFeed(): HandFeed {
  const steps: Step[] = []
  const [listeners, parted] = [new Set<() => void>(), new Set<() => void>()]
  let epochs = new Epochs()
  let [top, forgotten] = [0, 0]
  const happens: HandFeed['happens'] = (differences = {}) => {
    top += 1
    const usual = { alertId: `alert-${top}`, step: 'OPENED', severity: 'CRITICAL', kind: 'HELD_WITHOUT_LEGAL_BASIS' }
    steps.push({ seq: top, ...usual, state: '07', at: new Date('2026-11-26T12:00:00Z'), ...differences })
    for (const listener of listeners) listener()
    return top
  }
  for (let i = 0; i < 10; i += 1) happens()
  return {
    happens,
    putBackTo(seq) {
      steps.splice(seq)
      top = seq
      epochs = new Epochs([
        { mark: 0, firstPlace: 1 },
        { mark: 7, firstPlace: seq + 1 },
      ])
      for (const listener of parted) listener()
    },
    forgetUpTo: (seq) => {
      forgotten = seq
    },
    top: () => top,
    markAt: (seq) => epochs.markAt(seq),
    placeOf: async (place) => {
      const here = epochs.here(place)
      return here !== null && here <= top ? here : null
    },
    after: async (seq, atMost) => steps.slice(seq, seq + atMost),
    missedSince: async (seq) => ({ count: top - seq, isExpired: seq < forgotten }),
    onSteps(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onParted(listener) {
      parted.add(listener)
      return () => parted.delete(listener)
    },
  }
}

/** Nobody is told who follows them, nor who was told. */
export const alertsBy = (feed: Feed): Alerts => ({
  feed,
  cursorKey: Buffer.alloc(32),
  audit: { told: new ToldRecord(async () => {}), begins: async () => {}, ends: async () => {} },
})
