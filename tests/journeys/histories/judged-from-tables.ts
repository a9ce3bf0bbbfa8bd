/** What the rules of alerts say of the facts themselves: read from the tables of the services, without log, picture or due time. */
import { instantOf } from '@vigia/law/mexican-time'
import type { ChildPicture } from '../../../services/oversight/src/engine/child.ts'
import type { FacilityPicture } from '../../../services/oversight/src/engine/facility.ts'
import { type Judgement, judge } from '../../../services/oversight/src/engine/judge.ts'
import { CHILD_RULES, FACILITY_RULES, RULES_WITHOUT_FIND } from '../../../services/oversight/src/rules/alerts/all.ts'
import { thresholdsOverTime } from '../../../services/oversight/src/rules/threshold-in-force.ts'
import type { ScratchDatabase } from '../../support/scratch-database.ts'

type Row = Record<string, string | null> & { id: string; child_id: string }

/** Open alerts as texts that can be compared, in order. */
export async function judgedFromTables(database: ScratchDatabase, now: Date): Promise<string[]> {
  const tables = await tablesOf(database)
  const inForce = thresholdsOverTime([])
  const ofChildren = tables.child.map((child) =>
    texts(child.id, judge(CHILD_RULES, childOf(child, tables), inForce, now)),
  )
  const known = new Set(tables.child.map(({ id }) => id))
  const held = [...tables.stay, ...tables.executed_return].map(({ child_id }) => child_id)
  const ofNobody = [...new Set(held)]
    .filter((id) => !known.has(id))
    .map((id) => texts(id, judge(RULES_WITHOUT_FIND, childOf({ id } as Row, tables), inForce, now)))
  const ofPlaces = tables.facility.map((place) =>
    texts(place.id, judge(FACILITY_RULES, placeOf(place, tables), inForce, now)),
  )
  return [...ofChildren, ...ofNobody, ...ofPlaces].flat().sort()
}

const TABLES = {
  child: 'children.child',
  detection: 'children.detection',
  facility: 'placements.facility',
  stay: 'placements.stay',
  protection_case: 'representation.protection_case',
  determination: 'representation.determination',
  restitution_plan: 'representation.restitution_plan',
  executed_return: 'returns.executed_return',
}
type Tables = Record<keyof typeof TABLES, Row[]>

async function tablesOf(database: ScratchDatabase): Promise<Tables> {
  const tables: Partial<Tables> = {}
  for (const [name, table] of Object.entries(TABLES)) {
    const rows = await database.query<{ row: Row }>(`select to_jsonb(t) as row from ${table} t`)
    tables[name as keyof Tables] = rows.map(({ row }) => row)
  }
  return tables as Tables
}

function childOf(child: Row, tables: Tables): ChildPicture {
  const of = <Fact>(name: keyof Tables, read: (row: Row) => Fact) =>
    tables[name].filter((row) => row.child_id === child.id).map((row) => ({ id: row.id, ...read(row) }))
  return {
    ...NOTHING,
    ...{ id: child.id, state: child['state'], accompaniment: child['accompaniment'] },
    detections: of('detection', (row) => ({
      ...{ at: at(row, 'detected_at'), state: row['state'], ppnnaNotifiedAt: at(row, 'ppnna_notified_at') },
    })),
    stays: of('stay', (row) => {
      const place = tables.facility.find(({ id }) => id === row['facility_id'])
      const stay = { at: at(row, 'entered_at'), leftAt: at(row, 'left_at'), facilityId: row['facility_id'] }
      const known = { ...stay, type: place?.['type'] ?? null, state: place?.['state'] ?? null }
      return { ...known, exitType: row['exit_type'], keeping: keepingOf(row) }
    }),
    cases: of('protection_case', (row) => ({
      ...{ at: at(row, 'opened_at'), state: row['state'], notifiedAt: at(row, 'notified_at') },
      ...{ closedAt: null, transitionPlanOn: null },
    })),
    determinations: of('determination', (row) => ({
      ...{ at: at(row, 'decided_at'), caseId: row['case_id'], outcome: row['outcome'], authority: row['authority'] },
      interpreter: null,
    })),
    plans: of('restitution_plan', (row) => ({ at: at(row, 'issued_on'), caseId: row['case_id'] })),
    returns: of('executed_return', (row) => ({
      ...{ at: at(row, 'departed_at'), state: row['state'], folio: row['folio'], returnType: row['return_type'] },
    })),
  } as unknown as ChildPicture
}

function keepingOf(row: Row) {
  const [sleepsWith, isMissingReported] = [row['sleeps_with'], row['missing_reported']]
  const told = { toldAt: at(row, 'recorded_at'), sleepsWith, areSiblingsApart: null, isMissingReported }
  const isTold = sleepsWith !== null || isMissingReported !== null
  return isTold ? { ...told, missingReportedAt: at(row, 'missing_reported_at') } : null
}

function placeOf(place: Row, { stay }: Tables): FacilityPicture {
  const there = stay.filter((one) => one['facility_id'] === place.id && one['left_at'] === null)
  const entries = there.map((one) => at(one, 'entered_at')).toSorted((a, b) => Number(a) - Number(b))
  return {
    ...place,
    registryStatus: place['registry_status'],
    entries,
    infants: [],
    lastExit: null,
    silentSince: null,
  } as unknown as FacilityPicture
}

/** The same of the table of alerts. */
export async function openAlerts(database: ScratchDatabase): Promise<string[]> {
  const rows = await database.query<Parameters<typeof text>[1] & { owner: string }>(
    `select owner, kind, subject, state, severity, facility_id as "facilityId", since, reached_at as "reachedAt"
     from oversight.alert where resolved_at is null and about <> 'STATE'`,
  )
  return rows.map((row) => text(row.owner, row)).sort()
}

const texts = (owner: string, { open }: Judgement) => open.map((found) => text(owner, found))

function text(owner: string, found: Omit<Judgement['open'][number], 'kind'> & { kind: string }): string {
  const { kind, subject, state, severity, facilityId, since, reachedAt } = found
  return [owner, kind, subject, state, severity, facilityId, since.toISOString(), reachedAt.toISOString()].join(' ')
}

const at = (row: Row, column: string) => {
  const value = row[column]
  if (value === null || value === undefined) return null
  return value.length === 10 ? instantOf(value) : new Date(value)
}

const NOTHING = {
  ...{ language: null, turns18On: null, evidence: [], documents: [], claims: [], measures: [], representations: [] },
  ...{ counselRequests: [], followUps: [], complaints: [], returnPlans: [], checklists: [] },
}

/** How many are open of each kind and severity in each state, and how many of them a person has closed. */
export const countedOneByOne = (database: ScratchDatabase) =>
  database.query(`select state, kind, severity, count(*)::int as count, count(closed_at)::int as closed_by_person
    from oversight.alert where resolved_at is null group by 1, 2, 3 order by 1, 2, 3`)
