/** Whether an act went on without an interpreter: A29. */
import { expect, test } from 'vitest'
import {
  aChild,
  after,
  coursesOf,
  days,
  decided,
  evidence,
  gravityAt,
  T0,
} from '../../../../../tests/support/builders/picture.ts'
import { noInterpreter } from './no-interpreter.ts'

const interview = { evidence: [evidence({ hadInterpreter: false })] }
test.each([
  ['Mam, interviewed without', { language: 'Mam', ...interview }, 'AMBER'],
  [
    'Haitian creole, determined without',
    { language: 'Criollo haitiano', determinations: [decided({ interpreter: 'NO' })] },
    'RED',
  ],
  [
    'Haitian creole, determined with one',
    { language: 'Criollo haitiano', determinations: [decided({ interpreter: 'YES' })] },
    null,
  ],
  [
    'Haitian creole, determined, nobody knows',
    { language: 'Criollo haitiano', determinations: [decided({ interpreter: 'UNKNOWN' })] },
    null,
  ],
  ['nothing written', { language: '', ...interview }, null],
  ['Castilian', { language: 'castellano', ...interview }, null],
  ['Spanish by its code', { language: 'es', ...interview }, null],
  ['Spanish', { language: 'Español', ...interview }, null],
  ['nobody knows', { language: null, ...interview }, null],
  ...['Español (Honduras)', 'español hondureño', 'CASTELLANO DE GUATEMALA', 'es-MX'].map(
    (language) => [`Spanish as ${language}`, { language, ...interview }, null] as const,
  ),
  ...['No especificada', 'Desconocida', 'se desconoce', 'Sin datos', 'Por determinar'].map(
    (language) => [`nobody knows, as ${language}`, { language, ...interview }, null] as const,
  ),
  ...['Mam y español', 'Español y mam', 'español/criollo', 'Español, poco', 'No habla español', 'Espanyol-kriol'].map(
    (language) => [`another one, as ${language}`, { language, ...interview }, 'AMBER'] as const,
  ),
  ['Mam, nobody asked', { language: 'Mam', evidence: [evidence()] }, null],
] as const)('A29 %s', (_given, more, expected) => {
  expect(gravityAt(noInterpreter, aChild({ ...more }), days(9))).toBe(expected)
})

test('A29 names whose act it was: of the interview INM, of the determination the Procuraduría', () => {
  const child = aChild({ language: 'Mam', ...interview, determinations: [decided({ interpreter: 'NO' })] })

  const subjects = coursesOf(noInterpreter, child).map(({ subject }) => subject)
  expect(subjects).toEqual([expect.stringMatching(/^[^/]+\/INM$/), expect.stringMatching(/^[^/]+\/PPNNA$/)])
})

test.each([
  ['from the hour of the interview, where it is told', after(6), after(6)],
  ['from the detection, where it is not', null, T0],
] as const)('A29 runs %s', (_given, interviewedAt, since) => {
  const child = aChild({ language: 'Mam', evidence: [evidence({ hadInterpreter: false, interviewedAt })] })

  expect(coursesOf(noInterpreter, child)).toMatchObject([{ since, steps: [{ severity: 'AMBER', at: since }] }])
})
