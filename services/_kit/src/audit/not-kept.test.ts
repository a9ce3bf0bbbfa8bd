/** What is said of a change that the database would not write, and of a question whose entry it would not; and that whatever else an answer tells is not told without the audit. */
import { type ExecutionResult, GraphQLError } from 'graphql'
import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { tellsOnlyNotKept, withNotKept, withNotToBeHad } from './not-kept.ts'

const fromDatabase = (code: string) => Object.assign(new DatabaseError('no', 2, 'error'), { code })
const failed = (originalError: Error) => new GraphQLError('no', { path: ['silenceAlerts'], originalError })
const codesIn = ({ errors = [] }: ExecutionResult) => errors.map(({ extensions }) => extensions['code'])

test.each([
  ['of a full disk', fromDatabase('53100'), ['NOT_KEPT']],
  ['of a standby', fromDatabase('25006'), ['NOT_KEPT']],
  ['that another one brought about', new Error('no', { cause: fromDatabase('40P01') }), ['NOT_KEPT']],
  ['of a key that exists', fromDatabase('23505'), [undefined]],
  ['of a connection that ended: it may have been kept', fromDatabase('57P01'), [undefined]],
  ['of ours', new TypeError('no'), [undefined]],
])('given a fault %s, it says so where nothing was kept', (_what, fault, codes) => {
  expect(codesIn(withNotKept('oversight', { data: { silenceAlerts: null }, errors: [failed(fault)] }))).toEqual(codes)
})

test('given a part of a question needs what cannot be written, that part is not to be had now, and the rest is told', () => {
  const errors = [failed(fromDatabase('53100')), failed(new TypeError('no'))]
  const answer = withNotToBeHad('oversight', { data: { silenceAlerts: null, alerts: [] }, errors })
  expect(answer.data).toEqual({ silenceAlerts: null, alerts: [] })
  expect(answer.errors?.map(({ path, extensions }) => ({ path, ...extensions }))).toEqual([
    { path: ['silenceAlerts'], code: 'SUBGRAPH_UNAVAILABLE', service: 'oversight', retryAfter: 5 },
    { path: ['silenceAlerts'] },
  ])
})

test.each<[string, ExecutionResult, boolean]>([
  ['that nothing was kept', { data: { one: null }, errors: [failed(fromDatabase('53100'))] }, true],
  ['nothing at all of it', { data: null, errors: [failed(fromDatabase('53100'))] }, true],
  [
    'something that was read beside it',
    { data: { one: null, two: {} }, errors: [failed(fromDatabase('53100'))] },
    false,
  ],
  ['another fault', { data: { one: null }, errors: [failed(fromDatabase('53100')), failed(new Error())] }, false],
  ['what was done', { data: { one: {} } }, false],
])('given an answer tells %s, an entry in the audit is needed where it tells more', (_what, answer, isOnly) => {
  expect(tellsOnlyNotKept(withNotKept('oversight', answer))).toBe(isOnly)
})
