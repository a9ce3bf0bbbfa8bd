import { describe, expect, test } from 'vitest'
import { birthDay, day, dayExists, pastDay, pastInstant, pastInstantAtLatest } from './days.ts'
import { isUnfit, localNow } from './reading.ts'

const NOW = localNow(new Date('2026-11-25T18:30:00Z')) // 12:30 in Mexico City

test.each([
  ['15/01/2024', '2024-01-15'],
  ['5/1/2024', '2024-01-05'],
  ['15-01-2024', '2024-01-15'],
  ['15.01.2024', '2024-01-15'],
  ['2024-01-15', '2024-01-15'],
  ['2024/1/5', '2024-01-05'],
  ['15-ene-24', '2024-01-15'],
  ['15/ENE/2024', '2024-01-15'],
  ['15 de enero de 2024', '2024-01-15'],
  ['1 de septiembre del 2024', '2024-09-01'],
  ['01-sept-24', '2024-09-01'],
  ['01-set-24', '2024-09-01'],
  ['1º de enero de 2024', '2024-01-01'],
  ['1ro de febrero del 2024', '2024-02-01'],
  ['15/01/99', '1999-01-15'],
  ['15/01/36', '2036-01-15'],
  ['45306', '2024-01-15'],
  ['45306.75', '2024-01-15'],
  ['29/02/2024', '2024-02-29'],
  ['15/01/2024 00:00', '2024-01-15'],
  ['15/01/2024 00:00:00.000', '2024-01-15'],
  ['15/01/2024 12:00:00 a. m.', '2024-01-15'],
  ['lunes, 15 de enero de 2024', '2024-01-15'],
  ['Sáb. 13-ene-24', '2024-01-13'],
])('the day %s is %s', (text, iso) => {
  expect(day(text, NOW)).toBe(iso)
})

test.each([
  ['ene', '01-31'],
  ['feb', '02-28'],
  ['mar', '03-31'],
  ['abr', '04-30'],
  ['may', '05-31'],
  ['jun', '06-30'],
  ['jul', '07-31'],
  ['ago', '08-31'],
  ['sep', '09-30'],
  ['oct', '10-31'],
  ['nov', '11-30'],
  ['dic', '12-31'],
])('%s has no day after %s', (month, last) => {
  const dayOf = Number(last.slice(3))

  expect(day(`${dayOf}-${month}-2023`, NOW)).toBe(`2023-${last}`)
  expect(day(`${dayOf + 1}-${month}-2023`, NOW)).toEqual({ unfit: expect.stringContaining('no existe') })
})

test.each([
  ...['n.e.', 'N/E', 'S/D', 'S/I', 'sin dato', 'SIN DATOS', 'Sin información', 'NO APLICA', 'No consta.', '-', '—'],
  ...['se desconoce', 'DESCONOCIDA', 'no se sabe'],
])('%s says that nothing is known', (text) => {
  expect(day(text, NOW)).toBeNull()
})

test.each([
  ...['PENDIENTE', 'Pendiente de ratificar', 'En trámite', 'por definir', 'NO', 'Aún no', 'no ha egresado'],
  ...['CONTINÚA', 'Permanece en el CAS', 'A la fecha', 'vigente'],
  ...['0000-00-00', '0000-00-00 00:00:00', '00/00/0000', '  /  /', '0'],
])('%s says that the day has not come', (text) => {
  expect(day(text, NOW)).toBeNull()
  expect(pastInstant(text, NOW)).toBeNull()
})

test.each(['SÍ', 'ayer', '00/01/2024', 'Pendiente 15/01/2024', 'no 15/01/2024'])(
  '%s is no day, and not nothing',
  (text) => {
    expect(pastInstant(text, NOW)).toHaveProperty('unfit')
  },
)

test.each([
  ['29/02/2023', 'no existe'],
  ['31/04/2024', 'no existe'],
  ['13/25/2024', 'no existe'],
  ['01/13/2024', 'no existe'],
  ['2024-00-15', 'No es una fecha'],
  ['00/01/2024', 'no existe'],
  ['15-xyz-24', 'No es una fecha'],
  ['ayer', 'No es una fecha'],
  ['2024', 'No es una fecha'],
  ['15/01/2024 10:20', 'Trae una hora'],
  ['2014-12-27 18:00:00', 'Trae una hora'],
  ['31/02/2024 10:20', 'no existe'],
  ['01/01/1900', 'de 1901 a 2099'],
  ['30/12/1899', 'de 1901 a 2099'],
  ['15/01/0024', 'de 1901 a 2099'],
  ['15/01/0204', 'de 1901 a 2099'],
  ['15/01/2204', 'de 1901 a 2099'],
  ['31/12/9999', 'de 1901 a 2099'],
])('the day %s is refused: %s', (text, reason) => {
  expect(day(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test('a cell of hours and no end is no day', () => {
  expect(day('1 1:00 '.repeat(6_000).trim(), NOW)).toEqual({ unfit: expect.stringContaining('No es una fecha') })
  expect(pastInstant('1 1:00 '.repeat(6_000).trim(), NOW)).toEqual({
    unfit: expect.stringContaining('No es una fecha'),
  })
})

test.each([
  ['15/01/2024 00:00:00 13:05', '2024-01-15 13:05:00'],
  ['15/01/2024 13:05', '2024-01-15 13:05:00'],
  ['15/01/2024 13:05:59', '2024-01-15 13:05:59'],
  ['15/01/2024, 1:05 p. m.', '2024-01-15 13:05:00'],
  ['15/01/2024 12:05 AM', '2024-01-15 00:05:00'],
  ['15-ene-24 13:05 hrs', '2024-01-15 13:05:00'],
  ['15-ene-24 13:05 horas', '2024-01-15 13:05:00'],
  ['15/01/2024 - 13:05', '2024-01-15 13:05:00'],
  ['15 de enero del 2024 a las 13:05 horas', '2024-01-15 13:05:00'],
  ['15/01/2024 a la 1:05 p.m.', '2024-01-15 13:05:00'],
  ['15/01/2024 23:59:59', '2024-01-15 23:59:59'],
  ['2024-01-15T13:05', '2024-01-15 13:05:00'],
  ['2024-01-15T13:05:00Z', '2024-01-15T13:05:00Z'],
  ['15/01/2024', '2024-01-15'],
  ['45306.545138', '2024-01-15 13:05:00'],
  ['45306.54514', '2024-01-15 13:05:00'],
])('the instant %s is %s', (text, local) => {
  expect(pastInstant(text, NOW)).toBe(local)
})

test.each([
  ['15/01/2024 24:00', 'la medianoche es 0:00 del día que empieza'],
  ['15/01/2024 0:05 PM', 'No es una hora'],
  ['15/01/2024 13:05:60', 'No es una hora'],
  ['15/01/2024 13:60', 'No es una hora'],
  ['15/01/2024 13:05 PM', 'No es una hora'],
  ['30/02/2024 13:05', 'no existe'],
  ['2024-13-45T13:05:00Z', 'no existe'],
  ['2024-02-30T13:05:00Z', 'no existe'],
  ['15/01/0024 10:00', 'anterior al año 2000'],
  ['01/01/1900', 'anterior al año 2000'],
  ['1899-12-30 10:30:00', 'anterior al año 2000'],
  ['1999-12-31T23:59:00Z', 'anterior al año 2000'],
  ['03/03/2099 10:00', 'futuro'],
  ['25/11/2026 13:31', 'futuro'],
  ['2026-11-25T18:31:00Z', 'futuro'],
])('the instant %s is refused: %s', (text, reason) => {
  expect(pastInstant(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each([
  ['15/01/2024', '2024-01-15 23:59:59.999'],
  ['15-ene-24', '2024-01-15 23:59:59.999'],
  ['45306', '2024-01-15 23:59:59.999'],
  ['15/01/2024 00:00', '2024-01-15 23:59:59.999'],
  ['25/11/2026', '2026-11-25 23:59:59.999'],
  ['15/01/2024 13:05', '2024-01-15 13:05:00'],
  ['2024-01-15T13:05:00Z', '2024-01-15T13:05:00Z'],
])('at the latest, the instant %s is %s', (text, local) => {
  expect(pastInstantAtLatest(text, NOW)).toBe(local)
})

test('tomorrow has not been, at the latest or not', () => {
  expect(isUnfit(pastInstantAtLatest('26/11/2026', NOW))).toBe(true)
})

describe('the edge of now', () => {
  test('what happened in this minute is not ahead', () => {
    expect(pastInstant('25/11/2026 12:30', NOW)).toBe('2026-11-25 12:30:00')
    expect(pastInstant('2026-11-25T18:30:00Z', NOW)).toBe('2026-11-25T18:30:00Z')
  })

  test('in Quintana Roo it is an hour later, and what is told from there by its clock is not ahead', () => {
    expect(pastInstant('25/11/2026 13:30', NOW)).toBe('2026-11-25 13:30:00')
    expect(pastInstant('26/11/2026 00:15', '2026-11-25 23:15:59')).toBe('2026-11-26 00:15:00')
    expect(pastDay('26/11/2026', '2026-11-25 23:15:59')).toBe('2026-11-26')
    expect(isUnfit(pastDay('26/11/2026', '2026-11-25 22:59:59'))).toBe(true)
  })

  test('tomorrow may be planned for, and has not been', () => {
    expect(day('26/11/2026', NOW)).toBe('2026-11-26')
    expect(isUnfit(pastDay('26/11/2026', NOW))).toBe(true)
  })
})

test.each(['01/01/1900', '15/01/0024', '31/12/1999'])('nothing befell a child of the registry on %s', (text) => {
  expect(pastDay(text, NOW)).toEqual({ unfit: expect.stringContaining('anterior al año 2000') })
})

test.each([
  ['31/12/1899', 'anterior a 1900'],
  ['26/11/2026', 'futuro'],
  ['29/02/2023', 'no existe'],
])('nobody was born on %s: %s', (text, reason) => {
  expect(birthDay(text, NOW)).toEqual({ unfit: expect.stringContaining(reason) })
})

test.each([
  [1900, false],
  [2000, true],
  [2023, false],
  [2024, true],
])('29 February %i exists: %s', (year, exists) => {
  expect(dayExists(year, 2, 29)).toBe(exists)
})
