/**
 * What a late file tells of a fact in cells that later files left blank: a blank takes nothing back, in whatever order the files come. It is
 * known from now on, and goes back with the file that told it (withdraw-blanks.ts): each later file left these cells blank.
 */
import { type Step, whereSomeMayBeLate } from '../step.ts'
import type { Blanks, Remembered } from './left-blank.ts'

/** What stands in a column of which nobody has told, as SQL of text; null where nothing does. */
type Untold = string | null
type Cell = { name: string; told: string; kept: string; value: string; untold: Untold }

const PLAIN = /^f\.(\w+)$/
const CONSTANT = /^nullif\(f\.(\w+), '([A-Z_]+|false|\{\})'\)$/
/** Two that are known of what is sealed only together. */
const SEALED = new Set(['sealed', 'mark'])

/**
 * Those that stand for themselves, and those that say more of what is the same. Of an answer that may be "nobody knows" it cannot be told from
 * the fact whether a later file left it blank: what a late file tells there is kept, and no more.
 */
function cellsOf(blanks: Blanks, values: Readonly<Record<string, string>>): Cell[] {
  return Object.entries(blanks).flatMap(([name, { told, kept, sameAs }]) => {
    const alone = sameAs === undefined ? kept : `f.${name}`
    const [, plain] = PLAIN.exec(alone) ?? []
    const [, of, constant] = CONSTANT.exec(alone) ?? []
    const value = values[name]
    if ((plain ?? of) !== name || value === undefined || SEALED.has(name)) return []
    const untold = constant === undefined ? null : `'${constant.replace('{}', '[]')}'`
    return [
      { name, told: sameAs === undefined ? told : `case when ${sameAs} then ${told} end`, kept: alone, value, untold },
    ]
  })
}

/** SQL on `s`, `p`, `b` and `f`, as of `rememberBlanks`, and which rows are late. Asked before these are held to the fact. */
export function fillLate(
  { table, key = 'id', rows, where }: Remembered,
  { isLate, blanks, values }: { isLate: string; blanks: Blanks; values: Readonly<Record<string, string>> },
): readonly Step[] {
  const cells = cellsOf(blanks, values)
  if (cells.length === 0) return []
  const [schema = '', name = ''] = table.split('.')
  const steps = [
    'create temporary table if not exists to_fill (id uuid, line int, cells text[]) on commit drop',
    'truncate to_fill',
    `insert into to_fill
     select distinct on (f.${key}) f.${key}, s.line, told.cells ${rows}, ${table} f, lateral (
       select array_agg(c.name) as cells from (values ${cells.map(rowOf).join(', ')}) c (name, is_told, is_untold, untold)
       where c.is_told and (c.is_untold or (${isBlank(schema, name, `f.${key}`, 'f.batch_id')}
         and not exists (select from (${wordsOf(schema, name, `f.${key}`)}) w join ${schema}.batch x on x.id = w.batch_id
           where x.withdrawn_at is null and x.id <> f.batch_id and (x.cutoff_on, x.taken_at) > (b.cutoff_on, b.taken_at)
             and nullif(w.former ->> c.name, c.untold) is not null and not ${isBlank(schema, name, `f.${key}`, 'x.id')})))) told
     where ${where} and ${isLate} and told.cells is not null order by f.${key}, s.line desc`,
    written(fill({ table, key, rows, where }, cells)),
    flagged(schema, name, key),
  ]
  return steps.map(whereSomeMayBeLate)
}

const rowOf = ({ name, told, kept, untold }: Cell) =>
  `('${name}', ${told} is not null, ${kept} is null, ${untold ?? 'null'}::text)`

const isBlank = (schema: string, name: string, id: string, batch: string) => `exists (
  select from ${schema}.left_blank k
  where k.entity = '${name}' and k.entity_id = ${id} and k.batch_id = ${batch} and c.name = any (k.cells))`

/** Which batches told of a fact, and what: those that said it again told what it is. */
const wordsOf = (schema: string, name: string, id: string) => `
  select (v.former ->> 'batch_id')::uuid as batch_id, v.former from ${schema}.former_version v
  where v.entity = '${name}' and v.entity_id = ${id}
  union all select k.batch_id, to_jsonb(f) from ${schema}.confirmation k where k.entity = '${name}' and k.entity_id = ${id}`

function fill({ table, key, rows, where }: Required<Remembered>, cells: readonly Cell[]) {
  const set = cells.map(
    ({ name, value }) => `${name} = case when '${name}' = any (r.cells) then ${value} else f.${name} end`,
  )
  return `update ${table} f set ${set.join(', ')} ${rows}, to_fill r where r.line = s.line and f.${key} = r.id and ${where}`
}

/** What contradicts what is known of the fact by now is not written; its sender is told that it is otherwise. */
const written = (update: string) => `
  do $fill$
  declare
    one record;
  begin
    if not exists (select from to_fill) then
      return;
    end if;
    ${update};
  exception when check_violation or exclusion_violation or unique_violation then
    for one in select r.line from to_fill r loop
      begin
        ${update} and r.line = one.line;
      exception when check_violation or exclusion_violation or unique_violation then
        delete from to_fill r where r.line = one.line;
      end;
    end loop;
  end $fill$`

/** Of the file of which the fact is, and of all that told of a later day: none of them had anything to tell there. */
const flagged = (schema: string, name: string, key: string) => `
  with filled as (
    insert into touched select line from to_fill
  )
  insert into ${schema}.left_blank as l (batch_id, entity, entity_id, cells)
  select x.id, '${name}', r.id, array_agg(distinct c.name)
  from to_fill r join ${schema}.${name} f on f.${key} = r.id cross join unnest(r.cells) c (name) cross join the_batch b
  cross join lateral (select f.batch_id union select w.batch_id from (${wordsOf(schema, name, 'r.id')}) w) w
  join ${schema}.batch x on x.id = w.batch_id and (x.id = f.batch_id or (x.cutoff_on, x.taken_at) > (b.cutoff_on, b.taken_at))
  group by x.id, r.id
  on conflict (entity_id, entity, batch_id) do update
    set cells = array(select distinct unnest(l.cells || excluded.cells))`
