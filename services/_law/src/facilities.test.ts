import { expect, test } from 'vitest'
import { codeOf, codesOf } from './code-list.ts'
import {
  FACILITY_TYPES,
  isDetention,
  isFacilityType,
  isSocialAssistanceCentre,
  legalClassOf,
  stayKindOf,
} from './facilities.ts'

test.each([
  ['EM', 'PROHIBITED', 'PROHIBITED', true],
  ['EPA', 'PROHIBITED', 'PROHIBITED', true],
  ['EPB', 'PROHIBITED', 'PROHIBITED', true],
  ['LH', 'PROHIBITED', 'PROHIBITED', true],
  ['CCAN', 'AD_HOC', 'REFERRAL', true],
  ['OR', 'AD_HOC', 'OTHER_AD_HOC', true],
  ['PTO', 'AD_HOC', 'OTHER_AD_HOC', true],
  ['CIM', 'TRANSITORY', 'CARE', false],
  ['CAIFT', 'TRANSITORY', 'CARE', false],
  ['CASF', 'PERMITTED', 'CARE', false],
  ['CASE', 'PERMITTED', 'CARE', false],
  ['CASM', 'PERMITTED', 'CARE', false],
  ['CASP', 'PERMITTED', 'CARE', false],
  ['EAH', 'PERMITTED', 'CARE', false],
  ['MOD', 'PERMITTED', 'CARE', false],
  ['ALB', 'PERMITTED', 'CARE', false],
  ['HOSP', 'PERMITTED', 'CARE', false],
  ['FAM_O', 'PREFERRED', 'FAMILY', false],
  ['FAM_E', 'PREFERRED', 'FAMILY', false],
  ['FAM_A', 'PREFERRED', 'FAMILY', false],
  ['VIA', 'PREFERRED', 'FAMILY', false],
] as const)('a stay in %s is %s, counted as %s, detention: %s', (type, legalClass, kind, detention) => {
  expect(legalClassOf(type)).toBe(legalClass)
  expect(stayKindOf(type)).toBe(kind)
  expect(isDetention(type)).toBe(detention)
})

test('no type is left out of the table above', () => {
  expect(codesOf(FACILITY_TYPES)).toHaveLength(21)
  expect(isFacilityType('CCAN')).toBe(true)
  expect(isFacilityType('constructor')).toBe(false)
})

test('the centres that art. 112 LGDNNA registers are the four kinds of CAS', () => {
  expect(codesOf(FACILITY_TYPES).filter(isSocialAssistanceCentre)).toEqual(['CASF', 'CASE', 'CASM', 'CASP'])
})

test.each([
  ['Centro de canalización', 'CCAN'],
  ['ESTACION MIGRATORIA', 'EM'],
  ['Estancia provisional tipo B', 'EPB'],
  ['lugar habilitado', 'LH'],
  ['lugar habilitado por DIF', 'EAH'],
  ['Albergue', 'ALB'],
])('"%s" is a %s', (text, type) => {
  expect(codeOf(FACILITY_TYPES, text)).toBe(type)
})
