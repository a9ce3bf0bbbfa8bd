import type { AlertKind } from '@vigia/law/alert-kinds'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { type Alike, digestOf, readersOf } from './daily-digest.ts'
import { digestLetter } from './digest-letter.ts'
import type { Chosen } from './letter-terms.ts'

const DAY = '2026-11-26'
const chosen = (differences: Partial<Chosen & { at: Date }> = {}): Chosen & { at: Date } => ({
  ...{ role: 'state-secretary', state: '07', severity: 'RED', rhythm: 'DAILY', at: instantOf('2026-11-25', 15) },
  ...differences,
})

test.each([
  ['before its hour', [chosen()], instantOf(DAY, 6, 59), []],
  ['at its hour', [chosen()], instantOf(DAY, 7), ['state-secretary:07']],
  ['of the day on which it was chosen', [chosen({ at: instantOf(DAY, 8) })], instantOf(DAY, 9), []],
  ['who is written to at once', [chosen({ rhythm: 'AT_ONCE' })], instantOf(DAY, 7), []],
  ['of the nation', [chosen({ role: 'federal-secretary', state: null })], instantOf(DAY, 7), ['federal-secretary']],
  [
    'of the nation, chosen for no state that is daily',
    [chosen({ role: 'federal-secretary', state: null, rhythm: 'AT_ONCE' })],
    instantOf(DAY, 7),
    [],
  ],
  [
    'of the nation, for one state alone',
    [chosen({ role: 'ombudsperson-federal', state: '30' })],
    instantOf(DAY, 7),
    ['ombudsperson-federal'],
  ],
] as const)('a digest %s', (_whose, choices, now, recipients) => {
  expect(readersOf([...choices], now).map(({ recipient }) => recipient)).toEqual(recipients)
})

const alike = (kind: AlertKind, differences: Partial<Alike> = {}): Alike => ({
  ...{ kind, severity: 'RED', state: '07', subject: '', facilityId: null, isPlaceOfInm: false, count: 1, step: null },
  alertIds: [],
  ...differences,
})

const OF = { day: DAY, address: 'https://vigia.example.org', isFirst: false }

test('given what is open and what has happened, a digest tells of both in numbers, apart what the office owes', () => {
  const [reader] = readersOf([chosen({ role: 'ppnna-officer' })], instantOf(DAY, 7))
  if (!reader) throw new Error('Nobody reads it.')
  const counted = [
    alike('NO_DETERMINATION', { count: 3, alertIds: ['one', 'two', 'three'] }),
    alike('NO_DETERMINATION', { count: 2, severity: 'CRITICAL', alertIds: ['four', 'five'] }),
    alike('NO_DETERMINATION', { count: 9, severity: 'AMBER', alertIds: ['too mild to be told'] }),
    alike('UNLISTED_PLACE'),
    alike('CHILD_DEPORTED'),
    alike('NO_DETERMINATION', { count: 4, step: 'OPENED' }),
    alike('NO_DETERMINATION', { step: 'RESOLVED', alertIds: ['five'] }),
  ]
  const held = { choices: [chosen({ role: 'ppnna-officer' })], silences: [], now: instantOf(DAY, 7) }
  const { subject, body, recipient, told } = digestLetter(reader, digestOf(reader, counted, held), OF)

  expect([recipient, subject]).toEqual(['ppnna-officer:07', 'Vigía: resumen del 2026-11-26, Chiapas: 6 abiertas'])
  expect(body.split('\n—\n')[0]).toBe(`CHIAPAS
Abiertas que a su oficina le toca cumplir y responder:
  2 × A15 Expediente sin determinación del interés superior o sin plan (crítica)
  3 × A15 Expediente sin determinación del interés superior o sin plan (roja)
Abiertas que su oficina vigila:
  1 × A32 NNA en un lugar que ninguna lista conoce (roja)
Desde el resumen anterior:
  4 × Abierta
  1 × Resuelta: su causa terminó, o se corrigió
Ver: https://vigia.example.org/estado/07
`)
  expect(told.map(({ alertId, severity }) => `${alertId} ${severity}`)).toEqual([
    ...['one RED', 'two RED', 'three RED', 'four CRITICAL', 'five CRITICAL'],
  ])
})

test('what its own office has silenced is not in a digest, but what is critical is, and what another office silenced', () => {
  const [choices, now] = [[chosen()], instantOf(DAY, 7)]
  const [reader] = readersOf(choices, now)
  if (!reader) throw new Error('Nobody reads it.')
  const counted = [alike('LONG_STAY'), alike('LONG_STAY', { severity: 'CRITICAL' })]
  const told = (authorRole: 'state-secretary' | 'ppnna-officer') => {
    const of = { kinds: ['LONG_STAY'], state: null, facilityId: null } as const
    const silences = [{ ...of, authorRole, until: instantOf('2026-11-28'), endedAt: null }]
    return digestOf(reader, counted, { choices, silences, now }).flatMap((one) =>
      one.counted.map(({ severity }) => severity),
    )
  }

  expect(told('state-secretary')).toEqual(['CRITICAL'])
  expect(told('ppnna-officer')).toEqual(['RED', 'CRITICAL'])
})

test('given nothing is open and nothing has happened, a digest says so', () => {
  const [reader] = readersOf([chosen()], instantOf(DAY, 7))
  if (!reader) throw new Error('Nobody reads it.')
  const held = { choices: [chosen()], silences: [], now: instantOf(DAY, 7) }

  const { body } = digestLetter(reader, digestOf(reader, [], held), OF)

  expect(body.match(/ {2}(ninguna|none)/g)).toHaveLength(6)
})

test('the first digest of an office tells of a day, and of none before it', () => {
  const [reader] = readersOf([chosen()], instantOf(DAY, 7))
  if (!reader) throw new Error('Nobody reads it.')
  const { body } = digestLetter(reader, [{ state: '07', counted: [] }], { ...OF, isFirst: true })

  expect(body).toContain('En las últimas 24 horas:\n  ninguna')
  expect(body).toContain('In the last 24 hours:\n  none')
  expect(body).not.toMatch(/resumen anterior|digest before/)
})

test('what is of the nation itself stands at the end of the digest of who is of no state, where there is anything', () => {
  const choices = [chosen({ role: 'ombudsperson-federal', state: null })]
  const [reader] = readersOf(choices, instantOf(DAY, 7))
  if (!reader) throw new Error('Nobody reads it.')
  const held = { choices, silences: [], now: instantOf(DAY, 7) }
  const vacant = alike('SECRETARIAT_VACANT', { state: '00', subject: '00' })
  const statesOf = (counted: Alike[]) => digestOf(reader, counted, held).map(({ state }) => state)

  expect([statesOf([]).length, statesOf([vacant]).at(-1)]).toEqual([32, '00'])
  expect(digestLetter(reader, digestOf(reader, [vacant], held), OF)).toMatchObject({
    subject: 'Vigía: resumen del 2026-11-26, 32 entidades: 1 abierta',
    body: expect.stringContaining('LA FEDERACIÓN'),
  })
})
