/** What a plan of PostgreSQL reads from end to end, and what it sorts, of tables that grow with the children. */

/** Tables that have a bound: places, files, figures, counters, what officials set. All others grow with the children. */
const BOUNDED =
  /^(facility|facility_record|inspection|snapshot|batch|official_figure|authority_\w+|batch_finding|feed_batch|uncounted_batch|registry|service_version|\w*(day|month)_?(counter|cube)?|cube|indicator_\w+|delta|position|facility_ref|place_ref|alert_silence|alert_threshold|secretariat_told|breach_told|work_suspension_\w+)$/
/** Partial indexes of what is open or waiting: as long as the children who are somewhere now, not as all who ever were. */
const OF_WHAT_IS_OPEN = /open|waiting|backlog|oldest/

export interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Parent Relationship'?: string
  'Subplan Name'?: string
  Plans?: Plan[]
}

/** Scans of a whole table, and sorts of a page: each by its name. */
export function faultsOf(plan: Plan, ofPage: boolean, underLimit = false): string[] {
  const { 'Node Type': node, 'Relation Name': table = '', 'Index Name': index = '', 'Index Cond': condition } = plan
  // What is asked for in a place of its own, as `exists (select …)`, stops at the first row.
  const isOneRow = plan['Parent Relationship'] === 'InitPlan' && !plan['Subplan Name']?.startsWith('CTE')
  const isBounded = underLimit || isOneRow || Boolean(condition) || OF_WHAT_IS_OPEN.test(index) || BOUNDED.test(table)
  const isWhole = /^(Seq|Index|Index Only) Scan$/.test(node) && !isBounded
  const isSort = ofPage && underLimit && node === 'Sort'
  const own = isWhole ? [`${node} on ${table} by ${index}`] : isSort ? ['Sort'] : []
  const inner = underLimit || node === 'Limit'
  return [...own, ...(plan.Plans ?? []).flatMap((child) => faultsOf(child, ofPage, inner))]
}

/** A page of a list that grows: of files and places there are few, and sorting them is cheaper than an index. */
export const isPage = (text: string) =>
  /limit \d+\s*$/.test(text) &&
  /from (children\.child|placements\.stay_ledger|returns\.return_standing|representation\.case_ledger|oversight\.alert|\w+\.unmatched_row)\b/.test(
    text,
  )
