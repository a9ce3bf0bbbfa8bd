/** Persons who act on alerts by the graph while all breaks, each with a log of what was acknowledged. A try without an answer is sent again under its key. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '@vigia/kit/actor'
import type { Chance } from '../fuzz/chance.ts'
import { type Answer, askAt } from './asking.ts'

/** One thing that a person wanted done, as he knows it. */
export interface Act {
  author: string
  mutation: Mutation
  /** Null where it is about no alert of its own. */
  alertId: string | null
  /** The version that he had seen. */
  version: number | null
  /** Written by nobody else; null where nothing is said. */
  words: string | null
  /** Of an acknowledgement or a silence: when it ends. */
  until: Date | null
  tries: number
  /** When the last answer came, or failed to. */
  answeredAt: Date | null
  /** What he was told: that it is done, with which code it was refused, or nothing. */
  outcome: 'DONE' | 'UNKNOWN' | (string & {})
}

type Mutation =
  | 'acknowledgeAlert'
  | 'assignAlert'
  | 'commentAlert'
  | 'closeAlert'
  | 'answerAlert'
  | 'answerByNumber'
  | 'silenceAlerts'

/** What each office may do (services/ALERTS.md). */
const DOES = {
  'federal-secretary': [
    'acknowledgeAlert',
    'acknowledgeAlert',
    'assignAlert',
    'commentAlert',
    'closeAlert',
    'silenceAlerts',
  ],
  'state-secretary': ['acknowledgeAlert', 'assignAlert', 'commentAlert', 'closeAlert'],
  'ppnna-officer': ['answerAlert', 'commentAlert'],
  'inm-officer': ['answerByNumber'],
} as const satisfies Partial<Record<Actor['role'], readonly Mutation[]>>

const SHARE_SENT_AGAIN = 0.7
const AGAIN_AFTER_MS = 1_500
const ACKNOWLEDGED_FOR_MS = [3_000, 15_000] as const
/** Of which the Procuraduría owes the duty, and of which INM does. */
const [OWED_BY_PPNNA, OWED_BY_INM] = [
  '[CASE_NOT_PROCESSED, NOT_REPRESENTED, NO_DETERMINATION]',
  '[HELD_WITHOUT_LEGAL_BASIS, HELD_IN_PROHIBITED_PLACE]',
]
/** A code that tells that nobody knows what was done, and not that it was refused. */
const TELLS_NOTHING =
  /^(?:SUBGRAPH_UNAVAILABLE|SIGN_IN_UNAVAILABLE|STARTING|INTERNAL|UNAVAILABLE|NOT_REACHED|STATUS 50\d)/

interface OfficialParts {
  actor: Actor
  headers: Readonly<Record<string, string>>
  gateways: readonly { reachedAt: string }[]
  chance: Chance
  pauseMs: number
}

export class Official {
  readonly log: Act[] = []
  readonly #parts: OfficialParts
  readonly #does: readonly Mutation[]

  constructor(parts: OfficialParts) {
    this.#parts = parts
    const { role } = parts.actor
    if (!(role in DOES)) throw new Error(`Nobody of the role ${role} acts on alerts here.`)
    this.#does = DOES[role as keyof typeof DOES] // It is one of them.
  }

  async run(signal: AbortSignal): Promise<void> {
    const { chance, pauseMs } = this.#parts
    const rest = (ms: number) => pause(ms, undefined, { signal }).catch(() => {})
    while (!signal.aborted) {
      await rest(pauseMs * (0.5 + chance.below(100) / 100))
      const mutation = chance.pick(this.#does)
      const wish = signal.aborted ? null : await this.#wish(mutation)
      if (!wish) continue
      this.log.push(wish.act)
      const isLeft = !chance.of(SHARE_SENT_AGAIN)
      while (!(await this.#send(wish)) && !isLeft && !signal.aborted) await rest(AGAIN_AFTER_MS)
    }
  }

  /** Null where there is nothing that it could be done about, or nobody could be asked. */
  async #wish(mutation: Mutation): Promise<Wish | null> {
    const { actor, chance } = this.#parts
    const key = randomUUID()
    const words = `${actor.sub} en la prueba ${key}`
    const usual = { author: actor.sub, mutation, tries: 0, outcome: 'UNKNOWN', until: null, answeredAt: null } as const
    if (mutation === 'answerByNumber')
      return {
        act: { ...usual, alertId: null, version: null, words },
        input: { number: `ACTA-${key.slice(0, 8)}`, text: words, key },
      }
    if (mutation === 'silenceAlerts') {
      const until = this.#soon()
      const input = { kind: ['HELD_WITHOUT_LEGAL_BASIS'], reason: words, until, key }
      return { act: { ...usual, alertId: null, version: null, words, until }, input }
    }
    const alert = await this.#anAlert(mutation === 'answerAlert' ? OWED_BY_PPNNA : OWED_BY_INM)
    if (!alert) return null
    const { id, version } = alert
    const act = { ...usual, alertId: id, version, words }
    switch (mutation) {
      case 'acknowledgeAlert': {
        const until = this.#soon()
        return { act: { ...act, until }, input: { id, version, reason: words, until, key } }
      }
      case 'assignAlert':
        return { act: { ...act, words: null }, input: { id, version, office: chance.pick(['SIPINNA', 'CNDH']), key } }
      case 'closeAlert':
        return { act, input: { id, version, reason: words, key } }
      case 'commentAlert':
      case 'answerAlert':
        return { act: { ...act, version: null }, input: { id, text: words, key } }
    }
  }

  #soon(): Date {
    const [least, most] = ACKNOWLEDGED_FOR_MS
    return new Date(Date.now() + least + this.#parts.chance.below(most - least))
  }

  async #anAlert(kinds: string): Promise<{ id: string; version: number } | null> {
    const question = `{ alerts(first: 20, filter: { isOpen: true, kind: ${kinds} }) { edges { node { id version } } } }`
    const { data } = await this.#ask(question)
    const edges = (data as Listed | null | undefined)?.alerts?.edges ?? []
    return edges.length === 0 ? null : this.#parts.chance.pick(edges).node
  }

  /** False when nobody knows what became of it. */
  async #send({ act, input }: Wish): Promise<boolean> {
    act.tries += 1
    const type = `${act.mutation[0]?.toUpperCase()}${act.mutation.slice(1)}Input`
    const given =
      act.mutation === 'silenceAlerts' ? 'silence { id }' : act.mutation.startsWith('answer') ? 'at' : 'alert { id }'
    const { data, code } = await this.#ask(
      `mutation ($input: ${type}!) { ${act.mutation}(input: $input) { ${given} } }`,
      { input },
    )
    act.answeredAt = new Date()
    if ((data as Record<string, unknown> | null | undefined)?.[act.mutation]) act.outcome = 'DONE'
    else if (code !== null && !TELLS_NOTHING.test(code)) act.outcome = code
    return act.outcome !== 'UNKNOWN'
  }

  #ask(query: string, variables: object = {}): Promise<Answer> {
    const { gateways, headers, chance } = this.#parts
    return askAt(chance.pick(gateways).reachedAt, headers, query, variables)
  }
}

interface Wish {
  act: Act
  input: object
}

interface Listed {
  alerts: { edges: { node: { id: string; version: number } }[] } | null
}
