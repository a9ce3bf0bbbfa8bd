import { expect, test } from 'vitest'
import { AUTHORITY_MEASURES, AUTHORITY_TABLES, MEASURES_OF_TABLE } from './authority-tables.ts'
import { codesOf } from './code-list.ts'
import { INDICATORS, measureOf } from './indicators.ts'

test('a stock is what is at the end of a day; everything else is what happened in it', () => {
  expect(codesOf(INDICATORS).filter((indicator) => measureOf(indicator) === 'STOCK')).toEqual([
    ...['HELD_IN_REFERRAL_CENTERS', 'HELD_IN_PROHIBITED_PLACES', 'HELD_IN_OTHER_AD_HOC_PLACES', 'HELD'],
    ...['CHILDREN_IN_CARE', 'UNPROCESSED_CASES', 'WITHOUT_DETERMINATION'],
  ])
})

test('every table of INM speaks of something, and every measure has a table', () => {
  expect(Object.keys(MEASURES_OF_TABLE)).toEqual(codesOf(AUTHORITY_TABLES))
  expect(new Set(Object.values(MEASURES_OF_TABLE).flat())).toEqual(new Set(codesOf(AUTHORITY_MEASURES)))
})
