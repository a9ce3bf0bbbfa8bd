/**
 * What INM asks before it returns a child or turns to a consulate (security.md 3.8). A number of nobody, of another office and of a
 * child of whom nothing is permitted are answered alike; so is a service that cannot answer (gateway, fail-closed.ts).
 */
import type { Gate } from '@vigia/law/gates'
import { localDateOf } from '@vigia/law/mexican-time'
import { builder } from '../builder.ts'
import { consularContactGate, returnGate } from '../rules/gates.ts'
import { GateAnswer } from './codes.ts'

interface Answered {
  /** For the audit alone: no field tells it. */
  childId: string | null
  answer: Gate
}
interface AnsweredOfReturn extends Answered {
  documentNumber: string | null
  documentDate: string | null
}

const ReturnGate = builder.objectRef<AnsweredOfReturn>('ReturnGate').implement({
  description:
    'Whether a child may be returned, by the word of a Procuraduría (LGDNNA art. 97, Ley de Migración art. 74).',
  access: 'gate:read',
  fields: (t) => ({
    answer: t.field({
      type: GateAnswer,
      description: 'Whether a return that left now would have a determination of a Procuraduría that permits it.',
      resolve: ({ answer }) => answer,
    }),
    documentNumber: t.exposeString('documentNumber', {
      nullable: true,
      description: 'Number of the determination that permits it; null where none does.',
    }),
    documentDate: t.expose('documentDate', {
      type: 'Date',
      nullable: true,
      description: 'Local day of that determination; null where none permits the return.',
    }),
  }),
})

const ConsularContactGate = builder.objectRef<Answered>('ConsularContactGate').implement({
  description:
    'Whether the consulate of a child may be turned to, by the word of a Procuraduría (Ley de Migración art. 112 V, LRPCAP art. 21).',
  access: 'gate:read',
  fields: (t) => ({
    answer: t.field({
      type: GateAnswer,
      description: 'Whether the latest act of a Procuraduría on it permits the contact.',
      resolve: ({ answer }) => answer,
    }),
  }),
})

const NUMBER = {
  required: true,
  description: 'Number that INM gave to a detection of its own (DetectionReceipt.number).',
} as const
const CLOSED =
  'NOT_PERMITTED for every child until a Procuraduría has acted, for a number that the asker’s office did not write, and where it cannot be looked up: why is never told. Null for nobody.'

builder.queryFields((t) => ({
  returnGate: t.field({
    type: ReturnGate,
    nullable: true,
    access: 'gate:read',
    description: `Whether the child of a detection may be returned. ${CLOSED}`,
    args: { number: t.arg.string(NUMBER) },
    resolve: async (_query, { number }, { gates, now }) => {
      const { childId, rows } = await gates.determinations(number)
      const { answer, document } = returnGate(now(), rows)
      return {
        childId,
        answer,
        documentNumber: document?.number ?? null,
        documentDate: document && localDateOf(document.decidedAt),
      }
    },
  }),
  consularContactGate: t.field({
    type: ConsularContactGate,
    nullable: true,
    access: 'gate:read',
    description: `Whether the consulate may be turned to for the child of a detection. ${CLOSED}`,
    args: { number: t.arg.string(NUMBER) },
    resolve: async (_query, { number }, { gates }) => {
      const { childId, rows } = await gates.consularActs(number)
      return { childId, answer: consularContactGate(rows) }
    },
  }),
}))
