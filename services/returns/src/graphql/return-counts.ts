/** How many children left Mexico by an act of authority in a period, and with which standing. */
import type { Counted } from '@vigia/kit/figures/period-counts'
import { codesOf } from '@vigia/law/code-list'
import { COUNTRIES } from '@vigia/law/countries'
import { ACCOMPANIMENTS } from '@vigia/law/people'
import { STANDINGS, type Standing as StandingCode } from '@vigia/law/standings'
import { builder, counting } from '../builder.ts'
import { Standing } from './codes.ts'

interface Returned {
  code: string
  totals: Counted
  knownFrom: string
  /** By company and nationality; read when one of them is asked for. */
  persons: () => Promise<Counted>
  destinations: () => Promise<Counted>
}

const StandingCount = builder.objectRef<{ standing: StandingCode; count: number }>('StandingCount').implement({
  description: 'How many returns of one standing.',
  access: 'stats:read',
  fields: (t) => ({
    standing: t.expose('standing', { type: Standing, description: 'Standing of these returns.' }),
    count: t.exposeInt('count', { description: 'Returns of that standing.' }),
  }),
})

export const ReturnCounts = builder.objectRef<Returned>('ReturnCounts').implement({
  description:
    'Children who left Mexico by an act of authority in a period: assisted returns, deportations, rejections at the border, expulsions (Ley de Migración arts. 112 III, 120; LGDNNA arts. 96, 97). Sources: returns by INM, determinations by the Procuradurías.',
  access: 'stats:read',
  fields: (t) => ({
    asOf: t.field({
      type: 'DateTime',
      description: 'The instant whose figures these are.',
      resolve: ({ totals }) => totals.asOf,
    }),
    knownFrom: t.expose('knownFrom', {
      type: 'Date',
      description:
        'First day of which INM has told; of the nation, of any state. Where it lies after the first day of the period, the figures tell of the rest alone.',
    }),
    total: t.int({
      description: 'Returns, by the local day of departure and the state that carried them out.',
      resolve: of('RETURNS'),
    }),
    withoutValidDetermination: t.int({
      description:
        'Returns without a determination that permits them, made before departure by a Procuraduría: total less VALID. Of one of the same day that was sent without an hour it is not known that it came before. What permitted an earlier return permits none after the child was found again. A determination of which no file has told is none: where a Procuraduría is silent, State.reporting says so.',
      resolve: of('RETURNS_WITHOUT_VALID_DETERMINATION'),
    }),
    byStanding: t.field({
      type: [StandingCount],
      description: 'Returns by standing, every standing; sums to total.',
      resolve: ({ code, totals }) =>
        codesOf(STANDINGS).map((standing) => ({ standing, count: totals.of(code, `STANDING_${standing}`) })),
    }),
    within72Hours: t.int({
      description:
        'Returns within 72 hours of the last detection, whatever their standing; a default of Vigía. A departure without an hour is counted from the beginning of its day, so that up to 24 more may have passed.',
      resolve: of('RETURNS_WITHIN_72_HOURS'),
    }),
    deportations: t.int({
      description: 'Deportations among them; must be 0 by law (Ley de Migración art. 120) and are never netted out.',
      resolve: of('DEPORTATIONS'),
    }),
  }),
})

builder.objectFields(ReturnCounts, (t) => ({
  byAccompaniment: t.field({
    type: [counting.byAccompaniment],
    description: 'Returns by the company at the first detection, every kind; sums to total.',
    resolve: async ({ code, persons }) => {
      const counted = (await persons()).by(code, 'RETURNS', 'accompaniment')
      return codesOf(ACCOMPANIMENTS).map((accompaniment) => ({ accompaniment, count: counted.get(accompaniment) ?? 0 }))
    },
  }),
  byNationality: t.field({
    type: [counting.byNationality],
    description: 'Returns by nationality, the most first, none with 0; sums to total.',
    resolve: async ({ code, persons }) => mostFirst((await persons()).by(code, 'RETURNS', 'nationality')),
  }),
  byDestination: t.field({
    type: [counting.byNationality],
    description: 'Returns by the country the child was sent to, the most first, none with 0; sums to total.',
    resolve: async ({ code, destinations }) => {
      const counted = await destinations()
      return mostFirst(COUNTRIES.map((country) => [country.code, counted.of(code, `DESTINATION_${country.code}`)]))
    },
  }),
}))

function of(indicator: string) {
  return ({ code, totals }: Returned): number => totals.of(code, indicator)
}

function mostFirst(counted: Iterable<readonly [string, number]>): { country: string; count: number }[] {
  return [...counted]
    .filter(([, count]) => count !== 0)
    .map(([country, count]) => ({ country, count }))
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}
