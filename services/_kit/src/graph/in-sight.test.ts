/** Which children each role may know of at all, before any database is asked. */
import type { ROLES } from '@vigia/law/access-matrix'
import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { acceptActor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '../actor.ts'
import { childrenInSight, rowContextOf, sightOf } from './in-sight.ts'

const actorOf = (role: (typeof ROLES)[number]) => acceptActor({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, role })

test.each([
  ['federal-secretary', 'ALL'],
  ['ombudsperson-federal', 'ALL'],
  ['state-secretary', 'STATES'],
  ['ombudsperson-state', 'ACTS'],
  ['ppnna-officer', 'ACTS'],
  ['dif-officer', 'ACTS'],
  ['independent-counsel', 'NONE'],
  ['inm-officer', 'NONE'],
  ['partner', 'NONE'],
  ['public', 'NONE'],
] as const)('a %s who names neither states nor keys of counsel sees %s', (role, of) => {
  expect(sightOf(actorOf(role)).of).toBe(of)
})

test.each(['inm-officer', 'partner', 'public', 'independent-counsel'] as const)(
  'a %s is shown no child',
  async (role) => {
    const unasked = {} as Pool

    expect(await childrenInSight(unasked, 'returns', actorOf(role))(['a', 'b'])).toEqual([])
  },
)

test('counsel is known by its keys, and whatever its organization is called by nothing', () => {
  const counsel = actorOf('independent-counsel')
  const named = acceptActor({ ...counsel, org: 'Casa Alianza' })
  const keyed = acceptActor({ ...counsel, org: 'Casa Alianza', counsel: ['12345678'] })

  expect([sightOf(named), rowContextOf(named)]).toEqual([{ of: 'NONE' }, expect.objectContaining({ parties: [] })])
  expect(sightOf(keyed)).toEqual({ of: 'MANDATE', keys: ['12345678'] })
  expect(rowContextOf(keyed)).toMatchObject({ rule: 'MANDATE', parties: ['12345678'] })
})
