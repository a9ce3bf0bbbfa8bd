/** Asks a store in the name of an actor, and says how many rows of a table the database looked at for it. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { ServiceName } from '@vigia/kit/service'
import type { ScratchDatabase } from './scratch-database.ts'
import { keyOf, underContext } from './under-context.ts'

interface Plan {
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

interface Asked {
  text: string
  values: readonly unknown[]
}

/** With those that were then left out. */
function readOf(table: string, plan: Plan): number {
  const { 'Actual Rows': rows = 0, 'Actual Loops': loops = 0, 'Rows Removed by Filter': removed = 0, Plans = [] } = plan
  const own = plan['Relation Name'] === table ? (rows + removed) * loops : 0
  return Plans.reduce((sum, inner) => sum + readOf(table, inner), own)
}

const asLiteral = (value: unknown): string => {
  if (value instanceof Date) return `'${value.toISOString()}'`
  return Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`
}

/** `table` is `service.table`; `ask` is given what stands for the pool of the service. */
export async function lookedAt<Answer>(
  database: ScratchDatabase,
  table: `${ServiceName}.${string}`,
  actor: Actor,
  ask: (pool: never) => Promise<Answer>,
): Promise<{ answer: Answer; read: number }> {
  const [service, name] = table.split('.') as [ServiceName, string]
  const login = readerUrl(service, database.url)
  const context = signedContext(keyOf(login), rowContextOf(actor))
  let read = 0
  const query = async (asked: string | Asked, given: readonly unknown[] = []) => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given } : asked
    const sql = text.replace(/\$(\d+)/g, (_, at) => asLiteral(values[Number(at) - 1]))
    const rows = await underContext(login, context, `explain (analyze, timing off, format json) ${sql}`)
    const [plan] = rows as { 'QUERY PLAN': [{ Plan: Plan }] }[]
    if (!plan) throw new Error('No plan')
    read += readOf(name, plan['QUERY PLAN'][0].Plan)
    return { rows: await underContext(login, context, sql) }
  }
  return { answer: await ask({ query } as never), read }
}
