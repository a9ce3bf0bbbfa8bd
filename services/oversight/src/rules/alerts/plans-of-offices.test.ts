/** A return is planned under a folio that the office of another state has given to an earlier one of the same child: A16, A17, A18. */
import { expect, test } from 'vitest'
import { aChild, aFind, coursesOf, days, departed } from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { childDeported } from './child-deported.ts'
import { returnWhilePending } from './return-while-pending.ts'
import { returnWithoutDetermination } from './return-without-determination.ts'

const RULES = [
  ['A16', returnWithoutDetermination],
  ['A17', childDeported],
  ['A18', returnWhilePending],
] as const

/** Returned from Tabasco on the ninth day, found again in Chiapas on the twentieth, of a claim that is pending. */
const cameBack: Partial<ChildPicture> = {
  detections: [aFind({ state: '27' }), aFind({ id: 'again', at: days(20) })],
  claims: [{ id: 'claim', at: days(1), status: 'FILED', statusOn: null, notifiedOn: null }],
}
const ofTabasco = departed({ state: '27', returnType: 'DEPORTATION' })
const plan: ChildPicture['returnPlans'][number] = {
  ...{ id: 'plan', at: days(25), folio: 'R1', state: '07', returnType: 'DEPORTATION', plannedOn: '2026-12-03' },
}
const endingOfPlan = (rule: (typeof RULES)[number][1], returns: ChildPicture['returns']) =>
  coursesOf(rule, aChild({ ...cameBack, returnPlans: [plan], returns })).find(({ subject }) => subject === 'plan')
    ?.ending

test.each(RULES)('%s the return from another state has not carried the plan out', (_number, rule) => {
  expect(endingOfPlan(rule, [ofTabasco])).toBe(null)
})

test.each(RULES)('%s the departure that its own office tells has', (_number, rule) => {
  expect(endingOfPlan(rule, [ofTabasco, departed({ id: 'own', at: days(31) })])).toMatchObject({ id: 'own' })
})

test.each(RULES)('%s a departure on the planned day has, with its state put right since', (_number, rule) => {
  expect(endingOfPlan(rule, [departed({ id: 'own', state: '30', at: days(30) })])).toMatchObject({ id: 'own' })
})
