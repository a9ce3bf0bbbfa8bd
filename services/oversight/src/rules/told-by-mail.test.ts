import type { AlertKind } from '@vigia/law/alert-kinds'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { expect, test } from 'vitest'
import type { Silence } from './silenced.ts'
import { addresseesOf, lettersOf, type Raised } from './told-by-mail.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const raised = (kind: AlertKind, more: Partial<Raised> = {}): Raised => ({
  ...{ alertId: `${kind} of somebody`, kind, severity: 'CRITICAL', state: '07', facilityId: null },
  ...{ subject: 'a stay', isPlaceOfInm: false },
  ...more,
})
const silence = (authorRole: Silence['authorRole']): Silence => ({
  ...{ kinds: codesOf(ALERT_KINDS), state: '07', facilityId: null, authorRole },
  ...{ until: new Date('2026-11-28T12:00:00Z'), endedAt: null },
})
const written = (alerts: Raised[], silences: Silence[] = []) =>
  lettersOf(alerts, silences, { address: 'https://vigia.example.org', now: NOW })

const SECRETARIES = [
  ['federal-secretary', 'OVERSEES'],
  ['state-secretary:07', 'OVERSEES'],
]
test.each([
  ['HELD_IN_PROHIBITED_PLACE', [...SECRETARIES, ['ombudsperson-federal', 'OVERSEES']]],
  ['NO_DETERMINATION', [['ppnna-officer:07', 'OWES'], ...SECRETARIES, ['ombudsperson-state:07', 'OVERSEES']]],
  [
    'UNLISTED_PLACE',
    [
      ['dif-officer:07', 'OWES'],
      ...SECRETARIES,
      ['ombudsperson-state:07', 'OVERSEES'],
      ['ppnna-officer:07', 'OVERSEES'],
    ],
  ],
  [
    'LONG_STAY',
    [
      ...[
        ['ppnna-officer:07', 'OWES'],
        ['dif-officer:07', 'OWES'],
      ],
      ...SECRETARIES,
      ['ombudsperson-state:07', 'OVERSEES'],
    ],
  ],
  ['ASYLUM_DECISION_DUE', [...SECRETARIES, ['ombudsperson-federal', 'OVERSEES']]],
] as const)('of %s is written to whoever owes the duty, and whoever oversees it', (kind, offices) => {
  expect(addresseesOf(raised(kind)).map(({ recipient, part }) => [recipient, part])).toEqual(offices)
})

test.each(codesOf(ALERT_KINDS))('of %s somebody is written to, and INM is not', (kind) => {
  for (const [subject, isPlaceOfInm] of [
    ['children/detections/INM/07', true],
    ['a stay', false],
  ] as const) {
    const offices = addresseesOf(raised(kind, { subject, isPlaceOfInm }))

    expect(offices.some(({ part }) => part === 'OVERSEES')).toBe(true)
    expect(offices.map(({ role }) => role)).not.toContain('inm-officer')
  }
})

test('who owes and who oversees read letters of different kind, and a nation one letter for all its states', () => {
  const letters = written([
    raised('NO_DETERMINATION'),
    raised('UNLISTED_PLACE'),
    raised('UNLISTED_PLACE', { state: '30' }),
  ])
  const subjectsOf = (to: string) => letters.filter(({ recipient }) => recipient === to).map(({ subject }) => subject)

  expect(subjectsOf('ppnna-officer:07')).toEqual([
    'Vigía: 1 alerta crítica por responder, Chiapas',
    'Vigía: 1 alerta crítica, Chiapas',
  ])
  expect(subjectsOf('federal-secretary')).toEqual(['Vigía: 3 alertas críticas, 2 estados'])
  const [nation] = letters.filter(({ recipient }) => recipient === 'federal-secretary')
  expect(nation?.body).toContain('https://vigia.example.org/estado/30')
  expect(nation?.body).toContain('Critical alerts in Chiapas:')
})

test('a silence holds back what is written to those of its role alone, and never what is critical', () => {
  const to = (alerts: Raised[]) => written(alerts, [silence('state-secretary')]).map(({ recipient }) => recipient)

  expect(to([raised('NO_DETERMINATION', { severity: 'RED' })])).toEqual([
    ...['ppnna-officer:07', 'federal-secretary', 'ombudsperson-state:07'],
  ])
  expect(to([raised('NO_DETERMINATION')])).toContain('state-secretary:07')
})
