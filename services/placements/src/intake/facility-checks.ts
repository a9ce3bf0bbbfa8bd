/** What a row of a list of places may not say: a place of another state than the list's, a closing before the opening. */
import { MUNICIPALITY_OF_ITS_STATE } from '@vigia/kit/intake/columns'
import { OF_ANOTHER_STATE } from '@vigia/kit/intake/of-one-state'
import { isNotLate } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'
import { BY_LISTS } from './name-sign.ts'

export const FACILITY_CHECKS: readonly Step[] = [
  MUNICIPALITY_OF_ITS_STATE,
  `insert into refusal
   select s.line, 'ENTIDAD', s.state, 'El lugar ${OF_ANOTHER_STATE}'
   from the_batch b, staged s join placed p using (line) left join placements.facility f on f.id = p.facility_id
   where b.state is not null and (s.state <> b.state or f.state <> b.state)`,
  `insert into refusal
   select line, 'CIERRE', to_char(closed_on, 'DD/MM/YYYY'), 'El cierre es anterior a la apertura.'
   from staged where closed_on < opened_on`,
  // Alone, against the opening that is known. An opening after the closing that is known opens the place again.
  `insert into refusal
   select s.line, 'CIERRE', to_char(s.closed_on, 'DD/MM/YYYY'),
     'El cierre es anterior a la apertura que se conoce: ' || to_char(f.opened_on, 'DD/MM/YYYY') || '.'
   from placed p join staged s using (line) join placements.facility f on f.id = p.facility_id, the_batch b
   where s.opened_on is null and s.closed_on < f.opened_on and ${isNotLate('placements.facility', { toldBy: BY_LISTS })}`,
]
