/** What the federal secretary does about thresholds: sets one in the place of another from a day on, or takes it back. */
import { trailOf } from '@vigia/kit/audit/trail'
import { stateAsked } from '@vigia/kit/graph/counting'
import type { AlertKind as KindCode, AlertSeverity as SeverityCode } from '@vigia/law/alert-kinds'
import type { LocalDate } from '@vigia/law/local-dates'
import { setThreshold } from '../actions/set-threshold.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { AlertKind, AlertSeverity } from './enums.ts'
import { AlertThreshold, type InForceStep, stepsInForce } from './thresholds.ts'

const STEP = {
  kind: 'Which kind of alert.',
  severity: 'Which of its steps, by how grave it is.',
  step: 'Which step, from 0, where the kind has several of that severity.',
  reason: 'Why, so that whoever oversees understands it: 20 characters at least and 500 at most, one line.',
  effectiveOn: 'From which local day on: today or later, within a year.',
  key: 'Of the choice of who asks, 8 to 100 characters: the same once more does nothing again; something else under it is IDEMPOTENCY_MISMATCH.',
} as const

const SetAlertThresholdInput = builder.inputType('SetAlertThresholdInput', {
  description: 'Which step of which kind is set, to what, where, from when on, and why.',
  fields: (t) => ({
    kind: t.field({ type: AlertKind, required: true, description: STEP.kind }),
    severity: t.field({ type: AlertSeverity, required: true, description: STEP.severity }),
    step: t.int({ description: STEP.step }),
    state: t.id({ description: 'For which state: INEGI or ISO code; nationwide when left out.' }),
    value: t.int({ required: true, description: 'From how much on, in the unit of the step.' }),
    reason: t.string({ required: true, description: STEP.reason }),
    effectiveOn: t.field({ type: 'Date', required: true, description: STEP.effectiveOn }),
    key: t.string({ description: STEP.key }),
  }),
})

const EndAlertThresholdInput = builder.inputType('EndAlertThresholdInput', {
  description: 'What was set of which step of which kind is taken back, where, from when on, and why.',
  fields: (t) => ({
    kind: t.field({ type: AlertKind, required: true, description: STEP.kind }),
    severity: t.field({ type: AlertSeverity, required: true, description: STEP.severity }),
    step: t.int({ description: STEP.step }),
    state: t.id({ description: 'Of which state: INEGI or ISO code; what was set nationwide when left out.' }),
    reason: t.string({ required: true, description: STEP.reason }),
    effectiveOn: t.field({ type: 'Date', required: true, description: STEP.effectiveOn }),
    key: t.string({ description: STEP.key }),
  }),
})

const SetAlertThresholdPayload = builder.objectRef<InForceStep>('SetAlertThresholdPayload').implement({
  description: 'The step that was set. Source: the registry itself.',
  access: 'stats:read',
  fields: (t) => ({
    threshold: t.field({
      type: AlertThreshold,
      description: 'The step as it is in force today, with what was set for later among its changes.',
      resolve: (step) => step,
    }),
  }),
})

const EndAlertThresholdPayload = builder.objectRef<InForceStep>('EndAlertThresholdPayload').implement({
  description: 'The step of which something was taken back. Source: the registry itself.',
  access: 'stats:read',
  fields: (t) => ({
    threshold: t.field({
      type: AlertThreshold,
      description: 'The step as it is in force today, with what was taken back for later among its changes.',
      resolve: (step) => step,
    }),
  }),
})

builder.mutationField('setAlertThreshold', (t) =>
  t.field({
    type: SetAlertThresholdPayload,
    nullable: true,
    access: 'threshold:set',
    description:
      'Sets from when on something is an alert, from a day on. Whoever it concerns is judged again then. A term that is no default of the registry can only be made stricter. Null with an error: BAD_USER_INPUT says what is wrong.',
    args: { input: t.arg({ type: SetAlertThresholdInput, required: true, description: 'Which, to what, and why.' }) },
    resolve: (_mutation, { input }, context) => changed(input, input.value, context),
  }),
)

builder.mutationField('endAlertThreshold', (t) =>
  t.field({
    type: EndAlertThresholdPayload,
    nullable: true,
    access: 'threshold:set',
    description:
      'Takes back what was set of a step, from a day on: in a state the threshold of the nation holds then, and for the nation that with which the registry came. What was raised by it stays. Null with an error: BAD_USER_INPUT says what is wrong, as that nothing is set there on that day.',
    args: {
      input: t.arg({
        type: EndAlertThresholdInput,
        required: true,
        description: 'Which of what was set, from when on, and why.',
      }),
    },
    resolve: (_mutation, { input }, context) => changed(input, null, context),
  }),
)

interface Asked {
  kind: KindCode
  severity: SeverityCode
  step?: number | null | undefined
  state?: string | null | undefined
  reason: string
  effectiveOn: LocalDate
  key?: string | null | undefined
}

/** Null: what was set is taken back. Gives the step as it is in force today. */
async function changed(input: Asked, value: number | null, context: Context): Promise<InForceStep> {
  const { kind, severity, reason, effectiveOn } = input
  const state = stateAsked(input.state)
  const { db, actor } = context
  const setting = { db, actor, now: context.now(), requestId: trailOf(context).requestId }
  const of = { kind, severity, step: input.step ?? null, value, state }
  const set = await setThreshold(setting, { ...of, reason, effectiveOn, key: input.key ?? null })
  const found = (await stepsInForce(state, context)).find((one) => one.kind === kind && one.step === set)
  if (!found) throw new Error('A threshold that was set is not there.')
  return found
}
