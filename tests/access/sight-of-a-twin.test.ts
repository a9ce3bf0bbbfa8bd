/** Who sees whom in a whole twin: what the database derives, in every service, is what the rules say (children, rules/in-sight.ts). */
import { ANSWERING, readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { MATRIX } from '@vigia/law/access-matrix'
import { STATE_CODES } from '@vigia/law/states'
import { expect, test } from 'vitest'
import {
  type ActOnChild,
  isKnownByActs,
  isStub,
  type PastStay,
  statesInSightOf,
} from '../../services/children/src/rules/in-sight.ts'
import { anActor } from '../support/asking.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const actorOf = (state: string): Actor => anActor('state-secretary', { states: [state] })

const CONCERNED = `
  select c.id, c.state as first,
    array(select d.state::text from children.detection d where d.child_id = c.id) as found,
    array(select f.state::text from placements.stay s join placements.facility f on f.id = s.facility_id
          where s.child_id = c.id and s.left_at is null) as lodged,
    array(select p.state::text from representation.protection_case p where p.child_id = c.id) as filed,
    array(select unnest(states)::text from children.child_sight o where o.child_id = c.id) as further,
    array(select state::text from children.found_elsewhere e
          where e.child_id = c.id and e.first_detected_at = c.first_detected_at) as listed,
    array(select unnest(states)::text from placements.child_sight o where o.child_id = c.id) as told
  from children.child c`

const ACTS = `
  select child_id as child, 'NOTICE' as act, state, null::timestamptz as until from children.detection
  where ppnna_notified_at is not null
  union all select child_id, 'FILE', state, null from representation.protection_case
  union all select s.child_id, 'STAY', f.state, s.left_at
  from placements.stay s join placements.facility f on f.id = s.facility_id`

const PAST_STAYS = `
  select s.child_id as child, f.state, s.left_at as "leftAt"
  from placements.stay s join placements.facility f on f.id = s.facility_id where s.left_at is not null`

type Reading = readonly [service: (typeof ANSWERING)[number], url: string, actor: Actor, at: Date]

/** Of whom the reader of a service finds acts, in the name of that actor and at that time. */
const actedOn = (...reading: Reading) => childrenIn('act_here', 'child_id', ...reading)
/** And who is a stub to it. */
const stubsIn = (...[service, ...reading]: Reading) =>
  childrenIn('stub_here', service === 'children' ? 'id' : 'child_id', service, ...reading)

async function childrenIn(view: string, id: string, ...[service, url, actor, at]: Reading): Promise<string[]> {
  const login = readerUrl(service, url)
  const context = signedContext(keyOf(login), rowContextOf(actor, at))
  const rows = await underContext(login, context, `select distinct ${id} as child from ${service}.${view} order by 1`)
  return (rows as { child: string }[]).map(({ child }) => child)
}

test('of a whole twin, what the database derives is what the rules say, in every service, and what the others were told', async () => {
  const twin = await twinDatabase()
  const loaded = await loadServices(twin.url)
  await settle(loaded.values(), twin)

  const rows = await twin.query<
    Record<'id' | 'first', string> & Record<'found' | 'lodged' | 'filed' | 'further' | 'listed' | 'told', string[]>
  >(CONCERNED)
  const acts = Map.groupBy(await twin.query<ActOnChild & { child: string }>(ACTS), ({ child }) => child)
  const now = new Date()
  const known = { children: 0 }
  for (const role of ['ppnna-officer', 'dif-officer', 'ombudsperson-state'] as const) {
    for (const state of ['07', '27', '30']) {
      const actor = anActor(role, { states: [state] })
      const isKnown = (all: ActOnChild[]) => isKnownByActs(MATRIX[role].rows, [state], all, now)
      const expected = [...acts].flatMap(([child, all]) => (isKnown(all) ? [child] : [])).sort()
      for (const service of ANSWERING)
        expect([service, await actedOn(service, twin.url, actor, now)]).toEqual([service, expected])
      known.children += expected.length
    }
  }
  const stays = Map.groupBy(await twin.query<PastStay & { child: string }>(PAST_STAYS), ({ child }) => child)
  // Few leave a state in which nobody found them: stubs.test.ts has one. Here nobody else may be one, in any service.
  const leftIn = (state: string) =>
    rows.flatMap(({ id, ...concerned }) => (isStub([state], concerned, stays.get(id) ?? [], now) ? [id] : [])).sort()
  for (const state of new Set(['07', '30', ...STATE_CODES.filter((code) => leftIn(code).length > 0)]))
    for (const service of ANSWERING)
      expect([service, state, await stubsIn(service, twin.url, actorOf(state), now)]).toEqual([
        service,
        state,
        leftIn(state),
      ])
  for (const service of loaded.values()) await service.close()
  await twin.drop()

  expect(known.children).toBeGreaterThan(50)
  expect(rows.filter(({ further }) => further.length > 0).length).toBeGreaterThan(5)
  for (const { further, listed, told, ...concerned } of rows) {
    expect([concerned.first, ...further].sort()).toEqual(statesInSightOf(concerned))
    expect([told, listed.sort()]).toEqual([further, further])
  }
})
