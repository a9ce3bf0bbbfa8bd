/**
 * Acts of bodies that another ombudsperson oversees: to an actor that oversees one side they are known by their existence and their local
 * days alone (_law/src/competence.ts). The database keeps their rows from such an actor, and gives of each what is told in a view of its own.
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

/** As the views give it: beside what is told, whose it is, and how many acts of the same child, file or stay came earlier. */
type Told = Act & { side: Side; ofState: string | null; before: number }

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
function joined<Row extends Act>(whole: readonly Row[], told: readonly Told[], { by, at }: Asked<Row>): Row[] {
  const shown = new Map(whole.map((row) => [row.id, row]))
  const others = told.map((act) => {
    const { side, ofState: state, before, ...rest } = act
    // What it lacks of a row no field asks of it: the plugin of this folder refuses whatever is not told.
    const row = shown.get(act.id) ?? (rest as unknown as Row)
    return { before, row: { ...row, competence: { childId: act.childId, side, state } } }
  })
  const isOther = new Set(told.map(({ id }) => id))
  const groupOf = (row: object) => (row as Partial<Record<typeof by, string>>)[by]
  const own = Map.groupBy(
    whole.filter(({ id }) => !isOther.has(id)),
    groupOf,
  )
  const ofOthers = Map.groupBy(others, ({ row }) => groupOf(row))
  const groups = new Set([...own.keys(), ...ofOthers.keys()])
  return [...groups].flatMap((group) => latestFirst(own.get(group) ?? [], ofOthers.get(group) ?? [], at))
}

/** Of acts of others the day is known and not the hour: their place among all is what is told of it, and the own ones fill the rest. */
function latestFirst<Row extends Act>(
  own: readonly Row[],
  others: readonly { before: number; row: Row }[],
  at: (row: Row) => Date | null,
): Row[] {
  const rows = own.toSorted((one, other) => timeOf(at(one)) - timeOf(at(other)) || (one.id < other.id ? -1 : 1))
  for (const { before, row } of others.toSorted((one, other) => one.before - other.before)) rows.splice(before, 0, row)
  return rows.toReversed()
}

const timeOf = (at: Date | null): number => at?.getTime() ?? Number.MAX_VALUE
