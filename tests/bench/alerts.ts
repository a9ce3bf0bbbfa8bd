/** How long after a threshold an alert stands, for many children of whom few are somewhere: by the service's own rounds, in a process of its own. */
import { setTimeout as wait } from 'node:timers/promises'
import { urlOfRole } from '@vigia/db/roles'
import pg from 'pg'
import { openService } from '../../services/oversight/src/service.ts'
import { type BenchServer, emptyDatabase, query } from './database.ts'
import { measureFirstTries } from './first-tries.ts'

export interface AlertFigures {
  children: number
  openStays: number
  /** Children judged a second while everybody who is somewhere is due at once. */
  judgedASecond: number
  /** Milliseconds from the threshold to the row that others can read. */
  latencies: readonly number[]
  /** Milliseconds from the commit of an alert to the first try of a webhook. */
  firstTries: readonly number[]
  /** How whoever is due is found. */
  plan: string
}

/** One child in so many is somewhere now; of these, the last so many cross 36 hours while it is measured. */
const OPEN_STAYS = 30_000
const CROSSING = 200
const SECONDS = 20

export async function measureAlerts(
  server: BenchServer,
  children: number,
  say: (step: string) => void,
): Promise<AlertFigures> {
  const url = await emptyDatabase(server, `alerts_${children}`)
  for (const statement of SEED) {
    say(statement.trim().split('\n').at(0) ?? '')
    await query(url, statement.replaceAll('$N', String(children)).replaceAll('$OPEN', String(OPEN_STAYS)))
  }
  const service = openService({
    OVERSIGHT_DATABASE_URL: urlOfRole(url, 'vigia_oversight'),
    WEBHOOKS_TO_LOOPBACK: 'yes',
  })
  const began = performance.now()
  for (let did = 1; did > 0; ) did = await service.round(new Date())
  const judgedASecond = OPEN_STAYS / ((performance.now() - began) / 1_000)
  say(`judged whoever is somewhere, ${Math.round(judgedASecond)} a second`)
  await query(url, CROSS.replaceAll('$CROSSING', String(CROSSING)).replaceAll('$SECONDS', String(SECONDS)))
  for (let did = 1; did > 0; ) did = await service.round(new Date())
  const stop = await service.start()
  const latencies = await watch(url)
  const firstTries = await measureFirstTries(service, url)
  say(`${firstTries.length} first tries of webhooks`)
  await stop()
  await service.close()
  const planned = await query<{ 'QUERY PLAN': string }>(url, PLAN)
  return {
    children,
    openStays: OPEN_STAYS,
    judgedASecond,
    latencies,
    firstTries,
    plan: planned.map((line) => line['QUERY PLAN']).join('\n'),
  }
}

/** Waits for the rows as a reader sees them. */
async function watch(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const latencies: number[] = []
  let last = 0
  const { rows } = await client.query<{ id: number }>(
    'select coalesce(max(id), 0)::int as id from oversight.alert_history',
  )
  last = rows[0]?.id ?? 0
  const end = Date.now() + (SECONDS + 10) * 1_000
  while (Date.now() < end && latencies.length < CROSSING) {
    const found = await client.query<{ id: number; reached_at: Date }>({
      name: 'watch',
      text: `select h.id::int as id, h.reached_at from oversight.alert_history h where h.id > $1 and h.severity = 'CRITICAL' order by h.id`,
      values: [last],
    })
    const now = Date.now()
    for (const { id, reached_at } of found.rows) {
      last = id
      latencies.push(now - reached_at.getTime())
    }
    await wait(3)
  }
  await client.end()
  return latencies
}

const SEED = [
  `insert into oversight.facility_ref (facility_id, kind, state, type, lifecycle)
   select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'HELD', '07', 'CCAN', 'ACKNOWLEDGED' from generate_series(1, 100) n`,
  `insert into oversight.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
   select ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'F' || n, lpad((1 + n % 32)::text, 2, '0'),
     now() - interval '35 hours', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED' from generate_series(1, $N) n`,
  `insert into oversight.path_fact (entity_id, entity, child_id, at, notified_at, state, detail)
   select ('20000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'detection',
     ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now() - interval '35 hours', now() - interval '35 hours',
     lpad((1 + n % 32)::text, 2, '0'), '{}' from generate_series(1, $N) n`,
  `insert into oversight.path_fact (entity_id, entity, child_id, at, facility_id, kind, state)
   select ('30000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'stay',
     ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, now() - interval '1 minute' * (n % 2000),
     ('00000000-0000-4000-8000-' || lpad((1 + n % 100)::text, 12, '0'))::uuid, 'HELD', '07' from generate_series(1, $OPEN) n`,
  // All others have a clock that runs out some day.
  `insert into oversight.alert_due (about, owner, due_at)
   select 'CHILD', '10000000-0000-4000-8000-' || lpad(n::text, 12, '0'), case when n <= $OPEN then '-infinity'
     else now() + interval '1 day' + interval '1 second' * n end from generate_series(1, $N) n`,
  'vacuum analyze oversight.child_ref, oversight.path_fact, oversight.alert_due',
]

/** Their clocks run out one after the other, from two seconds from now on. */
const CROSS = `
  with crossing as (
    update oversight.path_fact f
    set at = now() - interval '36 hours' + interval '2 seconds' + interval '1 second' * $SECONDS * n / $CROSSING
    from generate_series(1, $CROSSING) n
    where f.entity_id = ('30000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid returning f.child_id
  )
  select oversight.ask_again('CHILD', array(select child_id::text from crossing))`

const PLAN = `explain (analyze, format text, costs off, summary off, timing off)
  select about, owner from oversight.alert_due where due_at <= now() order by due_at limit 1000 for update skip locked`
