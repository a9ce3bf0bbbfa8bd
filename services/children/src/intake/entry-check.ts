/** Nobody is found in a country before entering it: the day of entry that a row tells, or that is known, against the detection. */
import { batchOnce, isNotLate, isPlaced } from '@vigia/kit/intake/sql'
import { type Step, whereFilled, whereSomeAreKnown } from '@vigia/kit/intake/step'

export const ENTERED_LATER: Step = whereFilled(
  'entered_on',
  `
  insert into refusal
  select line, 'INGRESO AL PAÍS', to_char(entered_on, 'DD/MM/YYYY'), 'El ingreso al país es posterior a la detección.'
  from staged where entered_on > outbox.mx_date(detected_at)`,
)

/** A detection that is moved before the entry that is known. `said` is the entry that the row itself tells, as SQL. */
const foundBefore = (said: string): Step =>
  whereSomeAreKnown(
    batchOnce(`
  insert into refusal
  select s.line, 'FECHA Y HORA', to_char(s.detected_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La detección es anterior al ingreso al país que se conoce: ' || to_char(e.entered_on, 'DD/MM/YYYY') || '.'
  from placed p join staged s using (line) join children.detection f on f.id = p.detection_id
  join children.detection_evidence e on e.detection_id = f.id, the_batch b
  where ${isPlaced('f.id', 'detection_id')} and ${said} is null and e.entered_on > outbox.mx_date(s.detected_at) and ${isNotLate('children.detection')}`),
  )

export const FOUND_BEFORE_ENTRY = foundBefore('null::date')
export const FOUND_BEFORE_KNOWN_ENTRY = foundBefore('s.entered_on')
