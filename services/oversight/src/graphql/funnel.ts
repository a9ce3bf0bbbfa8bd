/** The funnel of a cohort: how far its children came, and what became of those who came no further. */
import { activeFilter, checkPeriod } from '@vigia/kit/graph/counting'
import { builder, counting } from '../builder.ts'
import type { FateCount, FunnelStage } from '../rules/funnel.ts'
import type { KnownFunnel } from '../store/funnel-store.ts'
import { FateOfChild, Stage } from './enums.ts'
import { PERIOD, State } from './state.ts'

const FateCountType = builder.objectRef<FateCount>('FateCount').implement({
  description: 'How many children, by what became of them.',
  access: 'stats:read',
  fields: (t) => ({
    fate: t.expose('fate', { type: FateOfChild, description: 'What became of them.' }),
    count: t.exposeInt('count', { description: 'Children of that fate.' }),
  }),
})

const FunnelStageType = builder.objectRef<FunnelStage>('FunnelStage').implement({
  description: 'One stage of the funnel.',
  access: 'stats:read',
  fields: (t) => ({
    stage: t.expose('stage', { type: Stage, description: 'The stage that was reached.' }),
    reached: t.exposeInt('reached', {
      nullable: true,
      description:
        'Children who reached this stage or a later one: a case that was opened without a notice on record counts as notified. Never more than the stage before. Null when none is known and no Procuraduría ever told of it in the state.',
    }),
    lost: t.expose('lost', {
      type: [FateCountType],
      description:
        'Of the stage before, those of whom nobody told that they reached this one, by what became of them: every fate, summing to the difference. Empty for DETECTED.',
    }),
  }),
})

/** What is counted all the same, as a file that was opened in another state, is told. */
const UNTOLD = 'Null when none is known and no Procuraduría ever told of'

const FunnelType = builder.objectRef<KnownFunnel & { asOf: Date }>('Funnel').implement({
  description:
    'Children first detected in the period, by the local date and the state of their first detection, and how far they have come by asOf. Unit: children. Source: the files of INM, DIF and the Procuradurías, joined by identifiers.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant whose figures these are.' }),
    knownFrom: t.expose('knownFrom', {
      type: 'Date',
      description:
        'First day of which INM has told of detections; of the nation, of any state. Where it lies after the first day of the period, the cohort is that of the rest alone.',
    }),
    detected: t.exposeInt('detected', { description: 'Children first detected in the period.' }),
    detectionEvents: t.exposeInt('detectionEvents', {
      description: 'Detections of these children so far, at any time and in any state: at least as many.',
    }),
    notified: t.exposeInt('notified', {
      description:
        "Of these children, those with a notice to a Procuraduría on record, in INM's file or in the Procuraduría's own (Ley de Migración art. 112 II).",
    }),
    caseOpened: t.exposeInt('caseOpened', {
      nullable: true,
      description: `Of these children, those for whom a Procuraduría opened a case (LGDNNA art. 123). ${UNTOLD} its files in the state. Of the nation a state of which none did is among the detected alone.`,
    }),
    determined: t.exposeInt('determined', {
      nullable: true,
      description: `Of these children, those with a best-interests determination of a Procuraduría, of whatever outcome. ${UNTOLD} one in the state.`,
    }),
    planIssued: t.exposeInt('planIssued', {
      nullable: true,
      description: `Of these children, those with a plan to restore their rights (LGDNNA art. 123 IV). ${UNTOLD} determinations and plans in the state.`,
    }),
    represented: t.exposeInt('represented', {
      nullable: true,
      description: `Of these children, those represented by anybody at any time (LGDNNA art. 106). ${UNTOLD} representation in the state.`,
    }),
    residual: t.exposeInt('residual', {
      nullable: true,
      description: 'Children, detected - caseOpened. Null when caseOpened is not known.',
    }),
    residualByFate: t.expose('residualByFate', {
      type: [FateCountType],
      description:
        'Of these children, those of whom nobody told that a case was opened, by what became of them: every fate. Sums to the residual exactly, and to all who were detected where that is not known.',
    }),
    coverage: t.exposeFloat('coverage', {
      nullable: true,
      description:
        'Share of children, caseOpened / detected, from 0 to 1. Null when nobody was detected, and when caseOpened is not known.',
    }),
    stages: t.expose('stages', { type: [FunnelStageType], description: 'The five stages in order.' }),
  }),
})

builder.objectFields(State, (t) => ({
  funnel: t.field({
    type: FunnelType,
    nullable: true,
    access: 'stats:read',
    description:
      'How far the children came who were first detected in the period. Null when INM has told of no detection of the state in any part of it, and when it cannot be read.',
    args: {
      period: t.arg({ type: counting.period, required: true, description: PERIOD }),
      filter: t.arg({ type: counting.filter, description: 'Which children; all when left out.' }),
    },
    resolve: async ({ code }, { period, filter }, { funnels, registry }) => {
      const cohort = { period: checkPeriod(period), filter: activeFilter(filter) }
      const [funnel, { oversightAsOf }] = await Promise.all([funnels.funnel(code, cohort), registry.state()])
      return funnel && { ...funnel, asOf: oversightAsOf }
    },
  }),
}))
