import { expect, test } from 'vitest'
import { type Measure, measureOf } from './measures.ts'

const NOTHING_ELSE = { right: null, institution: null, due_on: null, fulfilled_on: null }

test.each<[string, Partial<Measure>]>([
  ['Atención psicológica', { measure: 'Atención psicológica' }],
  [
    'Salud: atención médica (IMSS-Bienestar)',
    { right: 'HEALTH', measure: 'atención médica', institution: 'IMSS-Bienestar' },
  ],
  [
    'Educación: inscripción (SEP; vence 31/12/2026; cumplida 15/11/2026)',
    {
      right: 'EDUCATION',
      measure: 'inscripción',
      institution: 'SEP',
      due_on: '2026-12-31',
      fulfilled_on: '2026-11-15',
    },
  ],
  ['Nota: hablar con la tía', { measure: 'Nota: hablar con la tía' }],
  ['Salud:', { right: 'HEALTH', measure: 'Salud:' }],
  ['Acogimiento (vence mañana)', { measure: 'Acogimiento', institution: 'vence mañana' }],
  ['Un (paréntesis) en medio', { measure: 'Un (paréntesis) en medio' }],
])('%s', (entry, read) => {
  expect(measureOf(entry, '2026-11-25 12:00:59')).toEqual({ ...NOTHING_ELSE, entry, ...read })
})
