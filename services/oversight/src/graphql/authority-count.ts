/** What an authority says of its own work, beside the registry's own figure. */

import type { Period } from '@vigia/kit/graph/counting'
import { checkPeriod } from '@vigia/kit/graph/counting'
import { checkPage, LARGEST_PAGE } from '@vigia/kit/graph/page'
import { builder, counting } from '../builder.ts'
import type { AuthorityCount } from '../rules/authority-counts.ts'
import type { ClaimedPlace } from '../store/claim-store.ts'
import { AuthorityMeasure, AuthoritySource, AuthorityTable } from './enums.ts'
import { PERIOD, State } from './state.ts'

const COVERED_UNTIL =
  'Last day that the table has rows for, of any state; never in the future. Null before any was sent.'
const OFFICIAL = 'Whether the authority published it itself. False: an unofficial compilation.'
const IS_REAL = 'True: real figures, in a synthetic registry too.'

const AuthorityCountType = builder
  .objectRef<AuthorityCount & { state: string; period: Period }>('AuthorityCount')
  .implement({
    description:
      'A claim of an authority: persons of all ages, as its own daily tables count them. Never the registry’s own count. Compiled and published by a third party on 27 May 2026, unofficial and unverified; the tables contradict one another.',
    access: 'stats:read',
    fields: (t) => ({
      table: t.expose('table', { type: AuthorityTable, description: 'The table that says so.' }),
      measure: t.expose('measure', { type: AuthorityMeasure, description: 'What the figure counts.' }),
      count: t.exposeInt('count', {
        nullable: true,
        description:
          'Persons. Null where the table says nothing of the territory in the period, or not of this measure (a column that was left out or blank, a file of adults that was not sent), and where the period cuts a month of which only the sum is known.',
      }),
      coveredUntil: t.expose('coveredUntil', { type: 'Date', nullable: true, description: COVERED_UNTIL }),
      official: t.boolean({ description: OFFICIAL, resolve: () => false }),
      isReal: t.boolean({ description: IS_REAL, resolve: () => true }),
      registryCount: t.int({
        nullable: true,
        description:
          "The registry's own figure of the same kind, children alone, for the days of the period that the table covers: first and later detections, entries of places where children are held or cared for, returns. Null where the registry counts nothing of the kind, and where nothing was told to it of the territory in any of those days.",
        resolve: ({ state, period, ...count }, _args, { claims }) => claims.registryCount(state, period, count),
      }),
    }),
  })

const ChannelledPlaceType = builder.objectRef<ClaimedPlace>('ChannelledPlace').implement({
  description:
    'A place to which INM says it channelled people (table CANALIZADOS), under the name INM gives it. Compiled and published by a third party, unofficial and unverified.',
  access: 'stats:read',
  fields: (t) => ({
    place: t.exposeString('place', {
      description: 'The name, in the spelling that is most frequent. One place may stand under several names.',
    }),
    count: t.exposeInt('count', { description: 'Persons of all ages channelled there in the period.' }),
    isRecorded: t.exposeBoolean('isRecorded', {
      description: 'False where nobody wrote the place down: OTRO, OTRO LUGAR, SIN REGISTRO.',
    }),
    coveredUntil: t.field({
      type: 'Date',
      nullable: true,
      description: COVERED_UNTIL,
      resolve: (_place, _args, { claims }) => claims.coveredUntil('CANALIZADOS'),
    }),
    official: t.boolean({ description: OFFICIAL, resolve: () => false }),
    isReal: t.boolean({ description: IS_REAL, resolve: () => true }),
  }),
})

builder.objectFields(State, (t) => ({
  authorityCounts: t.field({
    type: [AuthorityCountType],
    nullable: true,
    access: 'stats:read',
    description:
      'What an authority says of its own work in the period, table by table. Null when it cannot be read. The nation is the sum of the states.',
    args: {
      source: t.arg({ type: AuthoritySource, required: true, description: 'Whose tables they are.' }),
      period: t.arg({ type: counting.period, required: true, description: PERIOD }),
    },
    resolve: async ({ code }, args, { claims }) => {
      const period = checkPeriod(args.period)
      return (await claims.counts(code, period)).map((count) => ({ ...count, state: code, period }))
    },
  }),
  channelledPlaces: t.field({
    type: [ChannelledPlaceType],
    nullable: true,
    access: 'stats:read',
    description:
      'Where INM says it channelled people in the period, the most first, at most 100. Null where the table says nothing of the territory in the period, as after its last day, where the period cuts a month of which only the sum is known, and when it cannot be read.',
    args: {
      period: t.arg({ type: counting.period, required: true, description: PERIOD }),
      first: t.arg.int({ description: 'How many places, 1 to 100; 100 when left out.' }),
    },
    resolve: async ({ code }, { period, first }, { claims }) => {
      checkPage({ first })
      return (await claims.places(code, checkPeriod(period)))?.slice(0, first ?? LARGEST_PAGE)
    },
  }),
}))
