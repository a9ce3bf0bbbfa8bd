/** When the clock of an alert began, what it rests on since, and by which fact it ended: as closely as the asker may know of whom they tell. */
import { hasScope } from '@vigia/kit/actor'
import { isShownInEmergency } from '@vigia/kit/opened'
import { MATRIX } from '@vigia/law/access-matrix'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { silencesThatFreeze } from '../rules/frozen-by.ts'
import { type Closeness, closenessOf, isEndedByOthers, toldAs } from '../rules/told-of-clock.ts'
import { dayOfEndingTells, tellsOf } from '../rules/who-may-know.ts'
import { type AlertRow, ofWhat } from '../store/alert-store.ts'
import { Alert } from './alert.ts'

type Told = Pick<AlertRow, 'kind' | 'childId' | 'facilityId'>

export async function closenessTo(
  { actor, places }: Pick<Context, 'actor' | 'places'>,
  alert: Told,
): Promise<Closeness> {
  const { kind, childId, facilityId } = alert
  const isOfPlace = childId === null && facilityId !== null
  return closenessOf(alert, {
    whom: hasScope(actor, tellsOf(kind)),
    whoIsThere: isOfPlace && hasScope(actor, 'location:read') && !(await places.isOfOthers(facilityId)),
  })
}

const latest = (one: Date, other: Date): Date => (one > other ? one : other)

/** In an emergency whoever's act tells of the child. */
async function endedByOthers({ resolvedBy, childId, facilityId }: AlertRow, { actor, places, now }: Context) {
  const { oversees } = MATRIX[actor.role]
  if (oversees === undefined || childId === null || resolvedBy === null) return false
  if (isShownInEmergency(actor, 'location:read', childId, now().getTime())) return false
  return isEndedByOthers(resolvedBy, oversees, (await places.ofOthers({ childId, facilityId })) !== null)
}

const AlertEnding = builder
  .objectRef<AlertRow & { closeness: Closeness; isOfOthers: boolean }>('AlertEnding')
  .implement({
    description: 'The fact that ended an alert. Source: the file that told of it.',
    access: 'oversight:read',
    fields: (t) => ({
      fact: t.string({
        description:
          'What kind of fact: stay (an exit), entry (into a place of care), place_told (what the place says of the stay), stay_elsewhere, detection, new_detection (the child was found again), detection_evidence, missing_report, protection_case, determination, restitution_plan, follow_up, representation, counsel_request, urgent_measure, asylum_claim, migration_document, executed_return, facility, complaint, breach, secretariat, work_suspension, first_birthday, batch (a file), or another_state (it turned out to be of another state, in which it is raised).',
        resolve: ({ resolvedBy }) => resolvedBy ?? '',
      }),
      id: t.id({
        nullable: true,
        description:
          'Id of that fact, of this registry. Null where it would tell the asker of whom it is, as that of a stay who left a place.',
        resolve: ({ resolvedById, closeness }) => (closeness === 'WHOLE' ? resolvedById : null),
      }),
      at: t.field({
        type: 'DateTime',
        nullable: true,
        description:
          'When the fact happened; the alert was resolved when the registry learned of it. Its local day, by its first instant, where the asker may not know of whom it is, and where it is an act of others (see Alert.competence). Null where nobody told when, of a place where the asker may not know who is there, and of an initial evaluation where he may not read what it found.',
        resolve: ({ kind, resolvedBy, endedAt, since, openedAt, closeness, isOfOthers }, _args, { actor }) => {
          const mayKnow = closeness !== 'RAISED' && hasScope(actor, dayOfEndingTells(kind, resolvedBy))
          if (!endedAt || !mayKnow) return null
          if (!isOfOthers) return toldAs(closeness, endedAt, openedAt)
          // Of the day on which its clock began no earlier moment is told: it would seem never to have run.
          return latest(toldAs('DAY', endedAt, openedAt), toldAs(closeness, since, openedAt))
        },
      }),
    }),
  })

const OR_LESS =
  'Where the asker may not know of which child it is, its local day, by its first instant; of a place where he may not know who is there, when the registry raised the alert.'

builder.objectFields(Alert, (t) => ({
  since: t.field({
    type: 'DateTime',
    access: 'oversight:read',
    description: `When its clock began: an entry, a notice, a departure; of a return that is planned, when the registry learned of the plan. ${OR_LESS}`,
    resolve: async (alert, _args, context) => toldAs(await closenessTo(context, alert), alert.since, alert.openedAt),
  }),
  reachedAt: t.field({
    type: 'DateTime',
    access: 'oversight:read',
    description: `When the term was over that made it as grave as it is; not when the registry learned of it, but where that is a plan to return the child. ${OR_LESS}`,
    resolve: async (alert, _args, context) =>
      toldAs(await closenessTo(context, alert), alert.reachedAt, alert.openedAt),
  }),
  frozenSince: t.field({
    type: 'DateTime',
    nullable: true,
    access: 'oversight:read',
    description:
      'Since when an office is silent that would tell what ends it: it stays open, and nobody knows whether it still holds. Null while they report who would, and once it was resolved.',
    resolve: async (alert, _args, { alerts }) => {
      const subjects = alert.resolvedAt ? [] : silencesThatFreeze({ state: alert.state, ...ofWhat(alert) })
      const silences = await Promise.all(subjects.map((subject) => alerts.silence.load(subject)))
      const since = silences.flatMap((silence) => (silence ? [silence.since.getTime()] : []))
      return since.length === 0 ? null : new Date(Math.min(...since))
    },
  }),
  resolvedBy: t.field({
    type: AlertEnding,
    nullable: true,
    access: 'oversight:read',
    description:
      'The fact that ended it. Null while it is open, and where no single fact did: what it rested on was corrected or withdrawn, a list told of more places or carers, a claim that was given up goes on, or a backlog no longer grows by as much as is in force.',
    resolve: async (alert, _args, context) =>
      alert.resolvedBy
        ? { ...alert, closeness: await closenessTo(context, alert), isOfOthers: await endedByOthers(alert, context) }
        : null,
  }),
}))
