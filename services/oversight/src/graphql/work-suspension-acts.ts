/** The acts by which the federal secretary keeps the calendar of working days: a suspension of work is recorded, or withdrawn. */
import { trailOf } from '@vigia/kit/audit/trail'
import { stateAsked } from '@vigia/kit/graph/counting'
import type { Telling } from '../actions/tell-of-secretariat.ts'
import { tellOfSuspension, withdrawSuspension } from '../actions/tell-of-suspension.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import type { SuspensionRow } from '../store/suspension-store.ts'
import { CalendarAuthority, WorkSuspension } from './work-suspensions.ts'

const WorkSuspensionPayload = builder.objectRef<SuspensionRow>('WorkSuspensionPayload').implement({
  description: 'The suspension as it stands now. Source: the registry itself.',
  access: 'oversight:read',
  fields: (t) => ({
    suspension: t.field({
      type: WorkSuspension,
      description: 'With what was written down.',
      resolve: (suspension) => suspension,
    }),
  }),
})

const tellingOf = (context: Context): Telling => ({
  ...{ db: context.db, actor: context.actor, now: context.now(), requestId: trailOf(context).requestId },
})

const WORDS = 'one line, 20 characters at least and 500 at most'

const RecordWorkSuspensionInput = builder.inputType('RecordWorkSuspensionInput', {
  description: 'Which authority suspends its work, on which days, and by which agreement.',
  fields: (t) => ({
    authority: t.field({ type: CalendarAuthority, required: true, description: 'Whose work is suspended.' }),
    state: t.id({
      description: 'Of which state, where each has one of its own: INEGI or ISO code; left out for the federation.',
    }),
    from: t.field({ type: 'Date', required: true, description: 'Its first local day.' }),
    until: t.field({ type: 'Date', required: true, description: 'Its last local day: 92 days at most in all.' }),
    publishedOn: t.field({
      type: 'Date',
      required: true,
      description: 'When the agreement was published, in the DOF or in the gazette of the state: today or before.',
    }),
    agreement: t.string({ required: true, description: `Which agreement it is (its title, its number): ${WORDS}.` }),
    key: t.string({
      description:
        'Of the choice of who asks, 8 to 100 characters: the same once more writes nothing again (CONFLICT: it stands in the list); something else under it is IDEMPOTENCY_MISMATCH.',
    }),
  }),
})

builder.mutationField('recordWorkSuspension', (t) =>
  t.field({
    type: WorkSuspensionPayload,
    nullable: true,
    access: 'calendar:keep',
    description:
      'Records days on which an authority suspends its work. Its own terms of working days end later by them, and alerts on them are judged again; those of other authorities do not. Null with an error: BAD_USER_INPUT says what is wrong.',
    args: {
      input: t.arg({
        type: RecordWorkSuspensionInput,
        required: true,
        description: 'Whose work, on which days, by which agreement.',
      }),
    },
    resolve: (_mutation, { input }, context) => {
      const { authority, from, until, publishedOn, agreement, key } = input
      const state = stateAsked(input.state)
      return tellOfSuspension(tellingOf(context), {
        ...{ authority, state, from, until, publishedOn, agreement, key: key ?? null },
      })
    },
  }),
)

const WithdrawWorkSuspensionInput = builder.inputType('WithdrawWorkSuspensionInput', {
  description: 'Which suspension counts no more, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The id of the suspension.' }),
    reason: t.string({ required: true, description: `Why it counts no more: ${WORDS}.` }),
  }),
})

builder.mutationField('withdrawWorkSuspension', (t) =>
  t.field({
    type: WorkSuspensionPayload,
    nullable: true,
    access: 'calendar:keep',
    description:
      'Takes a suspension out of the calendar: terms end as they did before it, and it stays in the list as withdrawn. Null with an error: NOT_FOUND where there is none, CONFLICT for one that was withdrawn.',
    args: {
      input: t.arg({
        type: WithdrawWorkSuspensionInput,
        required: true,
        description: 'Which one, and why it counts no more.',
      }),
    },
    resolve: (_mutation, { input: { id, reason } }, context) =>
      withdrawSuspension(tellingOf(context), { id: String(id), reason }),
  }),
)
