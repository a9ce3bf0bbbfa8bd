/** How each figure is counted, and what the law, a court, a protocol or Vigía itself says of it. */
import type { definitions as spanish } from '../es/definitions.ts'

export const definitions: typeof spanish = {
  cohort: {
    what: 'People, by the local day of their first detection and the state where it happened. Each is followed until today.',
    numerator:
      'Children who reached each step: PPNNA notified, case opened, best-interests determination (BID) decided by the Procuraduría, restitution plan issued. Whoever reached a step counts in those before it too, though they are not on record.',
    denominator: 'All children first detected in the period.',
    law: 'Ley de Migración, arts. 95, 98 and 112 (notice and hand-over at once); LGDNNA, arts. 122 and 123 (case, BID and plan).',
    vigia:
      'What became of those who did not go on, in this order: returned, if a later return is on record and nobody has found the child again on another day; left, if the child went out of sight (gave up, went on or was not located) and nothing is on record since; waiting, if a stay or case is open; unknown, if nothing is on record. Whoever has a plan counts as such, even if returned or gone since. Earlier cohorts have had more time. Each percentage is rounded by itself: those of a row may add up to 99 or 101.',
  },
  held: {
    what: 'Children who are at this hour in a referral centre (centro de canalización), a migration station, temporary premises of INM, a place set up as one, an office or a checkpoint of INM. Referral centres do not exist in law and are never netted out of detention.',
    numerator:
      'Children with a stay whose exit nobody has reported, in places that the law forbids or does not know, in the state of the place.',
    denominator: 'None: it is a count. The law admits nobody.',
    law: 'Ley de Migración, art. 99 ¶3: never in stations or places set up as one; art. 112 I: handed over to the DIF “at once”; art. 68: no presentation lasts more than 36 hours.',
    court: 'Supreme Court, AR 388/2022: nobody may be held for more than 36 hours.',
    vigia:
      'Amber from 3 hours, red from 24. Critical from 36 hours, or at entry where the law forbids it. The hours are those in the place where the child is; alert A02 adds those in other places of INM from which it was moved. Hours in files are read by the clock of Mexico City.',
  },
  unprocessed: {
    what: 'Children notified to a child-protection office for whom no case had been opened by the date of the data.',
    numerator:
      'Children notified without a case, in the state of the detection that gave the first notice. They leave the count only when a case opens; whoever has had one, though it is closed, does not count again.',
    denominator: 'None: it is a count. Each child counts once.',
    law: 'LGDNNA, arts. 122 and 123: represent, determine, restore. The law sets no number of days.',
    vigia:
      'Amber from 24 hours, red from 72 hours, critical after 5 working days. A child who turns 18 without a case continues to count.',
  },
  returns: {
    what: 'Children who left Mexico by an act of authority without a best-interests determination (BID) made before departure that permitted it.',
    numerator:
      'Returns without BID, with a later BID, with one that had permitted an earlier return, against the BID, or with one by an authority other than the PPNNA, by the local day of departure and the state that carried them out. Whoever was returned twice counts twice.',
    denominator: 'Assisted returns, deportations, border rejections and expulsions of children in the period.',
    law: 'LGDNNA, arts. 96 and 97; Ley de Migración, arts. 20 IV, 74, 112 III and 120 (no child can be deported).',
    vigia:
      'Critical with the first. Of a BID without an hour, of the day of departure, it is not on record that it came before. Weeks run from Monday to Sunday.',
  },
  detected: {
    what: 'People first detected in the period, by INM or another authority, in the state of that detection.',
    numerator: 'Children detected. A child detected several times counts once.',
    denominator:
      'For the rate: total population of the state, INEGI census 2020. Population aged 0 to 17 by state is not loaded yet.',
    law: 'Ley de Migración, arts. 95, 97, 98 and 112; LGDNNA, art. 99.',
    vigia: 'The classes of the map are fixed: a class means the same tomorrow.',
  },
  hours: {
    what: 'Hours that the child held longest has been held, among those still held now.',
    numerator: 'Hours since entry of the oldest open stay.',
    denominator: 'None: it is a duration.',
    law: 'Ley de Migración, art. 112 I: handed over to the DIF “at once”.',
    court: 'Supreme Court, AR 388/2022: 36 hours at most; so the last class is the breach.',
    vigia: 'The limits of 3, 12 and 24 hours are Vigía’s.',
  },
  table: {
    what: 'The same figures as on the page, by state. The dots of counts stand on a logarithmic scale: each mark is ten times the one before.',
    numerator: 'Sources on time: those that reported when they should.',
    denominator: 'The sources that should report on the state.',
    law: 'LGDNNA, art. 99 ¶2: the information is sent “at the moment in which it arises”; art. 111 II.',
    vigia: 'Late or silent by the term of each source. 1 to 4 is written 1–\u20604.',
  },
  trend: {
    what: 'Children first detected, and children for whom a first case was opened, in the week, Monday to Sunday. They are not the same children: a case may open weeks later.',
    numerator:
      'Children of each closed week: by their first detection, and by their first case, in the state of the detection that gave the first notice or, without one, of the case.',
    denominator: 'None: they are counts.',
    law: 'Ley de Migración, arts. 95, 98 and 112; LGDNNA, arts. 122 and 123.',
    vigia: 'The running week is not drawn.',
  },
  authority: {
    what: 'Sums of INM’s daily operational tables, all ages, from an unofficial compilation. They are claims of the authority and are never added to what the registry knows.',
    numerator: 'People that INM counts as rescued, presented, channelled, returned or deported.',
    denominator: 'For “without a place”: all people channelled by the same table.',
    law: 'LGDNNA, arts. 99 and 100: SNDIF and INM keep the data on where children are lodged; Ley de Migración, art. 112 I: act of hand-over.',
    vigia: 'A place nobody wrote down: OTRO, OTRO LUGAR, SIN REGISTRO or empty. Contradictions are shown, not mended.',
  },
  facilities: {
    what: 'Places of the state with children at this hour, by what the law says of each type of place.',
    numerator: 'Children with an open stay in the place.',
    denominator: 'For occupancy: the registered capacity. Above it, the place is crowded.',
    law: 'Ley de Migración, art. 99 ¶3 (forbidden); LGDNNA, arts. 4 II and 107 to 112 (CAS, last resort and for the shortest time possible).',
    court: 'Supreme Court, AR 388/2022: 36 hours at most.',
    vigia: 'Without legal basis: places that no law knows. A year in a CAS is marked red.',
  },
  duties: {
    what: 'What an authority owes by law to children of the state and is not on record as done.',
    numerator:
      'Children to whom it is owed. Returns and deportations are counted one by one: whoever was returned twice counts twice.',
    denominator: 'None: they are counts.',
    law: 'The article on each row.',
    vigia: 'Where the law sets no term, the term is Vigía’s and is said to be.',
  },
}
