/** A series: an indicator by day, week or month, with the reason where a count is missing. */

import { Refusal } from '@vigia/kit/errors'
import { checkPeriod } from '@vigia/kit/graph/counting'
import type { Grain, Indicator } from '@vigia/law/indicators'
import { builder } from '../builder.ts'
import { MOST_POINTS, pointsOf } from '../rules/points-of-series.ts'
import type { SeriesPoint } from '../rules/series.ts'
import { GrainOfSeries, IndicatorOfSeries, MissingReason } from './enums.ts'
import { State } from './state.ts'

const SeriesPointType = builder.objectRef<SeriesPoint>('SeriesPoint').implement({
  description: 'One day, week or month of a series; the first and the last are cut where the range begins and ends.',
  access: 'stats:read',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'First local day of it, counted too.' }),
    to: t.expose('to', { type: 'Date', description: 'Last local day of it, counted too.' }),
    count: t.exposeInt('count', {
      nullable: true,
      description:
        'A flow: what happened in these days. A stock: how many there were at the end of `to`. Null when `missing` says why.',
    }),
    missing: t.expose('missing', {
      type: MissingReason,
      nullable: true,
      description:
        'Why there is no count; null when there is one. NOT_YET_CLOSED: it ends today or later. NOT_REPORTED: the authority that tells of it had not told of the state until its end, or it ends before the first day told of (of the nation: of any state).',
    }),
    statesNotReported: t.exposeInt('statesNotReported', {
      description:
        'States that had not been told of until its end, or not yet: 0 or 1 of a state, 0 to 32 of the nation.',
    }),
  }),
})

interface Series {
  indicator: Indicator
  grain: Grain
  asOf: Date
  points: SeriesPoint[]
}

const SeriesType = builder.objectRef<Series>('Series').implement({
  description: 'An indicator over time. Source: the day counters of all services.',
  access: 'stats:read',
  fields: (t) => ({
    indicator: t.expose('indicator', {
      type: IndicatorOfSeries,
      description:
        'What the series counts. What a Procuraduría did for a child stands in the state of the first notice that a detection tells of, else of the first case.',
    }),
    grain: t.expose('grain', { type: GrainOfSeries, description: 'How wide a point is.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The instant whose figures these are.' }),
    points: t.expose('points', {
      type: [SeriesPointType],
      description: 'All points of the range in order, those without a count too; at most 1,500.',
    }),
  }),
})

builder.objectFields(State, (t) => ({
  series: t.field({
    type: SeriesType,
    nullable: true,
    access: 'stats:read',
    description: `An indicator over time; at most ${MOST_POINTS} points. Null when it cannot be read.`,
    args: {
      indicator: t.arg({ type: IndicatorOfSeries, required: true, description: 'What the series counts.' }),
      grain: t.arg({ type: GrainOfSeries, required: true, description: 'How wide a point is.' }),
      from: t.arg({ type: 'Date', required: true, description: 'First local day of it, counted too.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last local day; not before the first.' }),
    },
    resolve: async ({ code }, { indicator, grain, from, to }, { series, registry }) => {
      const points = pointsOf(grain, checkPeriod({ from, to }))
      if (!points) throw new Refusal('BAD_USER_INPUT', `A series has at most ${MOST_POINTS} points: ask for less.`)
      const { oversightAsOf: asOf } = await registry.state()
      return { indicator, grain, asOf, points: await series.series(code, { indicator, grain, points }, asOf) }
    },
  }),
}))
