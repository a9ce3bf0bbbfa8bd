/** The steps of alerts for which the law gives no number (domain.md 2.2): defaults of Vigía, which bind nobody and say so. */
import type { Basis } from './legal-basis.ts'

function byDefault(article: string, says: string): Basis {
  const vigia = { kind: 'POLICY', law: 'Vigía', abbreviation: 'Vigía', asOf: '2026-11-26' } as const
  return { ...vigia, article, wordingSince: null, quote: null, says, source: null }
}

export const SET_BY_THE_SECRETARY = byDefault(
  'umbral fijado',
  'A threshold that the federal secretary has set in the place of the one the registry came with, for a reason and from a day on.',
)
export const NOTICE_STEPS = byDefault('A03', 'No notice: amber at 1 hour, critical at 36. The law says at once.')
export const HANDOVER_STEPS = byDefault('A05', 'No proof of the hand-over to DIF: amber at 12 hours, red at 24.')
export const REPRESENTATION_STEPS = byDefault('A07', 'No representation: amber at 24 hours, red at 72.')
export const COMAR_STEPS = byDefault('A08', 'COMAR not told: amber at 3 hours, red at 24. The law says at once.')
export const STATUS_STEPS = byDefault(
  'A10',
  'No humanitarian status: amber at 24 hours, red after 5 working days, critical after 20. The law says at once.',
)
export const CARD_STEPS = byDefault('A11', 'Status without card or CURP: amber after 5 working days, red after 20.')
export const MEASURE_STEPS = byDefault('A12', 'A centre without a measure: red at entry, critical at 24 hours.')
export const EVALUATION_STEPS = byDefault('A14', 'No initial evaluation: amber at 72 hours, red after 5 working days.')
export const UNSAFE_RETURN_MARKS = byDefault(
  'A20',
  'That no firearm be visible and that belongings go along is marked red at departure: no law says the one, and LM art. 119 VII says the other of adults.',
)
export const DECISION_STEPS = byDefault('A21', 'Amber at 40 working days, before the term of 45.')
export const CLAIM_STEPS = byDefault('A22', 'Amber after 20 working days and red after 28, before the term of 30.')
export const REVIEW_STEPS = byDefault('A23', 'Amber after 10 working days and red after 14, before the term of 15.')
export const CLAIM_GIVEN_UP = byDefault(
  'A24',
  'A claim given up in a centre is marked amber, and red where no independent counsel is recorded.',
)
export const PERIODIC_REVIEW_STEPS = byDefault(
  'A26',
  'No follow-up: amber at 30 days, red at 60. The law gives no period.',
)
export const OCCUPANCY_STEPS = byDefault(
  'A27',
  'Of the places: amber at 90 %, red at 100 %, critical at 120 %. Of a station the law says no more than it holds (LM art. 106).',
)
export const COUNSEL_STEPS = byDefault('A30', 'Request for counsel: amber at 24 hours, red at 72 or once denied.')
export const REGISTRY_STEPS = byDefault(
  'A31',
  'Registry of centres: amber at 150 days, before the six months of the law; red at 183.',
)
export const UNLISTED_PLACES = byDefault(
  'A32',
  'A place with children that no list knows is red as soon as it is seen.',
)
export const TRANSITION_STEPS = byDefault(
  'A35',
  'Before the 18th birthday: amber at 180 days, red at 90, critical at 30.',
)
export const DISAPPEARANCE_STEPS = byDefault(
  'A34',
  'Out of sight and not reported: amber at 1 hour, red at 3, critical at 24. A case of Nuevo León in 2021 was reported the same day.',
)
export const VACANCY_STEPS = byDefault(
  'A36',
  'Executive secretary vacant or shared: amber at 15 days, red at 30, critical at 90. The law gives no number.',
)
export const OMBUDS_REPORT_STEPS = byDefault(
  'A37',
  'Report to the ombudsperson: amber at 10 days; red at 15 where the commission of a state asked, whose own law was not read. Of the CNDH its law says 15 (art. 34).',
)
export const GROWTH_OF_BACKLOG = byDefault(
  'E01',
  'A backlog that grew by half within a week is red, one that doubled critical; of fewer than 10 children nothing is said, nor once INM or the Procuraduría has been silent for 7 days.',
)
