/** Sets a threshold in the place of the registry's own, or takes one back, from a day on. Whoever it concerns is judged again once it is in force. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { raiseVersion } from '@vigia/kit/tick'
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import type { LocalDate } from '@vigia/law/local-dates'
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import {
  faultOfStep,
  faultOfThreshold,
  stepMeant,
  THRESHOLD_AHEAD_IN_DAYS,
  type ThresholdWish,
} from '@vigia/law/threshold-changes'
import { faultOfWords } from '@vigia/law/written-words'
import { isSetOn, wouldBeOutOfOrder } from '../rules/threshold-in-force.ts'
import { isFirstUnder } from '../store/deed-store.ts'
import { addThreshold, changedThresholds } from '../store/threshold-store.ts'

export interface ThresholdSetting extends Omit<ThresholdWish, 'value'> {
  /** Null: what was set there before is taken back. */
  value: number | null
  /** Null: nationwide. */
  state: string | null
  reason: string
  effectiveOn: LocalDate
  key: string | null
}

export interface Setting {
  db: Pick<OversightDb, 'pool'>
  actor: Actor
  now: Date
  requestId: string
}

const NOTHING_SET = 'Nothing that was set of this step holds there on that day, so that there is nothing to take back.'
const OUT_OF_ORDER =
  'By this an alert would be graver before it is milder, here or in a state, now or once what was set for later is in force: keep the steps in their order.'

/** Gives which step of its kind was set, from 0. Throws Refusal. */
export async function setThreshold({ db, actor, now, requestId }: Setting, setting: ThresholdSetting): Promise<number> {
  const { key, ...asked } = setting
  const step = stepToSet(actor, setting, now)
  const reason = setting.reason.trim()
  await within(db.pool, async (client) => {
    if (!(await isFirstUnder(client, key, actor, asked))) return
    const { kind, state, value: amount, effectiveOn } = setting
    const wanted = { id: newId(), kind, step, state, amount, effectiveOn, setAt: now }
    // Of two that are set at once the second sees the first.
    await client.query("select pg_advisory_xact_lock(hashtext('vigia.thresholds'))")
    const changes = await changedThresholds(client)
    if (amount === null && !isSetOn(changes, wanted)) throw new Refusal('BAD_USER_INPUT', NOTHING_SET)
    if (wouldBeOutOfOrder(changes, wanted)) throw new Refusal('BAD_USER_INPUT', OUT_OF_ORDER)
    await addThreshold(client, { ...wanted, reason }, actor)
    const { sub: subject, role, org: office, states } = actor
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason, batchId: null },
      ...{
        asked: [amount === null ? 'endAlertThreshold' : 'setAlertThreshold'],
        types: ['AlertThreshold'],
        scopes: ['stats:read'],
        records: 0,
      },
      ...{ children: NO_IDS, missed: NO_IDS },
    })
    await raiseVersion(client, 'oversight')
  })
  return step
}

function stepToSet({ kind, states }: Actor, setting: ThresholdSetting, now: Date): number {
  const { state, value, reason, effectiveOn } = setting
  const today = localDateOf(now)
  const step = stepMeant(setting)
  const fault =
    (value === null ? faultOfStep(setting) : faultOfThreshold({ ...setting, value })) ??
    faultOfWords(reason, REASON_CHARACTERS) ??
    (effectiveOn < today || effectiveOn > addDays(today, THRESHOLD_AHEAD_IN_DAYS)
      ? 'It comes into force today or on a later day, within a year.'
      : null)
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  if (states !== null && (state === null || !states.includes(state)))
    throw new Refusal('FORBIDDEN', 'Set thresholds of a state of yours, and name it.')
  if (fault !== null || step === null) throw new Refusal('BAD_USER_INPUT', fault ?? 'No such step.')
  return step
}
