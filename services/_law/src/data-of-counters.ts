/** What the registry counts: of nobody. */
import { type Kept, ofNobody } from './data-kept.ts'

const COUNTED = 'indicator state day n'
const CROSSED = 'nationality age_group accompaniment'

export const DATA_OF_COUNTERS: readonly Kept[] = [
  ofNobody('*.day_counter', 'Counts by day', COUNTED),
  ofNobody('*.month_counter', 'Counts by month', 'indicator state month n'),
  ofNobody('*.cube', 'Counts by day and kind of child', `${COUNTED} ${CROSSED}`),
  ofNobody('*.month_cube', 'Counts by month and kind of child', `indicator state month n ${CROSSED}`),
  ofNobody('*.delta', 'Changes of counts that wait to be folded in', `${COUNTED} ${CROSSED}`),
  ofNobody('*.position', 'How far a service has read the log', 'seq'),
  ofNobody(
    'placements.snapshot',
    'The board of each state',
    `state as_of in_referral_centers in_prohibited_places in_other_ad_hoc_places over36_hours longest_since in_care over_one_year
     capacity centers`,
  ),
  ofNobody(
    'representation.snapshot',
    'The backlog of each state',
    `state as_of unprocessed under24_hours from24_to72_hours from72_hours_to5_working_days over5_working_days without_determination
     oldest_notified_at calendar_entries`,
  ),
  ofNobody(
    'representation.work_suspension_ref',
    'Picture: days on which an authority suspends its work',
    'suspension_id entry authority state first_day last_day',
  ),
  ofNobody('oversight.indicator_day', 'Counts that the services told', COUNTED),
  ofNobody('oversight.alert_day', 'How many alerts stood open at the end of each day', 'day state severity open'),
  ofNobody('oversight.alert_count', 'How many alerts are open', 'state kind severity n closed'),
  ofNobody(
    'oversight.alert_count_delta',
    'Changes of how many alerts are open that wait to be folded in',
    'state kind severity n closed',
  ),
  ofNobody('oversight.indicator_month', 'Counts that the services told, by month', 'indicator state month n'),
  ofNobody('oversight.authority_coverage', 'How far a table of INM goes', 'table_code until'),
  ofNobody('oversight.authority_day', 'Persons by day, as INM says', 'table_code measure place state day n'),
  ofNobody('oversight.authority_month', 'Persons by month, as INM says', 'table_code measure place state month n rest'),
  ofNobody('oversight.authority_place', 'Places as INM names them', 'place_key name is_recorded'),
  ofNobody('oversight.authority_table', 'Tables of INM', 'table_code covered_until'),
  ofNobody(
    'oversight.authority_row',
    'Rows of the tables of INM: counts of persons',
    `table_code part span day state office nationality nationality_text place place_key is_place_recorded measures detail`,
  ),
  ofNobody(
    'oversight.official_figure',
    'Published figures',
    `slug topic value unit meaning_es meaning_en territory from_on to_on source source_page series cutoff_on is_official
     is_approximate contradicts indicators nationalities age_groups accompaniments`,
  ),
]
