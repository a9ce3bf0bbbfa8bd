/** How a service takes an actor: never with more than its role can hold. */
import { SCOPES } from '@vigia/law/access-groups'
import { ceilingOf, MATRIX, ROLES, scopesOf } from '@vigia/law/access-matrix'
import { expect, test } from 'vitest'
import { type Actor, acceptActor, PSEUDONYMOUS_FEDERAL_SECRETARY } from './actor.ts'

const claiming = (role: Actor['role']): Actor => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, role, scopes: [...SCOPES] })

test.each(ROLES)('a %s who claims every scope is taken with those of its line in the matrix', (role) => {
  expect(new Set(acceptActor(claiming(role)).scopes)).toEqual(ceilingOf(role))
})

test.each(ROLES)('a %s without a state sees the country only where its line is bound to none', (role) => {
  expect(acceptActor(claiming(role)).states).toEqual(MATRIX[role].byState ? [] : null)
})

test('a reason opens the groups of its line, and no others', () => {
  expect(scopesOf('federal-secretary')).not.toContain('risk:read')
  expect(scopesOf('federal-secretary', ['risk'])).toContain('risk:read')
  expect(scopesOf('inm-officer', ['risk', 'identity', 'base'])).toEqual(scopesOf('inm-officer'))
})
