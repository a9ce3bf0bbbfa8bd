/** What only some files of the twin tell: the names of its key, and the SQL that finds them in a registry. */
import type { Answers } from '../support/twin-files.ts'

type Planted = Answers['planted']

/** By the name of each list of the key. */
export const TOLD: Readonly<Record<string, string>> = {
  detections: `select d.acta as it from children.detection_evidence e join children.detection d on d.id = e.detection_id`,
  cases: `select folio as it from representation.protection_case c
    where num_nonnulls(transition_plan_on, reunification_agreed_on) > 0 or exists (select from representation.follow_up f where f.case_id = c.id)`,
  determinations: `select number as it from representation.determination
    where opened_at is not null and cardinality(violated_rights) between 1 and 3`,
  heeded: `select number as it from representation.determination where guaranteed_on <> '{}'`,
  checklists: `select r.folio as it from returns.return_checklist k join returns.executed_return r on r.id = k.return_id where k.evidence is not null`,
  receptions: `select folio as it from returns.executed_return where received_by is not null`,
  complaints: 'select folio as it from representation.complaint',
  givenUp: 'select file_number as it from children.asylum_claim where ended_for is not null',
  ratified: 'select file_number as it from children.asylum_claim where ratified_on is not null',
  facilities: `select f.key as it from placements.facility_record r join placements.facility f on f.id = r.facility_id`,
}

/** As many as they are, which in so small a twin may be none. */
export const DENIALS = `select c.folio as it from representation.counsel_request r join representation.protection_case c on c.id = r.case_id
  where r.denied_by is not null`

/** What is planted there against the law. */
export function againstTheLaw(planted: Planted): readonly (readonly [names: readonly string[], sql: string])[] {
  return [
    [
      planted.enteredLongBefore,
      `select d.acta as it from children.detection_evidence e join children.detection d on d.id = e.detection_id
       where e.entered_on < outbox.mx_date(d.detected_at) - 60`,
    ],
    [
      planted.incompleteActsOfHandover,
      `select d.acta as it from children.detection_evidence e join children.detection d on d.id = e.detection_id
       where not e.handover_tells_notice or not e.handover_has_receipt`,
    ],
    [
      planted.lateDecrees,
      `select number as it from placements.urgent_measure
       where requested_at is not null and coalesce(ordered_at > requested_at + interval '3 hours', true)`,
    ],
    [
      planted.shortOfCarers,
      `select f.key as it from placements.facility f
       where f.carers < (select count(*) / 8.0 from placements.stay s where s.facility_id = f.id and s.left_at is null)`,
    ],
    [
      planted.centresWhoseRegistrationExpired,
      `select f.key as it from oversight.alert a join placements.facility f on f.id = a.facility_id
       where a.kind = 'UNREGISTERED_CENTRE' and a.resolved_at is null`,
    ],
  ]
}

/** And not handed over to another state, which the same files tell. */
const WAS_RETURNED = "r.return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION')"

/** What is planted among returns, how it is found, and where the key names it. */
export const RETURNS: readonly [
  what: string,
  sql: string,
  planted: (planted: Planted) => readonly string[] | undefined,
][] = [
  [
    'deportations of children, which the law forbids, are found one by one',
    `select folio as it from returns.executed_return where return_type = 'DEPORTATION'`,
    ({ prohibitedReturns }) => prohibitedReturns.DEPORTATION,
  ],
  [
    'numbers of determinations that nobody made cure no return',
    `select r.folio as it from returns.executed_return r left join representation.determination d on d.number = r.determination_number
     where ${WAS_RETURNED} and r.determination_number is not null and d.id is null`,
    ({ determinationsThatDoNotExist }) => determinationsThatDoNotExist,
  ],
  [
    'children returned on the day of the find, at an hour that nobody tells, were returned, and within 72 hours',
    `select r.folio as it from returns.return_standing s join returns.executed_return r on r.id = s.return_id
       join oversight.child_path p on p.child_id = r.child_id
       join children.detection d on d.child_id = r.child_id and outbox.mx_date(d.detected_at) = outbox.mx_date(r.departed_at)
     where ${WAS_RETURNED}
       and r.departed_at < d.detected_at and s.hours_begun_since_detection <= 72 and (p.fate = 'RETURNED' or exists (
       select from children.detection again where again.child_id = r.child_id and again.detected_at > d.detected_at))`,
    ({ returnedOnTheDayOfTheFind }) => returnedOnTheDayOfTheFind,
  ],
]

export const STANDINGS = [
  'VALID',
  'NO_DETERMINATION',
  'DETERMINED_AFTER_DEPARTURE',
  'DETERMINATION_SAYS_OTHERWISE',
  'DETERMINED_BY_WRONG_AUTHORITY',
]

/** Whether the key names as many of everything as is asked for: of what is planted seldom, so small a twin has none on one day in six. */
export function hasAll({ planted, told }: Answers): boolean {
  const hasMore = (than: number, lists: readonly (readonly string[] | undefined)[]) =>
    lists.every((list) => (list?.length ?? 0) > than)
  const { stays, cases, returns } = planted.unjoinable
  return (
    hasMore(0, [
      ...againstTheLaw(planted).map(([names]) => names),
      ...RETURNS.map(([, , namesIn]) => namesIn(planted)),
    ]) &&
    hasMore(2, Object.values(planted.sameActaTwice)) &&
    hasMore(3, [...Object.keys(TOLD).map((name) => told[name]), [...stays, ...cases, ...returns]]) &&
    hasMore(
      5,
      STANDINGS.map((standing) => planted.returnsByStanding[standing]),
    ) &&
    planted.unlistedReferralCentres.length > 15
  )
}
