/** How many children were found in a period, and of whom a Procuraduría was told. */
import type { Counted, Dimension } from '@vigia/kit/figures/period-counts'
import { codesOf } from '@vigia/law/code-list'
import { ACCOMPANIMENTS, AGE_GROUPS, type AgeGroup } from '@vigia/law/people'
import { builder, counting } from '../builder.ts'

interface Detected {
  code: string
  totals: Counted
  knownFrom: string
  /** By nationality, age group and company; read when one of them is asked for. */
  persons: () => Promise<Counted>
}

const AgeGroupCount = builder.objectRef<{ ageGroup: AgeGroup; count: number }>('AgeGroupCount').implement({
  description: 'How many, of one age group.',
  access: 'stats:read',
  fields: (t) => ({
    ageGroup: t.field({
      type: counting.ageGroup,
      description: 'The age group at the first detection.',
      resolve: (row) => row.ageGroup as never,
    }),
    count: t.exposeInt('count', { description: 'Children of that age group.' }),
  }),
})

export const DetectionCounts = builder.objectRef<Detected>('DetectionCounts').implement({
  description:
    'Children and detections in a period (Ley de Migración arts. 95, 98, 112). Source: INM, by its own files.',
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
    persons: t.int({
      description:
        'Children found for the first time in the period, by the local date and the state of the first detection.',
      resolve: ({ code, totals }) => totals.of(code, 'CHILDREN_DETECTED'),
    }),
    events: t.int({
      description:
        'Detections in the period; a child found twice counts twice. Under a filter those count that tell so themselves, as of the age group then: of a child these may be none, where another of its detections told it.',
      resolve: ({ code, totals }) => totals.of(code, 'DETECTIONS'),
    }),
    notified: t.int({
      description:
        'Detections of which a Procuraduría was told in the period, by the local date of the notice; under a filter as events.',
      resolve: ({ code, totals }) => totals.of(code, 'PPNNA_NOTIFIED'),
    }),
    byAccompaniment: t.field({
      type: [counting.byAccompaniment],
      description: 'Persons by accompaniment, every kind; sums to persons.',
      resolve: async (detected) => {
        const counted = await by(detected, 'accompaniment')
        return codesOf(ACCOMPANIMENTS).map((accompaniment) => ({
          accompaniment,
          count: counted.get(accompaniment) ?? 0,
        }))
      },
    }),
    byNationality: t.field({
      type: [counting.byNationality],
      description: 'Persons by nationality, the most first, none with 0; sums to persons.',
      resolve: async (detected) => mostFirst(await by(detected, 'nationality')),
    }),
    byAgeGroup: t.field({
      type: [AgeGroupCount],
      description: 'Persons by age group, every group; sums to persons.',
      resolve: async (detected) => {
        const counted = await by(detected, 'age_group')
        return codesOf(AGE_GROUPS).map((ageGroup) => ({ ageGroup, count: counted.get(ageGroup) ?? 0 }))
      },
    }),
  }),
})

async function by({ code, persons }: Detected, dimension: Dimension): Promise<Map<string, number>> {
  return (await persons()).by(code, 'CHILDREN_DETECTED', dimension)
}

function mostFirst(counted: Map<string, number>): { country: string; count: number }[] {
  return [...counted]
    .map(([country, count]) => ({ country, count }))
    .sort((a, b) => b.count - a.count || (a.country < b.country ? -1 : 1))
}
