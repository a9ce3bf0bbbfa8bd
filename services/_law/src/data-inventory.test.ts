import { expect, test } from 'vitest'
import { dataLines } from './data-inventory.ts'

const readersOf = (table: string, column: string) =>
  dataLines().find((line) => line.table === table && line.columns.includes(column))?.readers

test('who used an emergency is read by all to whom emergencies are told, and not by overseers of the audit alone', () => {
  const readers = readersOf('openings.opening', 'reason')?.split(', ')

  expect(readers).toEqual(expect.arrayContaining(['state-secretary', 'ppnna-officer', 'dif-officer']))
  expect(readers).not.toContain('inm-officer')
})

test('what was taken out is told to whoever asked for it, and to those who may decide about it', () => {
  expect(readersOf('exports.export', 'purpose')).toBe(
    'whoever asked for it; while it waits, who may decide about it: federal-secretary, state-secretary, ombudsperson-federal, ombudsperson-state',
  )
  expect(readersOf('exports.export', 'decoy')).toMatch(/^nobody/)
})
