/** What this service adds to a state: how many children its Procuraduría was told of, and what it has not done. */
import { activeFilter } from '@vigia/kit/graph/counting'
import type { BacklogAge as AgeCode } from '@vigia/law/backlog-ages'
import { calendarVersion } from '@vigia/law/working-days'
import { builder, counting } from '../builder.ts'
import type { CaseworkRow } from '../store/casework-store.ts'
import { BacklogAge } from './codes.ts'

const BacklogCount = builder.objectRef<{ bucket: AgeCode; count: number }>('BacklogCount').implement({
  description: 'How many of the backlog are of one age.',
  access: 'stats:read',
  fields: (t) => ({
    bucket: t.expose('bucket', {
      type: BacklogAge,
      description:
        'Since the notice: hours by the clock, working days by the dates of LFPA art. 28, less those on which that Procuraduría has suspended its work.',
    }),
    count: t.exposeInt('count', { description: 'Children of that age of the backlog.' }),
  }),
})

const Casework = builder.objectRef<CaseworkRow>('Casework').implement({
  description:
    'What the Procuraduría has not done at asOf (LGDNNA arts. 122, 123). Sources: notices by INM and by the Procuraduría; its own files.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant whose figures these are.' }),
    unprocessed: t.exposeInt('unprocessed', {
      description:
        'Children of whom a Procuraduría was told and for whom no case was opened; each once, in the state of the first notice.',
    }),
    unprocessedByAge: t.field({
      type: [BacklogCount],
      description: 'The same by age of the first notice, all four ages; sums to unprocessed.',
      resolve: byAge,
    }),
    overdue: t.exposeInt('over5WorkingDays', {
      description: 'Of them, those told of more than five working days ago.',
    }),
    calendar: t.string({
      description:
        'The version of the calendar of working days by which it was counted: the day of its dates by LFPA art. 28, and after the plus how many entries on suspensions of work are in it.',
      resolve: ({ calendarEntries }) => calendarVersion(calendarEntries),
    }),
    oldestNotifiedAt: t.expose('oldestNotifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The first notice among them; null when there is none.',
    }),
    withoutDetermination: t.exposeInt('withoutDetermination', {
      nullable: true,
      description:
        'Children with a case and without a best-interests determination yet (LGDNNA art. 123; no legal term); each once, in the state of the first notice that a detection tells of, else of the first case. Null when none is known and the Procuraduría of the state, of the nation any, never told of its files (State.reporting).',
    }),
  }),
})

function byAge(row: CaseworkRow): { bucket: AgeCode; count: number }[] {
  return [
    { bucket: 'UNDER_24_HOURS', count: row.under24Hours },
    { bucket: 'FROM_24_TO_72_HOURS', count: row.from24To72Hours },
    { bucket: 'FROM_72_HOURS_TO_5_WORKING_DAYS', count: row.from72HoursTo5WorkingDays },
    { bucket: 'OVER_5_WORKING_DAYS', count: row.over5WorkingDays },
  ]
}

export const State = builder
  .externalRef('State', builder.selection<{ code: string }>('code'), ({ code }) => ({ code }))
  .implement({
    description: 'A federal entity of Mexico by the catalogue of INEGI, or the nation as the sum of the 32.',
    externalFields: (t) => ({ code: t.id() }),
    fields: (t) => ({
      casework: t.field({
        type: Casework,
        nullable: true,
        access: 'stats:read',
        description:
          "The Procuraduría's backlog now. Null when neither notices nor cases of the state were ever told of, and when the figures cannot be read.",
        args: { filter: t.arg({ type: counting.filter, description: 'Which children; all when left out.' }) },
        resolve: async ({ code }, { filter }, { casework }) => (await casework.read(activeFilter(filter)))?.get(code),
      }),
    }),
  })
