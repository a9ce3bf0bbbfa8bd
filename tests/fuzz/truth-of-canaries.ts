/** What is so of every row in the registry of canaries, by plain SQL over its facts. */
import type { ScratchDatabase } from '../support/scratch-database.ts'

export interface Truth {
  child: string
  /** Whether the row is the child itself, by its id or folio, and not what is told of it. */
  isChild: boolean
  /** States whose places the child has left within 90 days. */
  left: ReadonlySet<string>
  states: ReadonlySet<string>
  /** Of which states the Procuraduría was told of the child or has a file of it, and where it is lodged or was lately. */
  told: ReadonlySet<string>
  lodged: ReadonlySet<string>
  /** Of an alert, the state that it is of, wherever its child is; null for every other row. */
  alertOf: string | null
  /** Of a number that a Procuraduría gave, the state of its file; null for every other row. */
  numberOf: string | null
  /** Keys of the independent counsel who have the child's mandate. */
  mandates: ReadonlySet<string>
}

/** Of which child each row is, by its id. */
const ROWS = `
  select id, id as child_id from children.child union all select folio, id from children.child
  union all select id::text, child_id from children.detection union all select id::text, child_id from placements.stay
  union all select id::text, child_id from representation.protection_case
  union all select id::text, child_id from representation.representation
  union all select id::text, child_id from representation.determination
  union all select number, child_id from representation.determination
  union all select id::text, child_id from returns.executed_return`
const ALERTS = `select id::text, child_id, state from oversight.alert where child_id is not null`
const TOLD = `
  select child_id, state from children.detection where ppnna_notified_at is not null
  union select child_id, state from representation.protection_case`
const LODGED = `
  select s.child_id, f.state from placements.stay s join placements.facility f on f.id = s.facility_id
  where left_at is null or left_at > now() - interval '30 days'`
const LEFT_LATELY = `
  select s.child_id, f.state from placements.stay s join placements.facility f on f.id = s.facility_id
  where left_at > now() - interval '90 days'`
const HANDS = `
  select child_id, state from children.detection
  union select s.child_id, f.state from placements.stay s join placements.facility f on f.id = s.facility_id where left_at is null
  union select child_id, state from representation.protection_case`

const MANDATES = `
  select child_id, counsel_key from representation.representation where counsel_key is not null and ended_on is null`

/** By the id, or the folio, of each row. */
export async function truthOf(database: ScratchDatabase): Promise<ReadonlyMap<string, Truth>> {
  const [hands, told, lodged, left] = [
    await wordsBy(database, HANDS),
    await wordsBy(database, TOLD),
    await wordsBy(database, LODGED),
    await wordsBy(database, LEFT_LATELY),
  ]
  const records = await database.query<{ id: string; child_id: string }>(
    ROWS.replaceAll('select id,', 'select id::text,'),
  )
  const alerts = await database.query<{ id: string; child_id: string; state: string }>(ALERTS)
  const rows = [...records.map((row) => ({ ...row, state: null })), ...alerts]
  const numbered = await database.query<{ number: string; state: string }>(
    'select d.number, c.state from representation.determination d join representation.protection_case c on c.id = d.case_id',
  )
  const numbers = new Map(numbered.map(({ number, state }) => [number, state]))
  const mandates = await wordsBy(database, MANDATES)
  return new Map(
    rows.map(({ id, child_id, state }) => [
      id,
      {
        child: child_id,
        alertOf: state,
        numberOf: numbers.get(id) ?? null,
        isChild: id === child_id || id.startsWith('NNA-'),
        left: left(child_id),
        states: hands(child_id),
        told: told(child_id),
        lodged: lodged(child_id),
        mandates: mandates(child_id),
      },
    ]),
  )
}

async function wordsBy(database: ScratchDatabase, sql: string): Promise<(child: string) => ReadonlySet<string>> {
  const found = await database.query<{ child_id: string; word: string }>(
    `select child_id, word from (${sql}) told (child_id, word)`,
  )
  const words = Map.groupBy(found, ({ child_id }) => child_id)
  return (child) => new Set(words.get(child)?.map(({ word }) => word))
}
