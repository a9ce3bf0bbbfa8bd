import i18next from 'i18next'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { es } from '../words/es/es.ts'
import { type Format, formatIn, within } from './format.ts'

let inSpanish: Format
let inEnglish: Format
beforeAll(async () => {
  await i18next.init({ lng: 'es', resources: { es: { translation: es } }, interpolation: { escapeValue: false } })
  inSpanish = formatIn('es', i18next.t)
  inEnglish = formatIn('en', i18next.t)
})

describe('counts', () => {
  test.each([
    [0, '0'],
    [1, '1–\u20604'],
    [4, '1–\u20604'],
    [5, '5'],
    [8239, '8,239'],
  ])('a cell of %i is written %s', (count, written) => expect(inSpanish.cell(count)).toBe(written))

  test.each([
    [17, '+17'],
    [-12, '−12'],
    [0, '0'],
  ])('a change of %i is written %s, with a true minus', (change, written) =>
    expect(inSpanish.change(change)).toBe(written),
  )
})

describe('shares', () => {
  test.each([
    [0, '0\u00a0%'],
    [0.001, '<\u00a01\u00a0%'],
    [0.193, '19\u00a0%'],
    [0.999, '>\u00a099\u00a0%'],
    [1, '100\u00a0%'],
  ])('%d is written %s: neither none nor all unless it is so', (share, written) =>
    expect(inSpanish.share(share)).toBe(written),
  )

  test('in English no space stands before the sign', () => expect(inEnglish.share(0.193)).toBe('19%'))
})

describe('spans and instants', () => {
  test.each([
    [0.2, '<\u00a01\u00a0h'],
    [71, '71\u00a0h'],
    [95, '95\u00a0h'],
    [96, '4\u00a0días'],
    [9120, '380\u00a0días'],
  ])('%d hours are written %s: hours up to four days, since the limits are in hours', (hours, written) =>
    expect(inSpanish.span(hours)).toBe(written),
  )

  test('an instant is shown as the clocks of Mexico City show it', () => {
    expect(inSpanish.time('2026-11-25T16:42:00Z')).toBe('10:42\u00a0h')
    expect(inSpanish.date('2026-11-26T03:00:00Z')).toBe('25 de noviembre de 2026')
  })

  test('in English no unit stands behind the time of day', () =>
    expect(inEnglish.time('2026-11-25T16:42:00Z')).toBe('10:42'))

  test('a day means itself, whatever the zone', () =>
    expect(inSpanish.day('2026-11-09')).toBe('9 de noviembre de 2026'))

  test('a date of this year needs no year', () => {
    expect(inSpanish.sinceDate('2026-05-04T16:00:00Z', '2026-11-25T16:42:00Z')).toMatch(/^4 may\.?$/)
    expect(inSpanish.sinceDate('2026-01-01T03:00:00Z', '2026-11-25T16:42:00Z')).toMatch(/^31 dic\.? 2025$/)
    expect(inSpanish.sinceDay('2025-05-04', '2026-11-25T16:42:00Z')).toMatch(/^4 may\.? 2025$/)
  })
})

test('given a page of a thousand cells, the forms of dates and numbers are made once for all of them', () => {
  const made = [vi.spyOn(Intl, 'DateTimeFormat'), vi.spyOn(Intl, 'NumberFormat'), vi.spyOn(Intl, 'ListFormat')]
  const { sinceDate, count } = formatIn('es', i18next.t)
  sinceDate('2025-05-04T16:00:00Z', '2026-11-25T16:42:00Z')
  const times = made.map(({ mock }) => mock.calls.length)
  vi.restoreAllMocks()

  expect(count(8239)).toBe('8,239')
  expect(times).toEqual([0, 0, 0])
})

test('within a sentence a name begins small, and an acronym stays', () => {
  expect(within('Detectados')).toBe('detectados')
  expect(within('NNA donde la ley lo prohíbe')).toBe('NNA donde la ley lo prohíbe')
})
