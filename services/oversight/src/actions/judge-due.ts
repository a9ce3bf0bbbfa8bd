/**
 * Judges whoever is due: a fact about them has changed, or a clock has run out. What is true then decides what is open, so
 * that neither a crash nor a late word loses or invents an alert. Several processes share the work, one row each.
 */
import { raiseVersion } from '@vigia/kit/tick'
import { addDays } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { NATION } from '@vigia/law/states'
import type { Pool, PoolClient } from 'pg'
import { type InForce, type Judgement, judge } from '../engine/judge.ts'
import { CHILD_RULES, FACILITY_RULES, NATION_RULES, RULES_WITHOUT_FIND, STATE_RULES } from '../rules/alerts/all.ts'
import { byCalendars } from '../rules/closed-days.ts'
import { thresholdsOverTime } from '../rules/threshold-in-force.ts'
import { childPictures } from '../store/child-pictures.ts'
import { facilityPictures } from '../store/facility-pictures.ts'
import { statePictures } from '../store/state-pictures.ts'
import { suspensionsNow } from '../store/suspension-store.ts'
import { changedThresholds } from '../store/threshold-store.ts'
import { type Verdict, writeAlerts } from './write-alerts.ts'

const AT_ONCE = 1_000
/** While more than this waits to be heard, whoever is spoken of there would be judged by half of what is known. */
const MOST_UNHEARD = 2_000

interface Due {
  about: Verdict['about']
  owner: string
}

/** One batch; gives how many were judged. */
export async function judgeDue(pool: Pool, now: Date): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const due = await lockDue(client, (await hasHeard(client)) ? LOCK_DUE : LOCK_UNSPOKEN_OF, now)
    if (due.length > 0) {
      const changed = await writeAlerts(client, await verdictsOn(client, due, now), now)
      if (changed > 0) await raiseVersion(client, 'oversight')
    }
    await client.query('commit')
    return due.length
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** How many are due. */
export async function countDue(pool: Pool, now: Date): Promise<number> {
  const { rows } = await pool.query<{ due: number }>(
    'select count(*) as due from oversight.alert_due where due_at <= $1',
    [now],
  )
  return rows[0]?.due ?? 0
}

async function hasHeard(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ unheard: number }>({
    name: 'alert-unheard',
    text: `select (select coalesce(max(seq), 0) from outbox.event)::int
             - coalesce((select seq from oversight.position where id = 1), 0)::int as unheard`,
  })
  return (rows[0]?.unheard ?? 0) <= MOST_UNHEARD
}

/**
 * Whose clock has run out, then whoever a fact asks for (due since ever): a file of two hundred thousand rows asks for as many, and no
 * clock waits behind them.
 */
const LOCK_DUE = `
  with clock as (
    select about, owner from oversight.alert_due where due_at > '-infinity' and due_at <= $1
    order by due_at limit $2 for update skip locked
  ), fact as (
    select about, owner from oversight.alert_due where due_at = '-infinity'
    limit $2 - (select count(*) from clock) for update skip locked
  )
  select about, owner from clock union all select about, owner from fact`

/** While much waits to be heard: children whose clock has run out and of whom nothing of it speaks. */
const LOCK_UNSPOKEN_OF = `
  with clock as materialized (
    select about, owner, due_at from oversight.alert_due
    where due_at > '-infinity' and due_at <= $1 and about = 'CHILD' order by due_at
  ), unheard as materialized (
    select distinct child_id::text as owner from outbox.event
    where exists (select from clock) and child_id is not null
      and seq > coalesce((select seq from oversight.position where id = 1), 0)
  )
  select about, owner from oversight.alert_due d
  where (about, owner) in (select about, owner from clock where owner not in (select owner from unheard) order by due_at limit $2)
    and due_at > '-infinity'
  for update skip locked`

async function lockDue(client: PoolClient, text: string, now: Date): Promise<Due[]> {
  const name = text === LOCK_DUE ? 'alert-due' : 'alert-due-unspoken-of'
  const { rows } = await client.query<Due>({ name, text, values: [now, AT_ONCE] })
  return rows
}

/** Pictures are read once the rows are locked: a word that comes later waits, and asks again. */
async function verdictsOn(client: PoolClient, due: readonly Due[], now: Date): Promise<Verdict[]> {
  const ownersOf = (about: Verdict['about']) => due.filter((one) => one.about === about).map(({ owner }) => owner)
  const { inForce: suspensions } = await suspensionsNow(client)
  const inForce = byCalendars(thresholdsOverTime(await changedThresholds(client)), suspensions)
  const children = await childPictures(client, ownersOf('CHILD'))
  const facilities = await facilityPictures(client, ownersOf('FACILITY'))
  const states = await statePictures(client, ownersOf('STATE'), now)
  const judgement: Readonly<Record<Verdict['about'], (owner: string) => Judgement>> = {
    CHILD: (owner) => {
      const child = children.get(owner)
      return judgementOf(child?.isOfNobody ? RULES_WITHOUT_FIND : CHILD_RULES, child, inForce, now)
    },
    FACILITY: (owner) => {
      const judged = judgementOf(FACILITY_RULES, facilities.get(owner), inForce, now)
      return facilities.get(owner)?.silentSince ? byTomorrow(judged, now) : judged
    },
    STATE: (owner) => byTomorrow(judgementOf(rulesOf(owner), states.get(owner), inForce, now), now),
  }
  return due.map(({ about, owner }) => ({ about, owner, judgement: judgement[about](owner) }))
}

const rulesOf = (state: string) => (state === NATION.code ? NATION_RULES : STATE_RULES)

/** Who is not known any more has nothing open, and nothing to look at again. */
const OF_NOBODY: Judgement = { open: [], over: [], late: [], held: [], next: null }

function judgementOf<Picture extends object>(
  rules: Parameters<typeof judge<Picture>>[0],
  picture: Picture | undefined,
  inForce: InForce,
  now: Date,
): Judgement {
  return picture === undefined ? OF_NOBODY : judge(rules, picture, inForce, now)
}

/** A backlog is compared with that of a week ago, which is another one tomorrow; and an office that was silent may have told by then. */
function byTomorrow(judgement: Judgement, now: Date): Judgement {
  const tomorrow = instantOf(addDays(localDateOf(now), 1))
  return { ...judgement, next: judgement.next && judgement.next < tomorrow ? judgement.next : tomorrow }
}
