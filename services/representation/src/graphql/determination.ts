/** A best-interests determination, and what was heeded in it. */
import type { Determination as DeterminationRow } from '@vigia/db/representation'
import { allKnown, answersIn, known, knownOrNull } from '@vigia/kit/graph/known-code'
import { AUTHORITIES, mayDetermineBestInterests } from '@vigia/law/authorities'
import { codesOf } from '@vigia/law/code-list'
import {
  DETERMINATION_OUTCOMES,
  DETERMINATION_STATUSES,
  GUARANTEES,
  type Guarantee as GuaranteeCode,
  permitsReturn,
} from '@vigia/law/determinations'
import { ANSWERS, type Answer as AnswerCode } from '@vigia/law/people'
import { RIGHTS } from '@vigia/law/rights'
import { builder } from '../builder.ts'
import { Answer, Authority, DeterminationOutcome, DeterminationStatus, Guarantee, Right } from './codes.ts'

const GuaranteeAnswer = builder
  .objectRef<{ guarantee: GuaranteeCode; answer: AnswerCode; on: string | null }>('GuaranteeAnswer')
  .implement({
    description: 'Whether one guarantee was heeded.',
    access: 'risk:read',
    fields: (t) => ({
      guarantee: t.expose('guarantee', { type: Guarantee, description: 'Which guarantee it is.' }),
      answer: t.expose('answer', { type: Answer, description: 'UNKNOWN where nobody wrote it down.' }),
      on: t.expose('on', {
        type: 'Date',
        nullable: true,
        description: 'Local day on which it was heeded; null where it was not, and where nobody wrote the day down.',
      }),
    }),
  })

export const Determination = builder.objectRef<DeterminationRow>('Determination').implement({
  description:
    'A best-interests determination (LGDNNA art. 123, Ley de Migración arts. 74, 112 III). Source: the Procuraduría.',
  access: 'risk:read',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the determination, of this registry.' }),
    number: t.exposeString('number', { access: 'child:identify', description: 'Number that its authority gave it.' }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      description:
        'When it was decided; the last instant of the local day (23:59:59.999 in Mexico City) where it was sent without an hour.',
    }),
    outcome: t.field({
      type: DeterminationOutcome,
      description: 'What it says is best for the child.',
      resolve: ({ outcome }) => known(DETERMINATION_OUTCOMES, outcome),
    }),
    authority: t.field({
      type: Authority,
      description: 'Which authority decided.',
      resolve: (row) => known(AUTHORITIES, row.authority),
    }),
    isByCompetentAuthority: t.boolean({
      description: 'Whether the authority may determine the best interests of a child: a Procuraduría alone.',
      resolve: ({ authority }) => mayDetermineBestInterests(known(AUTHORITIES, authority)),
    }),
    permitsReturn: t.boolean({
      description: 'Whether it permits the return to the country of origin.',
      resolve: ({ outcome }) => permitsReturn(known(DETERMINATION_OUTCOMES, outcome)),
    }),
    guarantees: t.field({
      type: [GuaranteeAnswer],
      description: 'Every guarantee with its answer, and its day.',
      resolve: ({ guarantees, guaranteedOn }) => {
        const answers = answersIn(guarantees)
        const days = answersIn(guaranteedOn)
        return codesOf(GUARANTEES).map((guarantee) => ({
          guarantee,
          answer: known(ANSWERS, answers[guarantee] ?? 'UNKNOWN'),
          on: days[guarantee] ?? null,
        }))
      },
    }),
  }),
})

builder.objectFields(Determination, (t) => ({
  violatedRights: t.field({
    type: [Right],
    description:
      'The rights that it finds violated (LGDNNA arts. 13, 123 I); empty when it names none, or when not recorded.',
    resolve: ({ violatedRights }) => allKnown(RIGHTS, violatedRights),
  }),
  factors: t.exposeString('factors', {
    nullable: true,
    description:
      'What it weighed of the child, its family, the way and the country of origin, as the Procuraduría words it; null when not recorded.',
  }),
  openedAt: t.expose('openedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When the evaluation began; null when not recorded.',
  }),
  status: t.field({
    type: DeterminationStatus,
    nullable: true,
    description: 'How far it is: decided, reviewed, challenged; null when not recorded.',
    resolve: ({ status }) => knownOrNull(DETERMINATION_STATUSES, status),
  }),
  reviewer: t.exposeString('reviewer', {
    nullable: true,
    access: 'oversight:read',
    description: 'Which office or official reviewed it; null when not recorded.',
  }),
}))
