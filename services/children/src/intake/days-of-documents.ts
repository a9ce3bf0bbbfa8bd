/** Days of a document that cannot be beside one another, in one row or against what is known. */
import { isNotLate, isPlaced } from '@vigia/kit/intake/sql'

const EXPIRES_BEFORE = `
  insert into refusal
  select line, 'VIGENCIA', to_char(expires_on, 'DD/MM/YYYY'), 'La vigencia termina antes de ' || case when expires_on < issued_on then 'la expedición.' else 'el otorgamiento.' end
  from staged where expires_on < issued_on or expires_on < granted_on`

const ISSUED_BEFORE = `
  insert into refusal
  select line, 'FECHA DE EXPEDICIÓN', to_char(issued_on, 'DD/MM/YYYY'), 'La expedición es anterior al otorgamiento.'
  from staged where issued_on < granted_on`

/** A day told alone, against the others that are known. */
const AGAINST_THE_KNOWN = `
  insert into refusal
  select s.line, n.title, to_char(n.day, 'DD/MM/YYYY'), n.reason || to_char(n.known, 'DD/MM/YYYY') || '.'
  from placed p join staged s using (line) join children.migration_document f on f.id = p.document_id, the_batch b,
  lateral (values
    ('VIGENCIA', s.expires_on, f.issued_on, 'La vigencia termina antes de la expedición que se conoce: ', s.issued_on is null and s.expires_on < f.issued_on),
    ('FECHA DE EXPEDICIÓN', s.issued_on, f.granted_on, 'La expedición es anterior al otorgamiento que se conoce: ', s.granted_on is null and s.issued_on < f.granted_on),
    ('FECHA DE OTORGAMIENTO', s.granted_on, f.issued_on, 'El otorgamiento es posterior a la expedición que se conoce: ', s.issued_on is null and s.granted_on > f.issued_on)
  ) n(title, day, known, reason, is_wrong)
  where n.is_wrong and ${isPlaced('f.id', 'document_id')} and ${isNotLate('children.migration_document')}`

const RETAINED_BEFORE = `
  insert into refusal
  select line, 'RETENIDA DESDE', to_char(retained_on, 'DD/MM/YYYY'), 'La retención es anterior al otorgamiento.'
  from staged where retained_on < granted_on`

export const DAYS_OF_A_DOCUMENT = [EXPIRES_BEFORE, ISSUED_BEFORE, AGAINST_THE_KNOWN, RETAINED_BEFORE]
