/** Which ombudspersons are written to of an emergency, and that the letter names nobody. */
import { expect, test } from 'vitest'
import { emergencyLetter, ombudspersonsTold } from './emergency-letter.ts'

test.each([
  [['07'], '07', ['ombudsperson-federal', 'ombudsperson-state:07']],
  [['07'], '30', ['ombudsperson-federal', 'ombudsperson-state:07', 'ombudsperson-state:30']],
  [null, '30', ['ombudsperson-federal', 'ombudsperson-state:30']],
  [['07', '09'], null, ['ombudsperson-federal', 'ombudsperson-state:07', 'ombudsperson-state:09']],
])('of a use by offices of %j of a child found in %s are told %j', (states, found, told) => {
  expect(ombudspersonsTold({ states, found })).toEqual(told)
})

test('the letter says that there was one, by which office and when, in both languages', () => {
  const at = new Date('2026-11-26T03:30:00Z')
  const use = { kind: 'EMERGENCY', at, role: 'ppnna-officer', states: ['07'], found: '30' } as const

  const { subject, body, told } = emergencyLetter(use, 'ombudsperson-state:30', 'https://vigia.example.org')

  expect(subject).toBe('Vigía: se usó un acceso de emergencia')
  expect(body).toContain(
    'Se usó un acceso de emergencia (cargo: ppnna-officer, Chiapas), 2026-11-25 21:30 (hora de la Ciudad de México).',
  )
  expect(body).toContain(
    'Emergency access was used (role: ppnna-officer, Chiapas), 2026-11-25 21:30 (Mexico City time).',
  )
  expect(body).toContain('https://vigia.example.org/cuenta')
  expect(told).toEqual([])
})
