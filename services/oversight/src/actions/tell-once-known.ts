/**
 * By which acts in its state a child is known (a notice, a file, a stay): whoever knows of it by one is told of its alerts. An alert keeps
 * them, so that he is told its end too (store/alerts-wanted.ts). Who comes to know of a child by an act that is told after an alert was
 * raised is told what stands: what was withheld from his endpoints as not his to know is tried again, and who may know is asked then.
 */
import type { PoolClient } from 'pg'

/** An alert as whoever is told of it by acts is asked of it. The owner is the id of the child, the state its INEGI code. */
interface Of {
  owner: string
  state: string
}
type Acts = (of: Of) => readonly string[]

const ACTS = `select owner, state, oversight.acts_on(owner::uuid, state, $3) as acts
  from (select distinct * from unnest($1::text[], $2::char(2)[]) a (owner, state)) asked`

/** Each child is asked of once in each state, whatever the number of its alerts. Of whoever was not asked of, no act is known. */
export async function actsOnChildren(client: PoolClient, asked: readonly Of[], now: Date): Promise<Acts> {
  if (asked.length === 0) return () => []
  const { rows } = await client.query<Of & { acts: string[] }>({
    name: 'acts-on-children',
    text: ACTS,
    values: [asked.map(({ owner }) => owner), asked.map(({ state }) => state), now],
  })
  const known = new Map(rows.map((row) => [nameOf(row), row.acts]))
  return (of) => known.get(nameOf(of)) ?? []
}

const nameOf = ({ owner, state }: Of) => `${owner} ${state}`

const TELL = `
  with known as (
    update oversight.alert a set known_by = array(select distinct unnest(a.known_by || k.acts) order by 1)
    from jsonb_to_recordset($1) k (id uuid, acts text[]) where a.id = k.id and a.resolved_at is null
    returning a.id
  )
  update oversight.webhook_delivery d set state = 'WAITING', reason = null, attempts = 0, next_at = $2, done_at = null
  from known where d.alert_id = known.id and d.state = 'WITHHELD' and d.reason = 'NOT_ENTITLED'`

/** Of alerts that stood before the judgement and of which it wrote that they still do. Most have no act that they do not know of. */
export async function tellOnceKnown(
  client: PoolClient,
  alerts: readonly (Of & { id: string; knownBy: readonly string[] })[],
  actsOn: Acts,
  now: Date,
): Promise<void> {
  const told = alerts
    .map((alert) => ({ id: alert.id, acts: actsOn(alert), knownBy: alert.knownBy }))
    .filter(({ acts, knownBy }) => acts.some((act) => !knownBy.includes(act)))
  if (told.length === 0) return
  const values = [JSON.stringify(told.map(({ id, acts }) => ({ id, acts }))), now]
  await client.query({ name: 'tell-once-known', text: TELL, values })
}
