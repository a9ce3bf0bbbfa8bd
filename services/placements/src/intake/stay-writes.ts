/** SQL by which joined rows become places seen for the first time, stays and urgent measures. */
import { recordOrCorrect } from '@vigia/kit/intake/known/hanging'
import { correct, isPlaced, ROWS, record, staged } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'
import { JOIN_PLACES, NAMED, TAUGHT, TOLD_OF, WITH_ITS_PLACE } from './one-place.ts'

/** Whether it is in the national registry no row of a stay tells. */
const SIGHTED = `
  insert into placements.facility (id, key, name, name_key, type, state, municipality, registry_status, lifecycle, batch_id, line, recorded_at)
  select distinct on (p.facility_id) p.facility_id, s.key, coalesce(s.name, s.key), coalesce(s.name_key, s.key), s.type, s.state, s.municipality,
    'UNKNOWN', 'SIGHTED', b.id, s.line, b.taken_at
  ${ROWS} where p.is_new_place order by p.facility_id, s.line`

/** Seen by a second source, of stays and lists. */
const CORROBORATED = `
  update placements.facility f set lifecycle = 'CORROBORATED', batch_id = b.id, line = null, recorded_at = b.taken_at
  from the_batch b, placements.batch first
  where f.lifecycle = 'SIGHTED' and first.id = f.batch_id and (first.source <> b.source or exists (
      select from placements.listing l join placements.batch x on x.id = l.batch_id
      where l.facility_id = f.id and x.withdrawn_at is null and x.source <> b.source))
    and f.id in (select facility_id from placed)`

const SPAN = staged('left_at', 'exit_type')

/** A row without an exit tells that the stay goes on, and takes back one that was told; whoever tells the exit again need not say why. */
const SPAN_AFTER = {
  left_at: '(s.left_at)',
  exit_type: 'coalesce(s.exit_type, case when s.left_at is not null then f.exit_type end)',
}

/** Whether an exit was reported: said by a word, or by its hour. Whoever takes the exit back takes that back too. */
const reportAfter = (known: string, knownAt: string) => ({
  missing_reported: `case when s.left_at is not null
    then coalesce(s.missing_reported, s.missing_reported_at is not null or null, ${known}) end`,
  missing_reported_at: `case when s.left_at is not null and s.missing_reported is distinct from false
    then coalesce(s.missing_reported_at, ${knownAt}) end`,
})

const REPORT_AFTER = reportAfter('f.missing_reported', 'f.missing_reported_at')

const BLANKS = {
  exit_type: { told: 's.exit_type', kept: SPAN_AFTER.exit_type, sameAs: 's.left_at = f.left_at' },
  missing_reported: {
    told: 'coalesce(s.missing_reported::text, s.missing_reported_at::text)',
    kept: REPORT_AFTER.missing_reported,
  },
  missing_reported_at: { told: 's.missing_reported_at', kept: REPORT_AFTER.missing_reported_at },
}

/** Exits before entries: the child must have left one place before it is in the next. */
const CORRECTED = correct(
  'placements.stay',
  { placed: 'stay_id', blanks: BLANKS },
  {
    ...SPAN_AFTER,
    ...staged('dif_file', 'sleeps_with', 'siblings_apart', 'bed'),
    ...REPORT_AFTER,
  },
)

const NEW = record('placements.stay', {
  child_id: 'p.child_id',
  facility_id: 'p.facility_id',
  ...staged('entered_at', 'dif_file', 'sleeps_with', 'siblings_apart', 'bed'),
  ...SPAN,
  ...reportAfter('null', 'null'),
})

const MEASURES = recordOrCorrect({
  table: 'placements.urgent_measure',
  key: ['stay_id', 'number'],
  values: {
    stay_id: 't.id',
    child_id: 'p.child_id',
    number: 's.measure',
    authority: 's.measure_authority',
    ...staged('requested_at', 'ordered_at', 'ratified_at'),
  },
  where: `s.measure is not null
    and ${isPlaced('t.child_id', 'child_id', 'child_id is not null')} and t.child_id = p.child_id and t.facility_id = p.facility_id and t.entered_at = s.entered_at`,
  from: ', placements.stay t',
  filled: 'measure',
})

export const WRITE_STAYS: readonly Step[] = [
  ...[SIGHTED, ...JOIN_PLACES, WITH_ITS_PLACE, ...NAMED, TAUGHT, CORROBORATED],
  ...[...CORRECTED, NEW, TOLD_OF, ...MEASURES],
]
