/** What is counted within a period, by whole months and the days around them, is the sum of its days, wherever it begins and ends. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(DAYS)
  for (const statement of [...OF_CHILDREN, ...OF_OVERSIGHT]) await database.query(statement)
})
afterAll(() => database.drop())

/** Of each day another number in each cell, so that a day more, a day less or another kind shows. */
const DAYS = `
  insert into children.cube (indicator, state, day, nationality, age_group, accompaniment, n)
  select 'DETECTIONS', state, day, nationality, age_group, accompaniment, row_number() over ()
  from unnest('{07,32}'::text[]) state, generate_series(date '2025-12-29', date '2026-03-03', interval '1 day') day,
    unnest('{HND,GTM}'::text[]) nationality, unnest('{FROM_0_TO_11,FROM_12_TO_17}'::text[]) age_group,
    unnest('{SEPARATED,ACCOMPANIED}'::text[]) accompaniment`
const MONTH = `date_trunc('month', day)::date`
const OF_CHILDREN = [
  `insert into children.day_counter (indicator, state, day, n) select indicator, state, day, sum(n) from children.cube group by 1, 2, 3`,
  `insert into children.month_counter (indicator, state, month, n)
   select indicator, state, ${MONTH}, sum(n) from children.cube group by 1, 2, 3`,
  `insert into children.month_cube (indicator, state, month, nationality, age_group, accompaniment, n)
   select indicator, state, ${MONTH}, nationality, age_group, accompaniment, sum(n) from children.cube group by 1, 2, 3, 4, 5, 6`,
]
/** Whose months are summed by triggers, of what is counted anew too. */
const OF_OVERSIGHT = [
  `insert into oversight.cube (indicator, state, day, nationality, age_group, accompaniment, n)
   select indicator, state, day, nationality, age_group, accompaniment, 1 from children.cube`,
  `update oversight.cube o set n = c.n from children.cube c where (o.state, o.day, o.nationality, o.age_group, o.accompaniment)
     = (c.state, c.day, c.nationality, c.age_group, c.accompaniment)`,
  `insert into oversight.indicator_day (indicator, state, day, n) select indicator, state, day, 1 from children.day_counter`,
  `update oversight.indicator_day o set n = c.n from children.day_counter c where (o.state, o.day) = (c.state, c.day)`,
]

/** Firsts and lasts of months, days within them, and a year that has more of none. */
const EDGES = `{2025-01-01,2025-12-29,2025-12-31,2026-01-01,2026-01-02,2026-01-31,2026-02-01,2026-02-15,2026-02-28,2026-03-01,2026-03-02,2026-03-03,2026-12-31}`
const whole = (condition = 'true') =>
  `select state, sum(n) as n from children.cube where day between s.since and s.until and ${condition} group by 1`
const filtered = (filters: string) =>
  `select state, n from outbox.period_counts('children', '{DETECTIONS}', s.since, s.until, '{}', ${filters})`
const byKind = (kind: string) =>
  `select state || coalesce(${kind}, '') as state, n
   from outbox.period_counts('children', '{DETECTIONS}', s.since, s.until, '{${kind}}', null, null, null)`
const wholeByKind = (kind: string) =>
  `${whole()} union all select state || ${kind}, sum(n) from children.cube where day between s.since and s.until group by 1`

const COUNTED: [what: string, counted: string, summed: string][] = [
  ['counters', `select state, n from outbox.period_sums('children', s.since, s.until)`, whole()],
  ['counters of some indicators', filtered('null, null, null'), whole()],
  ['a nationality', filtered(`'{HND}', null, null`), whole(`nationality = 'HND'`)],
  ['an age group', filtered(`null, '{FROM_12_TO_17}', null`), whole(`age_group = 'FROM_12_TO_17'`)],
  ['a company', filtered(`null, null, '{SEPARATED}'`), whole(`accompaniment = 'SEPARATED'`)],
  ...['nationality', 'age_group', 'accompaniment'].map((kind): [string, string, string] => [
    `each ${kind}`,
    byKind(kind),
    wholeByKind(kind),
  ]),
  ['indicators', `select state, n from oversight.indicator_sums('{DETECTIONS}', s.since, s.until)`, whole()],
  [
    'indicators of some children',
    `select state, n from oversight.filtered_sums(s.since, s.until, '{GTM}', '{FROM_0_TO_11}', '{SEPARATED}')`,
    whole(`nationality = 'GTM' and age_group = 'FROM_0_TO_11' and accompaniment = 'SEPARATED'`),
  ],
  [
    'indicators of all children',
    'select state, n from oversight.filtered_sums(s.since, s.until, null, null, null)',
    whole(),
  ],
]

test.each(COUNTED)(
  '%s within a period are those of its days, wherever it begins and ends',
  async (_what, counted, summed) => {
    const told = (rows: string) =>
      `lateral (select coalesce(jsonb_object_agg(state, n), '{}') as told from (${rows}) x)`
    const wrong = await database.query(
      `select s.since::text, s.until::text, c.told as counted, d.told as summed
     from (select since, until from unnest('${EDGES}'::date[]) since, unnest('${EDGES}'::date[]) until where since <= until) s,
       ${told(counted)} c, ${told(summed)} d
     where c.told <> d.told`,
    )

    expect(wrong).toEqual([])
  },
)

test('a period without a beginning or an end is all that there is before, or since', async () => {
  const [row] = await database.query(
    `select (select sum(n)::int from outbox.period_sums('children', null, '2026-01-15')) as before,
       (select sum(n)::int from children.cube where day <= '2026-01-15') as "daysBefore",
       (select sum(n)::int from outbox.period_sums('children', '2026-01-15', null)) as since,
       (select sum(n)::int from children.cube where day >= '2026-01-15') as "daysSince"`,
  )

  expect([row?.['before'], row?.['since']]).toEqual([row?.['daysBefore'], row?.['daysSince']])
})
