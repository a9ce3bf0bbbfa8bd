/** Whom a need of international protection is told of, and whom it is not: A08, A09. */
import { expect, test } from 'vitest'
import {
  aChild,
  aFind,
  after,
  days,
  departed,
  evidence,
  gravityAt,
} from '../../../../../tests/support/builders/picture.ts'
import type { Evidence } from '../../engine/child.ts'
import { comarNotNotified } from './comar-not-notified.ts'
import { consulateContacted } from './consulate-contacted.ts'

const inNeed = { evidence: [evidence({ need: 'SEEN' })] }
const foundAgain = {
  detections: [aFind({ comarNotifiedAt: after(1) }), aFind({ id: 'again', at: after(22) })],
  evidence: [evidence({ detectionId: 'again', need: 'SEEN' })],
}
const claim = { id: 'claim', at: after(2), status: 'FILED', statusOn: null, notifiedOn: null } as const
test.each([
  ['nobody saw a need', {}, after(99), null],
  ['a need, 3 hours', inNeed, after(3), 'AMBER'],
  ['a need, 24 hours', inNeed, after(24), 'RED'],
  ['found by the evaluation', { evidence: [evidence({ need: 'SEEN' })] }, after(24), 'RED'],
  ['COMAR told', { ...inNeed, detections: [aFind({ comarNotifiedAt: after(2) })] }, after(24), null],
  ['claimed', { ...inNeed, claims: [claim] }, after(24), null],
  ['evaluated, no need found', { evidence: [evidence({ need: 'RULED_OUT' })] }, after(24), null],
  ['returned', { ...inNeed, returns: [departed({ at: after(20) })] }, after(24), null],
  ['a need seen of the second detection, from that on', foundAgain, after(25), 'AMBER'],
] as const)('A08 %s', (_given, more, now, expected) => {
  expect(gravityAt(comarNotNotified, aChild({ ...more }), now)).toBe(expected)
})

/** Found again twenty days later, of whom the consulate was told then; evaluated in between. */
const contactedLater = (need: Evidence['need'] = null, evaluatedOn: string | null = null) => ({
  detections: [aFind(), aFind({ id: 'again', at: days(20), consulateNotifiedAt: days(20) })],
  evidence: [evidence({ need: 'SEEN' }), evidence({ id: 'more', detectionId: 'again', need, evaluatedOn })],
})
const told = (status: 'INTENTION' | 'NO_INDICATION' | 'NOT_INFORMED') => ({ ...claim, at: days(-1), status })
const consulate = { detections: [aFind({ consulateNotifiedAt: after(5) })] }
const evaluatedAs = { need: 'SEEN' } as const
const seenLater = {
  detections: [...consulate.detections, aFind({ id: 'again', at: days(20) })],
  evidence: [evidence({ detectionId: 'again', need: 'SEEN' })],
}
test.each([
  ['contacted, no need known', consulate, null],
  ['contacted, a need seen', { ...consulate, ...inNeed }, 'CRITICAL'],
  ['contacted, asylum claimed the day before', { ...consulate, claims: [{ ...claim, at: days(-1) }] }, 'CRITICAL'],
  ['contacted, the wish to claim told the day before', { ...consulate, claims: [told('INTENTION')] }, 'CRITICAL'],
  ['contacted, no sign found the day before', { ...consulate, claims: [told('NO_INDICATION')] }, null],
  ['contacted, not informed the day before', { ...consulate, claims: [told('NOT_INFORMED')] }, null],
  ['contacted, asylum claimed the same day', { ...consulate, claims: [claim] }, null],
  ['not contacted', inNeed, null],
  ['contacted, a need seen when it was found before', contactedLater(), 'CRITICAL'],
  ['contacted, such a need, and found to be none since', contactedLater('RULED_OUT', '2026-11-10'), null],
  ['contacted, such a need, and found to be none on that day', contactedLater('RULED_OUT', '2026-11-23'), 'CRITICAL'],
  [
    'contacted, such a need, found to be none before it was seen',
    contactedLater('RULED_OUT', '2026-11-02'),
    'CRITICAL',
  ],
  ['contacted, a need found by the evaluation', { ...consulate, evidence: [evidence(evaluatedAs)] }, 'CRITICAL'],
  ['contacted, a need seen only when it was found again', seenLater, null],
  ['contacted, such a need, and not known since', contactedLater('NOT_SEEN', '2026-11-10'), 'CRITICAL'],
] as const)('A09 %s', (_given, more, expected) => {
  expect(gravityAt(consulateContacted, aChild({ ...more }), days(30))).toBe(expected)
})
