/** Of each table to which the impact assessment gives a term in years `npm run retention` says what is over, and of no other. */
import { INVENTORY } from '@vigia/law/data-inventory'
import { TERMS } from '@vigia/law/data-kept'
import { expect, test } from 'vitest'
import { SERVICE_NAMES } from '../service.ts'
import { ROWS } from './over-term.ts'

/** Rows without a moment of their own: they stay with those of which they are parts. */
const PARTS = ['audit.hundred', 'audit.honey', 'audit.link', 'audit.registry', 'audit.unlinked', 'stream.cohort']

const everySchemaOf = (table: string) =>
  table.startsWith('*.') ? SERVICE_NAMES.map((service) => `${service}.${table.slice(2)}`) : [table]

test.each(['WAITING', 'SESSION', 'AUDIT'] as const)(
  'of %s each table is looked at, and none of another term',
  (term) => {
    const looked = ROWS[term].map(([table]) => table)
    const kept = INVENTORY.flatMap((line) => (line.term === term ? everySchemaOf(line.table) : []))

    expect([...looked].sort()).toEqual(kept.filter((table) => !PARTS.includes(table)).sort())
  },
)

test('no other term is in years but that of children', () => {
  const inYears = Object.entries(TERMS).flatMap(([term, { years }]) => (years === null ? [] : [term]))

  expect(inYears.sort()).toEqual([...Object.keys(ROWS), 'CHILD'].sort())
})
