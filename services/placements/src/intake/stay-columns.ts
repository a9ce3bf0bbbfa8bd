/** The columns of a file of stays, INM's or DIF's. */
import { code, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { pastInstant } from '@vigia/kit/intake/cells/days'
import { reference } from '@vigia/kit/intake/cells/identifiers'
import { orNotYet } from '@vigia/kit/intake/cells/reading'
import { named, words } from '@vigia/kit/intake/cells/texts'
import { CHILD_COLUMNS } from '@vigia/kit/intake/columns'
import type { Column } from '@vigia/kit/intake/feed'
import { AUTHORITIES } from '@vigia/law/authorities'
import { EXIT_TYPES } from '@vigia/law/closures'
import { DORMITORIES } from '@vigia/law/dormitories'
import { FACILITY_TYPES } from '@vigia/law/facilities'
import { keyColumn, nameColumn, STATE_COLUMN } from './place-columns.ts'

const place: readonly Column[] = [
  keyColumn('CLAVE DEL LUGAR', 'Clave', 'Clave lugar', 'Clave del centro'),
  nameColumn('NOMBRE DEL LUGAR', 'Lugar', 'Nombre del centro', 'Centro', 'Nombre lugar'),
  {
    name: 'type',
    titles: ['TIPO DE LUGAR', 'Tipo', 'Tipo lugar', 'Tipo de centro'],
    type: 'text',
    read: code(FACILITY_TYPES, 'tipos de lugar'),
  },
  STATE_COLUMN,
  {
    ...{ name: 'municipality', type: 'text', read: named(120), isSeldom: true },
    titles: ['MUNICIPIO DEL LUGAR', 'Municipio', 'Mpio.', 'Municipio o alcaldía'],
  },
]

/** What every stay has, and nothing else that is told of a place. */
export const SPAN_COLUMNS: readonly Column[] = [
  {
    name: 'entered_at',
    titles: ['INGRESO', 'Fecha de ingreso', 'Fecha y hora de ingreso', 'F. ingreso'],
    type: 'timestamptz',
    read: pastInstant,
    required: true,
  },
  {
    name: 'left_at',
    titles: ['EGRESO', 'Fecha de egreso', 'Fecha y hora de egreso', 'F. egreso'],
    type: 'timestamptz',
    read: pastInstant,
  },
]

const exit: readonly Column[] = [
  {
    name: 'exit_type',
    titles: ['TIPO DE EGRESO', 'Motivo de egreso', 'Motivo de salida'],
    type: 'text',
    read: orNotYet(code(EXIT_TYPES, 'tipos de egreso')),
  },
  { name: 'dif_file', titles: ['EXPEDIENTE DIF', 'Exp. DIF', 'Expediente'], type: 'text', read: reference },
]

const measure: readonly Column[] = [
  {
    name: 'measure',
    titles: ['MEDIDA URGENTE', 'Medida', 'No. de medida', 'Medida urgente de protección'],
    type: 'text',
    read: reference,
  },
  { name: 'ordered_at', titles: ['FECHA DE MEDIDA', 'Fecha medida'], type: 'timestamptz', read: pastInstant },
  {
    name: 'measure_authority',
    titles: ['AUTORIDAD DE LA MEDIDA', 'Autoridad que la dicta', 'Autoridad'],
    type: 'text',
    read: code(AUTHORITIES, 'autoridades'),
  },
  {
    name: 'ratified_at',
    titles: ['FECHA DE RATIFICACIÓN', 'Ratificación', 'Fecha ratificación'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    ...{ name: 'requested_at', type: 'timestamptz', read: pastInstant, isSeldom: true },
    titles: ['SOLICITUD AL MINISTERIO PÚBLICO', 'Solicitud de medida al MP', 'Fecha de solicitud al MP'],
  },
]

/** What a place tells of how it keeps a child, and of one who is out of sight. Blank says nothing of it. */
const keeping: readonly Column[] = [
  {
    ...{ name: 'sleeps_with', titles: ['DUERME CON', 'Con quién duerme', 'Dormitorio con'], type: 'text' },
    ...{ read: code(DORMITORIES, 'compañías en el dormitorio'), isSeldom: true },
  },
  {
    ...{ name: 'siblings_apart', titles: ['HERMANOS SEPARADOS', 'Separado de sus hermanos'], type: 'boolean' },
    ...{ read: yesOrNo, isSeldom: true },
  },
  {
    ...{ name: 'missing_reported', titles: ['DENUNCIA', 'Denuncia presentada', 'Hay denuncia'], type: 'boolean' },
    ...{ read: yesOrNo, isSeldom: true },
  },
  {
    ...{ name: 'missing_reported_at', titles: ['FECHA DE DENUNCIA', 'Fecha y hora de denuncia'], type: 'timestamptz' },
    ...{ read: pastInstant, isSeldom: true },
  },
  { name: 'bed', titles: ['CAMA', 'Dormitorio y cama', 'No. de cama'], type: 'text', read: words(80), isSeldom: true },
]

export const STAY_COLUMNS: readonly Column[] = [
  ...CHILD_COLUMNS,
  ...place,
  ...SPAN_COLUMNS,
  ...exit,
  ...measure,
  ...keeping,
]
