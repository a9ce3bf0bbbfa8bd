/** How much of a table a statement reads, as the database itself tells of it: a number that does not depend on how fast the machine is. */
interface Plan {
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Join Filter'?: number
  Plans?: Plan[]
}

type Explained = { 'QUERY PLAN': [{ Plan: Plan }] }

/** By `ask` the statement runs; gives how many rows of the table its scans have gone through, and how many pairs its joins; null where it reads none. */
export async function rowsRead(
  ask: (sql: string) => Promise<readonly Explained[]>,
  table: string,
  sql: string,
): Promise<number | null> {
  const explained = await ask(`explain (analyze, timing off, format json) ${sql}`)
  const plans = explained.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan))
  const scans = plans.filter((node) => node['Relation Name'] === table)
  if (scans.length === 0) return null
  const read = scans.map((node) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'])
  const held = plans.map((node) => (node['Rows Removed by Join Filter'] ?? 0) * node['Actual Loops'])
  return [...read, ...held].reduce((sum, rows) => sum + rows, 0)
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
