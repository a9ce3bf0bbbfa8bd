/** Of each datum the impact assessment names whoever reads it, by whichever door. */
import { expect, test } from 'vitest'
import { GROUPS, type Group } from './access-groups.ts'
import { DATA_AT_THE_MOMENT } from './articles-of-children.ts'
import { dataLines } from './data-inventory.ts'
import { BASES } from './data-kept.ts'

const readersOf = (table: string, column: string) =>
  dataLines()
    .filter((line) => line.table === table && line.columns.includes(column))
    .map(({ readers }) => readers)
    .join(', ')

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

/** Of what everybody reads, and of what no field tells. */
const OF_NOBODY: readonly Group[] = ['public', 'privileged']

test('no group of fields tells of what the assessment does not name it for', () => {
  const named = new Set(dataLines().map(({ group }) => group))

  expect(Object.keys(GROUPS).filter((group) => !named.has(group as Group))).toEqual(OF_NOBODY)
})

test.each([
  ['inm-officer', 'children.detection', 'ppnna_notified_at'],
  ['inm-officer', 'placements.stay', 'left_at'],
  ['inm-officer', 'returns.executed_return', 'folio'],
  ['inm-officer', 'returns.determination_ref', 'number'],
  ['partner', 'placements.stay_ledger', 'entered_at'],
  ['partner', 'oversight.alert', 'kind'],
  ['dif-officer', 'oversight.alert', 'since'],
  ['dif-officer', 'children.detection', 'sealed'],
  ['independent-counsel', 'placements.facility', 'name'],
])('%s is named among the readers of %s.%s', (role, table, column) => {
  expect(readersOf(table, column)).toContain(role)
})

test.each([
  ['children.person_name', 'sealed'],
  ['children.relative', 'relative_acta'],
])('of %s.%s, which no field of the graph tells, no reader is named', (table, column) => {
  expect(readersOf(table, column)).toMatch(/^nobody/)
})

test('who a child is, is kept by the article that says what the databases tell, and not by the one that says when it is sent', () => {
  expect(BASES.IDENTITY).toContain('99 ¶1')
  expect(Object.values(BASES).filter((basis) => basis.includes(DATA_AT_THE_MOMENT.article))).toEqual([])
})
