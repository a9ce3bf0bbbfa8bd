/** From when on something is an alert: the steps of every kind as they are in force, on what they rest, and who has set others. */

import { stateAsked } from '@vigia/kit/graph/counting'
import { atMostAPage } from '@vigia/kit/graph/rows-at-hand'
import { ALERT_KINDS, type AlertKind as KindCode } from '@vigia/law/alert-kinds'
import { type THRESHOLD_CLOCKS, type THRESHOLD_UNITS, type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { nameOfBasis } from '@vigia/law/bases'
import { codesOf } from '@vigia/law/code-list'
import { localDateOf } from '@vigia/law/mexican-time'
import { hasTerm, isBinding } from '@vigia/law/threshold-changes'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { inForceAt, thresholdsInForce } from '../rules/threshold-in-force.ts'
import { type SetThreshold, setThresholds } from '../store/threshold-store.ts'
import { LegalBasis } from './alert.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { State } from './state.ts'

const ThresholdUnit = builder.enumType('ThresholdUnit', {
  description: 'In what a threshold of an alert is told.',
  values: {
    HOURS: { description: 'Horas. Hours of the clock.' },
    DAYS: { description: 'Días naturales. Days of the clock.' },
    WORKING_DAYS: { description: 'Días hábiles. Working days, by LFPA art. 28.' },
    DAYS_BEFORE: { description: 'Días antes. Days before the day in question.' },
    HOURS_WITHIN: { description: 'Horas, a lo más. Hours of the clock, at most, after the fact before.' },
    PERCENT: { description: 'Por ciento. Per cent of the places, or of what there was.' },
    CHILDREN: { description: 'Niñas, niños y adolescentes. Children, counted.' },
  } as const satisfies Record<(typeof THRESHOLD_UNITS)[number], object>,
})

const ThresholdClock = builder.enumType('ThresholdClock', {
  description: 'From when the term of a step runs.',
  values: {
    DUTY: { description: 'Desde que nace el deber. Since the duty arose: an entry, a notice, a decree.' },
    ACT: { description: 'Al ocurrir el acto. No term: at once when something is done in spite of the duty.' },
    REQUEST: { description: 'Desde la solicitud. Since somebody was asked to act.' },
    FEWEST: { description: 'Mínimo. No term, and of all steps of the kind: of fewer nothing is said.' },
    SILENCE: {
      description:
        'Silencio. Of all steps of the kind: since an office owes its file; from then on what is open stays open, and nothing is opened.',
    },
  } as const satisfies Record<(typeof THRESHOLD_CLOCKS)[number], object>,
})

const AlertThresholdChange = builder.objectRef<SetThreshold>('AlertThresholdChange').implement({
  description:
    'A threshold that was set in the place of another, or taken back, from a day on. Source: who set it, in this registry.',
  access: 'oversight:read',
  fields: (t) => ({
    state: t.field({
      type: State,
      nullable: true,
      description: 'For which state; null when it is nationwide.',
      resolve: ({ state }) => (state === null ? null : { code: state }),
    }),
    value: t.exposeInt('amount', {
      nullable: true,
      description:
        'From how much on, in the unit of the step. Null when what was set there before was taken back: from then on the threshold of the nation holds in the state, and for the nation ownValue.',
    }),
    effectiveOn: t.expose('effectiveOn', { type: 'Date', description: 'From which local day on it is in force.' }),
    reason: t.exposeString('reason', { description: 'Why, in the words of who set it or took it back.' }),
    by: t.exposeString('setBy', { description: 'Who set it, as sign-in knows the account.' }),
    at: t.expose('setAt', {
      type: 'DateTime',
      description: 'When the secretary set it, as the registry wrote it down.',
    }),
  }),
})

/** The last are what is in force, and to come. */
const MOST_CHANGES = 100

export interface InForceStep {
  kind: KindCode
  step: number
  /** As the registry came with it. */
  own: Threshold
  /** What is in force today, and on what that rests. */
  value: number
  basis: Threshold['basis']
  changes: SetThreshold[]
}

export const AlertThreshold = builder.objectRef<InForceStep>('AlertThreshold').implement({
  description:
    'A step of a kind of alert: from how much on it is how grave, today. Source: the law, or a default of this registry; what the federal secretary has set in its place.',
  access: 'stats:read',
  fields: (t) => ({
    kind: t.expose('kind', { type: AlertKind, description: 'Of which kind of alert.' }),
    number: t.string({
      description: 'The number of that kind: A01 to A38, E for alerts of the registry itself.',
      resolve: ({ kind }) => ALERT_KINDS[kind].number,
    }),
    step: t.exposeInt('step', { description: 'Which step of that kind, from 0. Unit: a place in the order of steps.' }),
    severity: t.field({
      type: AlertSeverity,
      description: 'How grave it is then.',
      resolve: ({ own }) => own.severity,
    }),
    value: t.exposeInt('value', { description: 'From how much on, in its unit; 0 is at once.' }),
    unit: t.field({ type: ThresholdUnit, description: 'In what the value is told.', resolve: ({ own }) => own.unit }),
    runsFrom: t.field({
      type: ThresholdClock,
      description: 'From when its term runs; steps that run from different moments are alerts of their own.',
      resolve: ({ own }) => own.since,
    }),
    isOnAct: t.boolean({
      description:
        'True where it is raised by an act in spite of the duty, and not by a term: nothing of it can be set.',
      resolve: ({ own }) => !hasTerm(own),
    }),
    ownValue: t.int({ description: 'As the registry came with it, in its unit.', resolve: ({ own }) => own.amount }),
    isBinding: t.boolean({
      description: 'True for a term of a statute, judgment or protocol, which can only be made stricter.',
      resolve: ({ own }) => isBinding(own),
    }),
    restsOn: t.field({
      type: LegalBasis,
      nullable: true,
      description:
        'What it rests on as it is in force today: an article, a default of Vigía, or that the federal secretary has set it. Null only when it cannot be read.',
      resolve: ({ basis }) => ({ name: nameOfBasis(basis) }),
    }),
    changes: t.field({
      type: [AlertThresholdChange],
      access: 'oversight:read',
      description:
        'What was set in its place and taken back, in force or to come, for the nation and for states, the first first; at most 100, the last ones.',
      resolve: ({ changes }) => atMostAPage(changes.slice(-MOST_CHANGES)),
    }),
  }),
})

builder.queryField('alertThresholds', (t) =>
  t.field({
    type: [AlertThreshold],
    nullable: true,
    access: 'stats:read',
    description:
      'The steps of every kind of alert as they are in force today, in the order of their numbers. Null when they cannot be read.',
    args: {
      state: t.arg.id({ description: 'Of which state: INEGI or ISO code; of the nation when left out.' }),
      kind: t.arg({ type: AlertKind, description: 'Of one kind alone; of all when left out.' }),
    },
    resolve: async (_query, { state, kind }, context) => {
      const steps = await stepsInForce(stateAsked(state), context)
      return kind ? steps.filter((step) => step.kind === kind) : steps
    },
  }),
)

/** Of a state, or of the nation for null. */
export async function stepsInForce(state: string | null, { db, now }: Context): Promise<InForceStep[]> {
  const changes = await setThresholds(db.figures)
  const inForce = thresholdsInForce(changes, localDateOf(now()))
  return codesOf(ALERT_KINDS).flatMap((kind) => {
    const steps = state === null ? inForce.nation(kind) : inForceAt(inForce, kind, state)
    return thresholdsOf(kind).map((own, step) => ({
      ...{ kind, step, own, value: steps[step]?.amount ?? own.amount, basis: steps[step]?.basis ?? own.basis },
      changes: changes.filter((change) => change.kind === kind && change.step === step),
    }))
  })
}
