/**
 * SQL for numbers of which a file tells from when until when they are the child's. A NUE stands on a document, and may be older: of
 * it, and of numbers that a detection brings, no file tells the day they were given.
 */

/** Derived from facts, so that a correction of those corrects it. `given`: child_id, type, value, sealed, issuer, valid_from, valid_to, line. */
const written = (given: string) => `
  with given as (${given})
  insert into children.identifier as f (child_id, type, value, sealed, issuer, valid_from, valid_to, batch_id, line, recorded_at)
  select g.child_id, g.type, g.value, g.sealed, g.issuer, g.valid_from, g.valid_to, b.id, g.line, b.taken_at from given g, the_batch b
  on conflict (type, value) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to,
    batch_id = excluded.batch_id, line = excluded.line, recorded_at = excluded.recorded_at
  where f.child_id = excluded.child_id and (f.valid_from, f.valid_to) is distinct from (excluded.valid_from, excluded.valid_to)`

/** A CURP that comes with documents is given with the first (LM arts. 20 X, 74); a temporary one ends with the last. */
const spanOf = (child: string) => `
  select since.first as valid_from, case when since.last >= since.first or since.first is null then since.last end as valid_to
  from (
    select min(coalesce(m.issued_on, m.granted_on)) as first,
      case when not bool_or(m.curp_assigned = 'DEFINITIVE') then max(m.expires_on) end as last
    from children.migration_document m
    where m.child_id = ${child} and m.curp_assigned in ('TEMPORARY', 'DEFINITIVE')
  ) since`

export const CURP_OF_DOCUMENTS = written(`
  select row.child_id, 'CURP' as type, row.curp as value, row.curp_sealed as sealed, 'RENAPO' as issuer, span.valid_from, span.valid_to, row.line
  from (
    select distinct on (s.curp) p.child_id, s.curp, s.curp_sealed, s.line from placed p join staged s using (line)
    where s.curp is not null and s.curp_assigned in ('TEMPORARY', 'DEFINITIVE') order by s.curp, s.line desc
  ) row
  cross join lateral (${spanOf('row.child_id')}) span`)

/**
 * After batch `$1` was withdrawn: a CURP that stays with the child counts by the documents that are left, also where it is again what it was
 * before them.
 */
export const CURP_OF_REMAINING = `
  with remaining as (
    select i.id, span.valid_from, span.valid_to from children.identifier i cross join lateral (${spanOf('i.child_id')}) span
    where i.type = 'CURP' and (i.batch_id = $1 or i.child_id in (select child_id from undone_row where fact in ('identifier', 'migration_document')))
      and (i.valid_from is not null or i.valid_to is not null or i.id in (select id from undone_row where fact = 'identifier'))
  )
  update children.identifier f set valid_from = r.valid_from, valid_to = r.valid_to, recorded_at = now()
  from remaining r where f.id = r.id and (f.valid_from, f.valid_to) is distinct from (r.valid_from, r.valid_to)`

/** COMAR's number names the child from the day of its claim on. */
export const FILE_OF_CLAIM = written(`
  select c.child_id, 'COMAR_FILE' as type, c.file_number as value, null as sealed, 'COMAR' as issuer, c.filed_on as valid_from, null::date as valid_to, s.line
  from placed p join staged s using (line) join children.asylum_claim c on c.file_number = s.file_number`)

/** After batch `$1` was withdrawn: the number of a claim that stays is given with it, as it is told now. */
export const FILE_OF_REMAINING = `
  update children.identifier f set valid_from = c.filed_on, batch_id = c.batch_id, line = c.line, recorded_at = now()
  from children.asylum_claim c
  where f.value = c.file_number and f.child_id = c.child_id and f.id in (
    select id from children.identifier where type = 'COMAR_FILE' and batch_id = $1
    union
    select i.id from undone_row u join children.asylum_claim k on k.id = u.id
    join children.identifier i on i.type = 'COMAR_FILE' and i.value = k.file_number and i.valid_from is distinct from k.filed_on
    where u.fact = 'asylum_claim')`
