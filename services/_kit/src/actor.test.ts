/** How a service takes an actor: never with more than its role can hold. */
import { GROUPS, SCOPES } from '@vigia/law/access-groups'
import { ceilingOf, MATRIX, ROLES, scopesOf } from '@vigia/law/access-matrix'
import { expect, test } from 'vitest'
import { Actor, acceptActor, hasScope, PSEUDONYMOUS_FEDERAL_SECRETARY, withOpenings } from './actor.ts'
import { mayReadOf } from './opened.ts'

const AGREEMENT = { data: ['overstays', 'alerts'], kinds: null, from: 0, until: 1_000 } as const
const claiming = (role: Actor['role']): Actor => ({
  ...{ ...PSEUDONYMOUS_FEDERAL_SECRETARY, role, scopes: [...SCOPES] },
  ...(role === 'partner' && { agreement: AGREEMENT }),
})

test.each(ROLES)('a %s who claims every scope is taken with those of its line in the matrix', (role) => {
  expect(new Set(acceptActor(claiming(role)).scopes)).toEqual(ceilingOf(role))
})

test.each(ROLES)('a %s without a state sees the country only where its line is bound to none', (role) => {
  expect(acceptActor(claiming(role)).states).toEqual(MATRIX[role].byState ? [] : null)
})

test('a partner is taken with what its agreement names, and without one with what is anybody’s', () => {
  const { agreement: _none, ...bare } = claiming('partner')

  expect(acceptActor(bare).scopes).toEqual(['public:read'])
  expect(acceptActor({ ...bare, agreement: { ...AGREEMENT, data: ['overstays'] } }).scopes).toEqual([
    'public:read',
    'pseudonym:read',
  ])
})

test('an agreement counts for a partner alone', () => {
  expect(acceptActor({ ...claiming('dif-officer'), agreement: AGREEMENT })).not.toHaveProperty('agreement')
})

test('keys of counsel count for counsel alone, and single places for the DIF', () => {
  const counsel = ['12345678']

  expect(acceptActor({ ...claiming('independent-counsel'), counsel }).counsel).toEqual(counsel)
  expect(acceptActor({ ...claiming('dif-officer'), counsel })).not.toHaveProperty('counsel')
  const facilities = ['00000000-0000-4000-8000-00000000000a']
  expect(acceptActor({ ...claiming('dif-officer'), facilities }).facilities).toEqual(facilities)
  expect(acceptActor({ ...claiming('ppnna-officer'), facilities })).not.toHaveProperty('facilities')
  expect(Actor.safeParse({ ...claiming('independent-counsel'), counsel: ['Casa Alianza'] }).success).toBe(false)
})

test.each(ROLES)(
  'no %s holds a group that is read for a reason, and whoever claims it is not taken with it',
  (role) => {
    for (const group of MATRIX[role].withReason) {
      expect(scopesOf(role)).not.toContain(GROUPS[group].scope)
      expect(hasScope(acceptActor(claiming(role)), GROUPS[group].scope)).toBe(false)
    }
  },
)

test('what an actor says that it has opened counts as it is written down, and no longer', () => {
  const [child, other, now] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', 1_000]
  const named = (one: string) => ({ child: one, by: 'REASON' as const, isOutside: false, until: now + 500 })
  const actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, opened: [named(child), named(other)] }
  const written = { child_id: child, by: 'REASON', is_outside: false, until: new Date(now + 200) }

  const taken = withOpenings(actor, [written, { ...written, child_id: other, by: 'EMERGENCY' }])
  expect(taken.opened).toEqual([{ ...named(child), until: now + 200 }])
  expect(mayReadOf(taken, 'risk:read', child, now)).toBe(true)
  expect(mayReadOf(taken, 'risk:read', child, now + 300)).toBe(false)
  expect(mayReadOf(taken, 'risk:read', other, now)).toBe(false)
})
