/** What a row of stays may not say: an exit before the entry, a child in two places at once. */
import { OF_ANOTHER_STATE } from '@vigia/kit/intake/of-one-state'
import { batchOnce, isNotLate, isPlaced } from '@vigia/kit/intake/sql'

const LEFT_BEFORE = `
  insert into refusal
  select line, 'EGRESO', to_char(left_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'El egreso es anterior al ingreso.'
  from staged where left_at < entered_at`

/** What a row tells of a measure by itself, and together with what is known of it where the row leaves something blank. */
const MEASURES = ['requested_at', 'ordered_at', 'ratified_at']
const TOLD_MEASURES = `from staged s cross join lateral (select ${MEASURES.map((name) => `s.${name}`).join(', ')}) m`
const KNOWN_MEASURES = `from placed p join staged s using (line) cross join the_batch b
  join placements.urgent_measure f on f.stay_id = p.stay_id and f.number = s.measure
    and ${isPlaced('f.stay_id', 'stay_id')} and ${isNotLate('placements.urgent_measure')}
  cross join lateral (select ${MEASURES.map((name) => `coalesce(s.${name}, f.${name}) as ${name}`).join(', ')}) m`

const RATIFIED_BEFORE = `
  insert into refusal
  select s.line, 'FECHA DE RATIFICACIÓN', to_char(m.ratified_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La ratificación es anterior a la medida.'`

const MEASURE_WITHOUT_NUMBER = `
  insert into refusal
  select line, 'MEDIDA URGENTE', null, 'Hay datos de una medida urgente sin su número.'
  from staged where measure is null and num_nonnulls(requested_at, ordered_at, ratified_at) > 0`

const ORDERED_BEFORE_ITS_REQUEST = `
  insert into refusal
  select s.line, 'SOLICITUD AL MINISTERIO PÚBLICO', to_char(m.requested_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'La solicitud al Ministerio Público es posterior a la medida o a su ratificación.'`

const CHECKS_OF_MEASURES = [
  `${RATIFIED_BEFORE} ${TOLD_MEASURES} where m.ratified_at < m.ordered_at`,
  `${RATIFIED_BEFORE} ${KNOWN_MEASURES} where m.ratified_at < m.ordered_at and num_nulls(s.ratified_at, s.ordered_at) > 0`,
  `${ORDERED_BEFORE_ITS_REQUEST} ${TOLD_MEASURES} where m.requested_at > least(m.ordered_at, m.ratified_at)`,
  `${ORDERED_BEFORE_ITS_REQUEST} ${KNOWN_MEASURES} where m.requested_at > least(m.ordered_at, m.ratified_at)
     and (s.requested_at > least(s.ordered_at, s.ratified_at)) is not true`,
]

const REPORTED_BEFORE_THE_EXIT = `
  insert into refusal
  select line, 'DENUNCIA', null, 'Hay datos de una denuncia de desaparición, y de ninguna salida.'
  from staged where left_at is null and (missing_reported is not null or missing_reported_at is not null)`

const REPORTED_AND_NOT = `
  insert into refusal
  select line, 'FECHA DE DENUNCIA', to_char(missing_reported_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    'Hay fecha de una denuncia de la que se dice que no existe.'
  from staged where missing_reported_at is not null and not missing_reported`

/** A file that is late for a stay leaves it as it is. */
const SAID = `select p.line, p.child_id, p.facility_id, p.stay_id, s.entered_at,
    tstzrange(s.entered_at, case when f.id is null or ${isNotLate('placements.stay')} then s.left_at else f.left_at end, '[)') as period
  from placed p join staged s using (line) left join placements.stay f on f.id = p.stay_id and ${isPlaced('f.id', 'stay_id')}, the_batch b
  where p.child_id is not null and p.facility_id is not null and (s.left_at is null or s.left_at >= s.entered_at)`

/** Of two rows of a file the one of a stay that is not known is in the wrong, else the later line. */
const COMES_BEFORE = '(other.stay_id is null, other.line) < (said.stay_id is null, said.line)'

/**
 * Against stays of which the file does not speak, and rows against one another. A stay whose row is refused stays as it is known: so is
 * whatever its row would have made room for.
 */
const IN_TWO_PLACES = batchOnce(`
  with recursive said as (${SAID}), clash (line, entered_at, stay_id, is_same_place) as (
    select said.line, said.entered_at, said.stay_id, t.facility_id = said.facility_id from said
    join placements.stay t on t.child_id = said.child_id and ${isPlaced('t.child_id', 'child_id', 'child_id is not null')}
      and tstzrange(t.entered_at, t.left_at, '[)') && said.period
    where not exists (select from said other where other.stay_id = t.id)
    union
    select said.line, said.entered_at, said.stay_id, other.facility_id = said.facility_id from said
    join said other on other.child_id = said.child_id and ${COMES_BEFORE} and other.period && said.period
      and (other.facility_id, other.entered_at) <> (said.facility_id, said.entered_at)
  ), refused as (
    select * from clash
    union
    select said.line, said.entered_at, said.stay_id, t.facility_id = said.facility_id from refused
    join placements.stay t on t.id = refused.stay_id
    join said on said.child_id = t.child_id and said.stay_id is distinct from t.id
      and tstzrange(t.entered_at, t.left_at, '[)') && said.period
  )
  insert into refusal
  select line, 'INGRESO', to_char(entered_at at time zone 'America/Mexico_City', 'DD/MM/YYYY HH24:MI'),
    case when bool_and(is_same_place)
      then 'CONFLICTO: ya se conoce su estancia en ese lugar a esa hora, con otro ingreso: si era el equivocado, retire antes el lote que lo trajo.'
      else 'CONFLICTO: la niña, niño o adolescente ya estaba en otro lugar a esa hora: cierre antes esa estancia.' end
  from refused group by line, entered_at`)

const SAID_OF_ANOTHER_STATE = `
  insert into refusal
  select s.line, 'ENTIDAD', s.state, 'El lugar ${OF_ANOTHER_STATE}'
  from the_batch b, staged s where s.state <> b.state`

/** Where a place is, its own list says; of one that nobody has listed, the row. Who told of the stay before the place was elsewhere ends it. */
const IN_ANOTHER_STATE = `
  insert into refusal
  select s.line, 'ENTIDAD', coalesce(s.state, f.state), 'El lugar ${OF_ANOTHER_STATE}'
  from the_batch b, staged s join placed p using (line) join placements.facility f on f.id = p.facility_id
  where f.state <> b.state and coalesce(s.state, b.state) = b.state and not exists (
    select from (
      select t.batch_id from placements.stay t where t.id = p.stay_id
      union all
      select (v.former ->> 'batch_id')::uuid from placements.former_version v where v.entity = 'stay' and v.entity_id = p.stay_id
    ) told join placements.batch x on x.id = told.batch_id where x.state = b.state)`

export const STAY_CHECKS: readonly string[] = [
  SAID_OF_ANOTHER_STATE,
  IN_ANOTHER_STATE,
  LEFT_BEFORE,
  MEASURE_WITHOUT_NUMBER,
  ...CHECKS_OF_MEASURES,
  REPORTED_BEFORE_THE_EXIT,
  REPORTED_AND_NOT,
  IN_TWO_PLACES,
]
