/**
 * What is no statute: a judgment, a protocol, and the defaults of Vigía (domain.md 2.2), which bind nobody and
 * say so. A number that the law does not give is here or nowhere.
 */
import type { Basis } from './legal-basis.ts'

export const NOBODY_HELD_OVER_36_HOURS: Basis = {
  kind: 'COURT',
  law: 'Suprema Corte de Justicia de la Nación, Primera Sala',
  abbreviation: 'SCJN',
  article: 'AR 388/2022',
  asOf: '2023-03-15',
  wordingSince: null,
  quote: null,
  says: 'Nobody is held for migration reasons for more than 36 hours. Known from reports; whether the Court has since changed it was not verified.',
  source: null,
}

export const NOTICE_WITHIN_24_HOURS: Basis = {
  kind: 'PROTOCOL',
  law: 'Protocolo de actuación del INM para la protección del interés superior de NNA migrantes',
  abbreviation: 'Protocolo INM',
  article: '2016',
  asOf: '2016-01-01',
  wordingSince: null,
  quote: null,
  says: 'The Procuraduría is told within the first 24 hours. Known from citations; the protocol itself was not read. The law says at once.',
  source: null,
}

export const NO_ENTRY_WITHOUT_A_MEASURE: Basis = {
  kind: 'PROTOCOL',
  law: 'Convenios del SNDIF con los sistemas estatales',
  abbreviation: 'Convenios SNDIF',
  article: '2021',
  asOf: '2021-01-01',
  wordingSince: null,
  quote: null,
  says: 'No child enters a centre without a protection measure. Known from the press; the agreements were not read.',
  source: null,
}

/** A default of Vigía: by the number of the alert of which it is, in domain.md, or by one of its own, D01 and on. */
function byDefault(article: string, says: string): Basis {
  const vigia = { kind: 'POLICY', law: 'Vigía', abbreviation: 'Vigía', asOf: '2026-11-25' } as const
  return { ...vigia, article, wordingSince: null, quote: null, says, source: null }
}

export const HELD_TOO_LONG_STEPS = byDefault(
  'A02',
  'In a referral centre or an INM office: amber at 3 hours, red at 24. The 36 hours are the law of anyone (LM art. 68).',
)
export const BACKLOG_STEPS = byDefault(
  'A06',
  'A notified child without a case: amber at 24 hours, red at 72 hours, critical after 5 working days. The law gives no term.',
)
export const DETERMINATION_STEPS = byDefault(
  'A15',
  'No determination: amber at 10 working days, red at 15, critical at 30. The law gives no term; 15 is borrowed from LM art. 111.',
)
export const RETURN_WITHIN_72_HOURS = byDefault(
  'A19',
  'A return within 72 hours of detection is marked even where there was a determination: no law says so.',
)
export const LONG_STAYS = byDefault(
  'A25',
  'A stay in a centre: amber at 30 days, red at 90, critical at 180 and at 365.',
)
export const SILENT_FEED = byDefault(
  'A33',
  'A feed is late after 24 hours, silent after 72 hours, critical after 7 days. The law wants the data at the moment it arises.',
)
export const DOUBT_OF_A_YEAR = byDefault(
  'D01',
  'An estimated birth date that makes a person 18 leaves the doubt in which the law presumes an adolescent.',
)
export const DAYS_OF_MEXICO_CITY = byDefault(
  'D02',
  'Days are counted by the clock of Mexico City in every state, also where the local clock is another.',
)
export const HAND_OVER_IN_OCTOBER = byDefault(
  'D03',
  'From 2024 the day on which the executive changes hands is 1 October (Constitution art. 83), though LFPA art. 28 still says December.',
)
export const CONSULATE_BY_THE_PROCURADURIA = byDefault(
  'D04',
  'INM is told that it may turn to the consulate once the Procuraduría has recorded that it may, and never why it may not. The law says when not (LM art. 112 V, LRPCAP art. 21), and not who says so to INM.',
)
