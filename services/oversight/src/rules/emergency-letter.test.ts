/** Which ombudspersons and which signers are written to of an emergency, and that the letter names nobody. */
import { MATRIX, ROLES } from '@vigia/law/access-matrix'
import { expect, test } from 'vitest'
import { type EmergencyUse, emergencyLetter, officesTold } from './emergency-letter.ts'

test.each([
  [
    'ppnna-officer',
    ['07'],
    '07',
    ['ombudsperson-federal', 'ombudsperson-state:07', 'ppnna-officer:07', 'state-secretary:07'],
  ],
  [
    'dif-officer',
    ['07'],
    '30',
    [
      ...['ombudsperson-federal', 'ombudsperson-state:07', 'ombudsperson-state:30'],
      ...['dif-officer:07', 'state-secretary:07'],
    ],
  ],
  ['ombudsperson-federal', null, '30', ['ombudsperson-federal', 'ombudsperson-state:30']],
  [
    'state-secretary',
    ['07'],
    '07',
    ['ombudsperson-federal', 'ombudsperson-state:07', 'state-secretary:07', 'federal-secretary'],
  ],
  ['ppnna-officer', ['07', '09'], null, ['ombudsperson-federal', 'ombudsperson-state:07', 'ombudsperson-state:09']],
  [
    'ppnna-officer',
    ['07', '09'],
    '07',
    [
      ...['ombudsperson-federal', 'ombudsperson-state:07', 'ombudsperson-state:09'],
      ...['ppnna-officer:07', 'ppnna-officer:09'],
    ],
  ],
])(
  'of a use as %s of %j of a child found in %s those who oversee it, and those who may sign, are told',
  (role, states, found, told) => {
    expect(officesTold({ role, states, found })).toEqual(told)
  },
)

test('it says until when it is to be signed, then what its want ends; and nothing of it where there was no such child', () => {
  const use = { at: new Date('2026-11-26T03:30:00Z'), role: 'dif-officer', states: ['07'], found: '07' } as const
  const said = (differences: Partial<EmergencyUse>) =>
    emergencyLetter({ ...use, kind: 'EMERGENCY', ...differences }, 'state-secretary:07', '').body

  expect(said({})).toContain('firma con su cuenta a más tardar el 2026-11-28 21:30 (hora de la Ciudad de México).')
  expect(said({})).toContain('signs with their account by 2026-11-28 21:30 (Mexico City time).')
  expect(said({ kind: 'UNSIGNED' })).toContain('Hasta que alguien firme, esa cuenta no abre ningún otro')
  expect(said({ found: null })).not.toMatch(/firma con|signs/)
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
