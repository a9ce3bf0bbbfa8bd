/** What is still told of children who have left the actor's states: that there is such a child, and until when (rules/in-sight.ts). */
import { byKeys, unseen } from '@vigia/db/kept-plans'
import type { Actor } from '@vigia/kit/actor'
import type { Scope } from '@vigia/law/access-groups'
import { DAYS_OF_A_STUB } from '@vigia/law/access-lines'
import { scopesOfStub } from '@vigia/law/access-matrix'
import type { Pool } from 'pg'
import { COLUMNS, type ListedChild } from './list-children.ts'

/** A child known as a stub: the kit refuses every field of a group that is not in `stub`. */
export interface ChildAsStub extends ListedChild {
  stub: ReadonlySet<Scope>
  stubUntil: Date
}

const READ = `select ${COLUMNS}, left_at + interval '${DAYS_OF_A_STUB} days' as "stubUntil"
  from children.stub_here where id = any (${unseen('$1', 'uuid[]')})`

/** Of these children, those whom the actor sees as stubs. A role without stubs asks nothing. */
export async function stubsOf(pool: Pool, actor: Actor, ids: readonly string[]): Promise<ChildAsStub[]> {
  const stub = scopesOfStub(actor.role)
  if (stub.size === 0 || ids.length === 0) return []
  const { rows } = await pool.query<Omit<ChildAsStub, 'stub'>>(byKeys(READ, [ids]))
  return rows.map((row) => ({ ...row, stub }))
}
