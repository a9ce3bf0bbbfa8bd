import type { AlertKind, AlertSeverity } from '@vigia/law/alert-kinds'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import type { LetterRhythm } from '@vigia/law/letters'
import { expect, test } from 'vitest'
import type { Chosen } from './letter-terms.ts'
import type { Silence } from './silenced.ts'
import { addresseesOf, lettersOf, type Raised } from './told-by-mail.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const raised = (kind: AlertKind, more: Partial<Raised> = {}): Raised => ({
  ...{
    alertId: `${kind} of somebody in ${more.state ?? '07'}`,
    kind,
    severity: 'CRITICAL',
    state: '07',
    facilityId: null,
  },
  ...{ subject: 'a stay', isPlaceOfInm: false },
  ...more,
})
const silence = (authorRole: Silence['authorRole']): Silence => ({
  ...{ kinds: codesOf(ALERT_KINDS), state: '07', facilityId: null, authorRole },
  ...{ until: new Date('2026-11-28T12:00:00Z'), endedAt: null },
})
const written = (alerts: Raised[], silences: Silence[] = [], choices: Chosen[] = []) =>
  lettersOf(alerts, { silences, choices }, { address: 'https://vigia.example.org', now: NOW })

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

test('of the post of the federal secretary he is written to, and who oversees it; of that of a state they are too', () => {
  const vacant = raised('SECRETARIAT_VACANT', { state: '00', subject: '00' })
  const ofState = addresseesOf(raised('SECRETARIAT_VACANT', { subject: '07' }))

  expect(written([vacant]).map(({ recipient }) => recipient)).toEqual(['federal-secretary', 'ombudsperson-federal'])
  expect(written([vacant])[1]?.body).toContain('Alertas críticas en la Federación:')
  expect(written([vacant])[1]?.body).toContain('Critical alerts in the Federation:')
  expect(written([vacant])[1]?.body).toContain('https://vigia.example.org/sistema')
  expect(ofState.map(({ recipient }) => recipient)).toEqual([
    ...['state-secretary:07', 'federal-secretary', 'ombudsperson-state:07'],
  ])
})

test('each is led to the page on which it sees them: DIF, which oversees nothing, to that of what it owes', () => {
  const linkOf = (office: string) =>
    /Ver: (\S+)/.exec(written([raised('LONG_STAY')]).find(({ recipient }) => recipient === office)?.body ?? '')?.[1]

  expect(linkOf('dif-officer:07')).toBe('https://vigia.example.org/alertas?entidad=07')
  expect(linkOf('ppnna-officer:07')).toBe('https://vigia.example.org/estado/07')
  expect(linkOf('federal-secretary')).toBe('https://vigia.example.org/estado/07')
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
  expect(subjectsOf('federal-secretary')).toEqual(['Vigía: 3 alertas críticas, 2 entidades'])
  const [nation] = letters.filter(({ recipient }) => recipient === 'federal-secretary')
  expect(nation?.body).toContain('https://vigia.example.org/estado/30')
  expect(nation?.body).toContain('Critical alerts in Chiapas:')
})

test('what was raised and grew graver since the letter before is one alert, as grave as it is by now', () => {
  const choices = [chosen('AMBER', 'AT_ONCE', { role: 'federal-secretary', state: null })]
  const steps = (['AMBER', 'RED', 'CRITICAL'] as const).map((severity) => raised('NO_DETERMINATION', { severity }))
  const [letter] = written(steps, [], choices).filter(({ recipient }) => recipient === 'federal-secretary')

  expect(letter?.subject).toBe('Vigía: 1 alerta crítica, Chiapas')
  expect(letter?.body).toContain('1 × A15')
  expect(letter?.told).toEqual([{ alertId: steps[0]?.alertId, severity: 'CRITICAL' }])
})

test('a silence holds back what is written to those of its role alone, and never what is critical', () => {
  const to = (alerts: Raised[]) => written(alerts, [silence('state-secretary')]).map(({ recipient }) => recipient)

  const isRead = (choices: Chosen[]) => (alerts: Raised[]) =>
    written(alerts, [silence('state-secretary')], choices).some(({ recipient }) => recipient === 'state-secretary:07')
  const ofAll = isRead([{ role: 'state-secretary', state: '07', severity: 'AMBER', rhythm: 'AT_ONCE' }])
  expect([ofAll([raised('NO_DETERMINATION', { severity: 'RED' })]), ofAll([raised('NO_DETERMINATION')])]).toEqual([
    ...[false, true],
  ])
  expect(to([raised('NO_DETERMINATION')])).toContain('state-secretary:07')
})

const chosen = (severity: AlertSeverity, rhythm: LetterRhythm, differences: Partial<Chosen> = {}): Chosen => ({
  ...{ role: 'ppnna-officer', state: '07', severity, rhythm },
  ...differences,
})
const [OWN, OVERSEEN] = ['NO_DETERMINATION', 'UNLISTED_PLACE'] as const
test.each([
  ['nothing', [], OWN, 'RED', false],
  ['nothing', [], OWN, 'CRITICAL', true],
  ['all at once', [chosen('AMBER', 'AT_ONCE')], OVERSEEN, 'AMBER', true],
  ['red and critical at once', [chosen('RED', 'AT_ONCE')], OVERSEEN, 'AMBER', false],
  ['red and critical at once', [chosen('RED', 'AT_ONCE')], OVERSEEN, 'RED', true],
  ['a digest', [chosen('AMBER', 'DAILY')], OVERSEEN, 'CRITICAL', false],
  ['a digest, of what is its own duty', [chosen('AMBER', 'DAILY')], OWN, 'CRITICAL', true],
  ['a digest, of what is its own duty', [chosen('AMBER', 'DAILY')], OWN, 'RED', false],
  ['of another state', [chosen('AMBER', 'AT_ONCE', { state: '30' })], OVERSEEN, 'AMBER', false],
  ['of another office', [chosen('AMBER', 'AT_ONCE', { role: 'dif-officer' })], OVERSEEN, 'AMBER', false],
] as const)('given an office chose %s', (_what, choices, kind, severity, isWritten) => {
  const letters = written([raised(kind, { severity })], [], [...choices])

  expect(letters.some(({ recipient }) => recipient === 'ppnna-officer:07')).toBe(isWritten)
})

test('an office of the nation chooses for all states, and for one of them otherwise', () => {
  const choices = [
    chosen('AMBER', 'AT_ONCE', { role: 'federal-secretary', state: null }),
    chosen('CRITICAL', 'DAILY', { role: 'federal-secretary' }),
  ]
  const alerts = ['07', '30'].map((state) => raised('UNLISTED_PLACE', { state, severity: 'AMBER' }))
  const [letter] = written(alerts, [], choices).filter(({ recipient }) => recipient === 'federal-secretary')

  expect([letter?.state, letter?.subject]).toEqual(['30', 'Vigía: 1 alerta, Veracruz de Ignacio de la Llave'])
  expect(letter?.body).toContain('1 × A32')
  expect(letter?.body).toContain('(ámbar)')
})

test('of what has ended before its letter is written, the letter says so, in both languages', () => {
  const of = (n: number, over: number) =>
    written(
      Array.from({ length: n }, (_, at) => raised('HELD_IN_PROHIBITED_PLACE', { alertId: `${at}`, isOver: at < over })),
    )[0]
      ?.body.split('\n')
      .filter((line) => line.includes('×'))

  expect(of(2, 0)).toEqual(['  2 × A01 NNA en estación o estancia migratoria', '  2 × A01 Child in INM premises'])
  expect(of(1, 1)).toEqual([
    '  1 × A01 NNA en estación o estancia migratoria; ya terminó',
    '  1 × A01 Child in INM premises; already over',
  ])
  expect(of(3, 1)).toEqual([
    '  3 × A01 NNA en estación o estancia migratoria; 1 ya terminó',
    '  3 × A01 Child in INM premises; 1 already over',
  ])
  expect(of(3, 3)?.[0]).toBe('  3 × A01 NNA en estación o estancia migratoria; ya terminaron')
})
