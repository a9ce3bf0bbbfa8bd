/** What rules read of a fact is what its service tells of it: a key of which no event tells is null for ever, and raises nothing. */
import { FACTS } from '@vigia/law/events'
import { expect, test } from 'vitest'
import { type DetailedFact, detailOf } from './details-of-facts.ts'

const DETAILED: readonly DetailedFact[] = [
  ...(['detection', 'detection_evidence', 'migration_document', 'asylum_claim', 'stay', 'urgent_measure'] as const),
  ...(['protection_case', 'representation', 'counsel_request', 'determination', 'restitution_plan'] as const),
  ...(['complaint', 'return_plan', 'executed_return', 'return_checklist'] as const),
]

test.each(DETAILED)('every key that is read of a %s stands in its row', (fact) => {
  const read = [...detailOf(fact).matchAll(/p (?:->>?|#>) '\{?(\w+)/g)].map(([, key]) => key)

  expect(read.length).toBeGreaterThan(0)
  expect(read.filter((key) => !Object.keys(FACTS[fact].shape).includes(key ?? ''))).toEqual([])
})
