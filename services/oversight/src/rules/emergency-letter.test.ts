/** Which ombudspersons are written to of an emergency, and that the letter names nobody. */
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
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
    'Se usó un acceso de emergencia (oficina: Procuraduría de Protección de NNA, Chiapas), 2026-11-25 21:30 (hora de la Ciudad de México).',
  )
  expect(body).toContain(
    'Emergency access was used (office: Office for child protection, Chiapas), 2026-11-25 21:30 (Mexico City time).',
  )
  expect(body).toContain('https://vigia.example.org/cuenta')
  expect(told).toEqual([])
})

test('each office that may use one is named in words of the language, and no code of a role or a word of the other language is left', () => {
  const at = new Date('2026-11-26T03:30:00Z')
  const roles = ROLES.filter((role) => MATRIX[role].writes.includes('emergency:use'))
  expect(roles.length).toBeGreaterThan(0)

  for (const role of roles) {
    const states = MATRIX[role].byState ? ['09', '15'] : null
    const { body } = emergencyLetter({ kind: 'UNSIGNED', at, role, states, found: null }, 'ombudsperson-federal', '')
    const [es = '', en = ''] = body.split('\n').filter((line) => line.includes('2026'))

    expect(body).not.toContain(role)
    expect(es).toContain(states ? 'Ciudad de México, Estado de México)' : 'todo el país)')
    expect(en).toContain(states ? 'Mexico City, State of Mexico)' : 'the whole country)')
  }
})
