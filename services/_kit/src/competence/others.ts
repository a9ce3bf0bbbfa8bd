/**
 * Acts of bodies that another ombudsperson oversees: to an actor that oversees one side they are known by their existence and their days
 * alone (_law/src/competence.ts). The database keeps their rows from such an actor, and gives of each what is told in a view of its own.
 */
import { byKeys, unseen } from '@vigia/db/kept-plans'
import { MATRIX } from '@vigia/law/access-matrix'
import type { Side } from '@vigia/law/competence'
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'

/** Whose an act is that the asker is told of by its existence. */
export interface Competence {
  /** For the audit alone: no field tells it. */
  childId: string
  side: Side
  /** INEGI code of the state whose commission is competent; null where that is none, or not known. */
  state: string | null
}

interface OfOthers {
  competence: Competence
}

export function isOfOthers(record: unknown): record is OfOthers {
  return typeof record === 'object' && record !== null && 'competence' in record
}

interface Act {
  id: string
  childId: string
}

/** As the views give it: beside what is told, whose it is. */
type Told = Act & { side: Side; ofState: string | null }

interface Asked<Row> {
  /** Service and table of the acts; beside it is a view of those of others. */
  acts: string
  by: 'childId' | 'caseId' | 'stayId'
  keys: readonly string[]
  /** By what they are listed, the latest first; null stands before all. */
  at: (row: Row) => Date | null
}

/** The acts that an actor reads whole, with those of others among them. */
export type WithOthers = <Row extends Act>(whole: Promise<readonly Row[]>, asked: Asked<Row>) => Promise<readonly Row[]>

/** For one request. Of a role that oversees nobody nothing is asked. */
export function withOthersFor(pool: Pool, { role }: Actor): WithOthers {
  if (MATRIX[role].oversees === undefined) return (whole) => whole
  return async (whole, asked) => {
    const told = await toldIn(pool, asked)
    const rows = await whole
    return told.length === 0 ? rows : joined(rows, told, asked)
  }
}

async function toldIn(pool: Pool, { acts, by, keys }: Pick<Asked<never>, 'acts' | 'by' | 'keys'>): Promise<Told[]> {
  const asked = `select * from ${acts}_of_others where "${by}" = any (${unseen('$1', 'uuid[]')})`
  return (await pool.query<Told>(byKeys(asked, [keys]))).rows
}

/** An act that an emergency has shown is there whole, and of others all the same. */
function joined<Row extends Act>(whole: readonly Row[], told: readonly Told[], { at }: Asked<Row>): Row[] {
  const shown = new Map(whole.map((row) => [row.id, row]))
  const others = told.map((act) => {
    const { side, ofState: state, ...rest } = act
    // What it lacks of a row no field asks of it: the plugin of this folder refuses whatever is not told.
    const row = shown.get(act.id) ?? (rest as unknown as Row)
    return { ...row, competence: { childId: act.childId, side, state } }
  })
  const isOther = new Set(told.map(({ id }) => id))
  return [...whole.filter(({ id }) => !isOther.has(id)), ...others].toSorted(
    (one, other) => timeOf(at(other)) - timeOf(at(one)) || (one.id < other.id ? 1 : -1),
  )
}

const timeOf = (at: Date | null): number => at?.getTime() ?? Number.MAX_VALUE
