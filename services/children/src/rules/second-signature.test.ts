/** Nobody signs for himself, nor for another office. */
import { expect, test } from 'vitest'
import { maySign, standingOf } from './second-signature.ts'

const USER = { subject: 'ana', role: 'ppnna-officer', office: null, states: ['07'] }
const SIGNER = { subject: 'luis', role: 'ppnna-officer', kind: 'person', office: null, states: ['07'] } as const
const HEAD = { ...SIGNER, role: 'state-secretary' } as const

test('another person of the office signs, and the secretary of its state', () => {
  expect(maySign(SIGNER, USER)).toBe(true)
  expect(maySign(HEAD, USER)).toBe(true)
  expect(maySign({ ...HEAD, states: ['07', '27'] }, USER)).toBe(true)
  const ofFederal = { ...SIGNER, role: 'federal-secretary', states: null } as const
  expect(maySign(ofFederal, { ...USER, role: 'state-secretary' })).toBe(true)
})

test.each([
  ['himself', { ...SIGNER, subject: 'ana' }],
  ['himself under another role', { ...HEAD, subject: 'ana' }],
  ['a program', { ...SIGNER, kind: 'machine' }],
  ['the office of another state', { ...SIGNER, states: ['27'] }],
  ['an office of more states', { ...SIGNER, states: ['07', '27'] }],
  ['another office of the state', { ...SIGNER, office: 'Unidad de Tapachula' }],
  ['another authority of the state', { ...SIGNER, role: 'dif-officer' }],
  ['the secretary of another state', { ...HEAD, states: ['27'] }],
  ['the ombudsperson, who oversees', { ...SIGNER, role: 'ombudsperson-federal', states: null }],
  ['the federal secretary', { ...SIGNER, role: 'federal-secretary', states: null }],
] as const)('not %s', (_who, signer) => {
  expect(maySign(signer, USER)).toBe(false)
})

test('the secretary of one of its states signs not for an account of two', () => {
  expect(maySign(HEAD, { ...USER, states: ['07', '27'] })).toBe(false)
  expect(maySign(HEAD, { ...USER, states: null })).toBe(false)
})

test('nobody stands above a commission of human rights', () => {
  expect(maySign(HEAD, { ...USER, role: 'ombudsperson-state' })).toBe(false)
})

test('72 hours without a signature are told, and a late one is one all the same', () => {
  const at = new Date('2026-11-20T10:00:00Z')
  const after = (hours: number) => new Date(at.getTime() + hours * 3_600_000)
  expect(standingOf({ at, signedAt: null }, after(72))).toBe('OPEN')
  expect(standingOf({ at, signedAt: null }, after(72.01))).toBe('UNSIGNED_AFTER_72_HOURS')
  expect(standingOf({ at, signedAt: after(80) }, after(90))).toBe('SIGNED')
})
