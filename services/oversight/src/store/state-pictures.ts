/** What oversight knows of states as a whole, as rules of alerts read it: their deliveries, and how their backlog moves. */
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import type { PoolClient } from 'pg'
import type { Breach, Delivery, DeliveryPicture, Secretariat, StatePicture } from '../engine/state.ts'
import { EXPECTED_FEEDS, type ExpectedFeed } from '../rules/expected-feeds.ts'

interface File {
  service: string
  feed: string
  source: string
  state: string | null
  cutoff: LocalDate
  id: string
  taken_at: Date
}

/** The file of each office that tells of the latest day; of one day, the one taken in last. */
const LAST_FILES = `
  select distinct on (service, feed, source, state) service, feed, source, state, cutoff_on::text as cutoff, batch_id as id, taken_at
  from oversight.feed_batch where not is_withdrawn order by service, feed, source, state, cutoff_on desc, taken_at desc, batch_id`
const SINCE = 'select min(taken_at) as since from oversight.feed_batch where not is_withdrawn'
const SECRETARIATS = `
  select distinct on (state) state, id, condition, since::text as since
  from oversight.secretariat_told where state = any ($1::char(2)[]) order by state, at desc, id desc`
/** One that was found to be none is none. */
const BREACHES = `
  select f.states, f.breach_id as id, f.authority, f.happened_at as "foundAt", t.happened_at as "toldAt"
  from oversight.breach_told f
  left join oversight.breach_told t on t.breach_id = f.breach_id and t.entry = 'TOLD'
  where f.entry = 'FOUND' and f.states && $1::char(2)[]
    and not exists (select from oversight.breach_told n where n.breach_id = f.breach_id and n.entry = 'NONE')`
const BACKLOG = `
  select u.day::text as day, s.state, s.n::int as n
  from unnest($1::date[]) u (day), lateral oversight.indicator_sums(array['UNPROCESSED_CASES'], '1990-01-01', u.day) s`

export async function statePictures(
  client: PoolClient,
  states: readonly string[],
  now: Date,
): Promise<Map<string, StatePicture>> {
  if (states.length === 0) return new Map()
  const today = localDateOf(now)
  const weekAgo = addDays(today, -7)
  const files = await client.query<File>({ name: 'alert-files', text: LAST_FILES })
  const first = await client.query<{ since: Date | null }>({ name: 'alert-registry-since', text: SINCE })
  const backlog = await client.query<{ day: string; state: string; n: number }>({
    name: 'alert-backlog',
    text: BACKLOG,
    values: [[today, weekAgo]],
  })
  const backlogOf = new Map(backlog.rows.map(({ day, state, n }) => [`${day} ${state}`, n]))
  const secretariats = await client.query<Secretariat & { state: string }>({
    ...{ name: 'alert-secretariats', text: SECRETARIATS, values: [states] },
  })
  const breaches = await client.query<Breach & { states: string[] }>({
    ...{ name: 'alert-breaches', text: BREACHES, values: [states] },
  })
  const registrySince = first.rows[0]?.since ?? null
  return new Map(
    states.map((state) => {
      const deliveries = EXPECTED_FEEDS.map((expected) => deliveryOf(expected, files.rows, state))
      const moved = { now: backlogOf.get(`${today} ${state}`) ?? 0, weekAgo: backlogOf.get(`${weekAgo} ${state}`) ?? 0 }
      const secretariat = secretariats.rows.find((told) => told.state === state) ?? null
      const ofState = breaches.rows.filter((breach) => breach.states.includes(state))
      return [state, { state, today, now, registrySince, deliveries, backlog: moved, secretariat, breaches: ofState }]
    }),
  )
}

/** A file without a state speaks for all of them. */
function deliveryOf(expected: ExpectedFeed, files: readonly File[], state: string): DeliveryPicture {
  const { service, feed, sources, usualPeriodInDays } = expected
  const last = files
    .filter((file) => file.service === service && file.feed === feed && (file.state === null || file.state === state))
    .filter(({ source }) => sources.some((one) => one === source))
    .reduce<File | null>((latest, file) => (latest && latest.cutoff >= file.cutoff ? latest : file), null)
  return {
    delivery: `${service}/${feed}/${sources[0]}` as Delivery,
    usualPeriodInDays,
    toldUntil: last && instantOf(addDays(last.cutoff, 1)),
    lastFile: last && { id: last.id, takenAt: last.taken_at },
  }
}
