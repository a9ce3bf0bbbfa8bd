import { describe, expect, test } from 'vitest'
import { BatchRow, FACTS, isEventType, readEvent } from './events.ts'

const ID = '6f9619ff-8b86-d011-b42d-00c04fc964ff'
const origin = { batch_id: ID, line: 2, recorded_at: '2026-11-25T12:00:00.123+00:00' }
const stay = {
  id: ID,
  child_id: ID,
  facility_id: ID,
  entered_at: '2026-11-25T06:00:00+00:00',
  left_at: null,
  exit_type: null,
  dif_file: null,
  ...origin,
}

/** A row of the log, as the database gives it. */
function event(type: string, payload: unknown, source = 'placements') {
  return {
    seq: '7',
    source,
    type,
    entity_id: ID,
    child_id: ID,
    batch_id: ID,
    recorded_at: '2026-11-25T12:00:01Z',
    payload,
  }
}

describe('an event is read', () => {
  test('with its row', () => {
    expect(readEvent(event('stay.recorded', stay))).toMatchObject({ seq: 7n, type: 'stay.recorded', payload: stay })
  })

  test('with a column that is new', () => {
    expect(() => readEvent(event('stay.corrected', { ...stay, window: 4 }))).not.toThrow()
  })

  test('of a relative of whom nobody knows the place', () => {
    const mother = {
      id: ID,
      child_id: ID,
      tie: 'MOTHER',
      place_mark: '',
      sealed: null,
      mark: null,
      relative_acta: null,
    }
    expect(() => readEvent(event('relative.recorded', { ...mother, ...origin }, 'children'))).not.toThrow()
  })

  test('without a row, when it was withdrawn', () => {
    expect(readEvent(event('stay.withdrawn', null)).payload).toBeNull()
    expect(() => readEvent(event('stay.withdrawn', stay))).toThrow()
  })

  test('as the new value of a counter', () => {
    const counter = { indicator: 'HELD', state: '07', day: '2026-11-25', n: 3 }
    expect(readEvent(event('indicator.changed', counter)).payload).toEqual(counter)
    expect(() => readEvent(event('indicator.changed', { ...counter, indicator: 'STANDING_VALID' }))).not.toThrow()
    expect(() => readEvent(event('indicator.changed', { ...counter, indicator: 'STANDING_OTHER' }))).toThrow()
    expect(() => readEvent(event('indicator.changed', { ...counter, state: '33' }))).toThrow()
  })
})

describe('an event is refused', () => {
  test.each([
    ['a row without a column', event('stay.recorded', { ...stay, entered_at: undefined })],
    ['a code of no list', event('stay.recorded', { ...stay, exit_type: 'ESCAPED' })],
    ['a local time in the place of an instant', event('stay.recorded', { ...stay, entered_at: '2026-11-25T06:00:00' })],
    ['an id that is none', event('stay.recorded', { ...stay, child_id: 'child-1' })],
    ['a row of another table', event('facility.recorded', stay)],
    ['a service that is none', event('stay.recorded', stay, 'gateway')],
    ['a name', event('person_name.recorded', { given_names: 'Ana' }, 'children')],
    ['a fact that is none', event('toString.recorded', stay)],
    ['a change that is none', event('stay.deleted', stay)],
  ])('%s', (_what, row) => {
    expect(() => readEvent(row)).toThrow()
  })
})

test('no column of an event holds a name of a person', () => {
  const columns = Object.values(FACTS).flatMap((row) => Object.keys(row.shape))
  expect(columns.filter((column) => /given|surname|person_name/.test(column))).toEqual([])
  expect(isEventType('person_name.recorded')).toBe(false)
  expect(isEventType('batch.corrected')).toBe(false)
  expect(Object.keys(BatchRow.shape)).toContain('cutoff_on')
})
