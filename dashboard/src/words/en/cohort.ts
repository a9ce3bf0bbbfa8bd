/** The sentence of the cohort and its funnel. */
import type { cohort as spanish } from '../es/cohort.ts'

export const cohort: typeof spanish = {
  country:
    'Of every 100 children and adolescents detected, *{{opened}}* at a child-protection office and *{{planned}}* to restore their rights.',
  place:
    'In {{place}}, of every 100 children and adolescents detected, *{{opened}}* at a child-protection office and *{{planned}}* to restore their rights.',
  fewCountry:
    'Of {{detected}} children and adolescents detected, *{{opened}}* at a child-protection office and *{{planned}}* to restore their rights.',
  fewPlace:
    'In {{place}}, of {{detected}} children and adolescents detected, *{{opened}}* at a child-protection office and *{{planned}}* to restore their rights.',
  opened: { none: 'none has a case', one: '1 has a case', some: '{{n}}\u00a0have a case' },
  planned: { none: 'none a plan', one: '1 a plan', some: '{{n}}\u00a0a plan' },
  plansUntold: 'there is no data on plans',
  underOne: 'fewer than 1',
  overNinetyNine: 'more than 99',
  noneCountry: 'In this period and with these filters *no child was recorded as detected*.',
  nonePlace: 'In {{place}}, in this period and with these filters, *no child was recorded as detected*.',
  noFilesCountry:
    '{{detected}} children and adolescents were detected. *No data* on their cases and plans: no child-protection office has reported its own.',
  noFilesPlace:
    'In {{place}}, {{detected}} children and adolescents were detected. *No data* on their cases and plans: the child-protection office has reported none.',
  failed: '*Not available*: what became of the children detected.',
  untold: '*No data* for this period: no authority has reported children detected.',
  beyond: '*Outside your scope*: what became of the children detected in {{place}}.',
  beyondCountry: '*Outside your scope*: what became of the children detected in the whole country.',
  reached: 'Reached',
  caption: 'Each bar is what remained of the one above:',
  wentOn: 'continued; the rest did not, and ended as shown.',
  label: 'How far the children detected came and what became of the others',
  stages: {
    DETECTED: 'Detected',
    NOTIFIED: 'PPNNA notified',
    CASE_OPENED: 'Case opened',
    DETERMINED: 'Best interests determined',
    PLAN_ISSUED: 'Restitution plan issued',
  },
  stageNotes: {
    DETECTED: 'by INM or another authority',
    NOTIFIED: 'at once, LM 112',
    CASE_OPENED: 'by the PPNNA',
    DETERMINED: 'BID decided',
    PLAN_ISSUED: 'a duty, LGDNNA 123',
  },
  fates: { WAITING: 'Waiting', RETURNED: 'Returned', LEFT: 'Left', UNKNOWN: 'Unknown' },
  total: 'Where they are today',
  totalNote: 'with a plan, and what became of the others',
  history: 'Of every 100, until today',
  withCase: 'case opened',
  withPlan: 'plan issued',
  followed: 'Followed until {{day}}.',
  star: 'With a BID; whether it permitted the return is told under “Returns without a valid BID”.',
  notCounted: 'What they have opened since then is not counted.',
}
