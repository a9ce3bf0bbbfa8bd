/** What subscribers of the benchmark ask for: an alert with its article, its state and its child, as the issue writes it; or whether figures moved. */

export const QUESTION = `subscription { alertRaised { seq kind severity openedAt article { article law }
  state { code name } child { id folio } } }`

export const BOARD_QUESTION = 'subscription { boardChanged { version asOf } }'

/** The same in the graph of a peer. */
export const TYPES = `
  type Query { ok: Boolean }
  type Subscription { alertRaised: Alert! boardChanged: BoardVersion! }
  type BoardVersion { version: String! asOf: String! }
  type Alert { seq: Int! kind: String! severity: String! openedAt: String! article: Article state: State child: Child }
  type Article { article: String law: String }
  type State { code: ID! name: String! }
  type Child { id: ID! folio: String! }`

export const alertInMemory = (seq: number) => ({
  ...{ seq, kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL', openedAt: '2026-11-26T12:00:00.000Z' },
  article: { article: '112 I', law: 'Ley de Migración' },
  state: { code: '07', name: 'Chiapas' },
  child: { id: '10000000-0000-4000-8000-000000000001', folio: 'NNA-9D87-3F92A1CF05E8' },
})

export const boardInMemory = (seq: number) => ({ version: `7.7.${seq}.7.7`, asOf: '2026-11-26T12:00:00.000Z' })
