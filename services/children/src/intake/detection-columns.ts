/** The columns of INM's file of detections. */

import { code, country, state, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { birthDay, pastInstant } from '@vigia/kit/intake/cells/days'
import { acta, curp, nue } from '@vigia/kit/intake/cells/identifiers'
import { age, whole } from '@vigia/kit/intake/cells/numbers'
import { type CellReader, listOf, orBlank, unfit } from '@vigia/kit/intake/cells/reading'
import { givenNames, name, named, words } from '@vigia/kit/intake/cells/texts'
import { LETTERS_OF_SEX, MUNICIPALITY_KEY } from '@vigia/kit/intake/columns'
import type { Column } from '@vigia/kit/intake/feed'
import { CAUSES } from '@vigia/law/causes'
import { DETECTING_AUTHORITIES } from '@vigia/law/detecting-authorities'
import { DETECTION_TYPES } from '@vigia/law/detection-types'
import { FAMILY_TIES } from '@vigia/law/family-ties'
import { localDateOf } from '@vigia/law/mexican-time'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { TRANSIT_CONDITIONS } from '@vigia/law/transit-conditions'
import { riskAtPlace } from './risk-cell.ts'

/** The day on which the oldest detection of the registry may be: before, a year was mistyped. */
const OLDEST = '2000-01-01'

/** No child has been on the way for longer: beyond, a date or a year stands in the column. */
const TEN_YEARS = 3650

const detectedAt: CellReader = (text, now) => {
  const reading = pastInstant(text, now)
  if (typeof reading !== 'string') return reading
  const local = reading.includes('T') ? localDateOf(new Date(reading)) : reading
  return local < OLDEST ? unfit('La detección es anterior al año 2000.') : reading
}

const event: readonly Column[] = [
  {
    name: 'acta',
    titles: ['ACTA', 'No. de acta', 'Número de acta', 'Folio de acta'],
    type: 'text',
    read: acta,
    required: true,
    identifies: true,
  },
  {
    name: 'detected_at',
    titles: [
      'FECHA Y HORA',
      'Fecha',
      'Fecha y hora de detección',
      'Fecha de detección',
      'Fecha de presentación',
      'Día',
    ],
    type: 'timestamptz',
    read: detectedAt,
    required: true,
  },
  {
    name: 'state',
    titles: ['ENTIDAD', 'Estado', 'Entidad federativa', 'Edo.', 'Estado / O.R.', 'O.R.'],
    type: 'char(2)',
    read: state,
    required: true,
  },
  { name: 'municipality', titles: ['MUNICIPIO', 'Mpio.', 'Municipio o alcaldía'], type: 'text', read: named(120) },
  MUNICIPALITY_KEY,
  {
    name: 'authority',
    titles: ['AUTORIDAD', 'Autoridad que detecta', 'Autoridad detectora'],
    type: 'text',
    read: code(DETECTING_AUTHORITIES, 'autoridades'),
    required: true,
  },
  {
    name: 'detection_type',
    titles: ['TIPO DE DETECCIÓN', 'Tipo', 'Motivo de detección'],
    type: 'text',
    read: code(DETECTION_TYPES, 'tipos de detección'),
    required: true,
  },
]

const person: readonly Column[] = [
  { name: 'nue', titles: ['NUE', 'Número único de extranjero', 'N.U.E.'], type: 'text', read: nue, identifies: true },
  {
    name: 'curp',
    titles: ['CURP', 'Clave única de registro de población'],
    type: 'text',
    read: curp,
    identifies: true,
    blind: 'CURP',
  },
  {
    ...{ name: 'given_names', type: 'text', read: givenNames, isSealed: true },
    titles: ['NOMBRE(S)', 'Nombre', 'Nombres'],
    refusesBlanks: 'El nombre es de solo espacios: deje la celda vacía si no se conoce.',
  },
  {
    name: 'first_surname',
    titles: ['PRIMER APELLIDO', 'Apellido paterno', '1er apellido', 'Apellido 1'],
    type: 'text',
    read: name,
    isSealed: true,
  },
  {
    name: 'second_surname',
    titles: ['SEGUNDO APELLIDO', 'Apellido materno', '2do apellido', 'Apellido 2'],
    type: 'text',
    read: name,
    isSealed: true,
  },
  {
    ...{ name: 'sex', titles: ['SEXO', 'Género'], type: 'text', read: orBlank(code(SEXES, 'sexos')) },
    doubtful: LETTERS_OF_SEX,
  },
  {
    name: 'born_on',
    titles: ['FECHA DE NACIMIENTO', 'F. nacimiento', 'Fecha nac.', 'Nacimiento'],
    type: 'date',
    read: birthDay,
  },
  {
    name: 'is_birth_estimated',
    titles: ['FECHA ESTIMADA', 'Estimada', 'Fecha de nacimiento estimada'],
    type: 'boolean',
    read: yesOrNo,
  },
  { name: 'said_age', titles: ['EDAD', 'Edad (años)', 'Años'], type: 'smallint', read: age },
  {
    name: 'nationality',
    titles: ['NACIONALIDAD', 'País de nacionalidad', 'Nacional de'],
    type: 'char(3)',
    read: country,
    required: true,
  },
  {
    name: 'country_of_birth',
    titles: ['PAÍS DE NACIMIENTO', 'País nac.', 'Lugar de nacimiento'],
    type: 'char(3)',
    read: orBlank(country),
  },
  {
    name: 'country_of_residence',
    titles: ['PAÍS DE RESIDENCIA', 'País de residencia habitual', 'Residencia', 'País res.'],
    type: 'char(3)',
    read: orBlank(country),
  },
  { name: 'language', titles: ['LENGUA', 'Idioma', 'Lengua materna'], type: 'text', read: words(80) },
]

const circumstances: readonly Column[] = [
  {
    name: 'accompaniment',
    titles: ['ACOMPAÑAMIENTO', 'Condición de acompañamiento', 'Clasificación', 'Compañía'],
    type: 'text',
    read: code(ACCOMPANIMENTS, 'acompañamiento'),
  },
  {
    name: 'accompaniment_basis',
    titles: ['BASE DEL ACOMPAÑAMIENTO', 'Base', 'Sustento del acompañamiento'],
    type: 'text',
    read: code(ACCOMPANIMENT_BASES, 'bases del acompañamiento'),
  },
  {
    name: 'causes',
    titles: ['CAUSAS', 'Causas de migración', 'Motivos'],
    type: 'text[]',
    read: listOf(code(CAUSES, 'causas')),
    isSealed: true,
  },
  {
    name: 'transit_conditions',
    titles: ['CONDICIONES DE TRÁNSITO', 'Tránsito'],
    type: 'text[]',
    read: listOf(code(TRANSIT_CONDITIONS, 'condiciones de tránsito')),
    isSealed: true,
  },
  {
    ...{ name: 'days_in_transit', type: 'int', read: whole(0, TEN_YEARS), isSealed: true, isSeldom: true },
    titles: ['DÍAS EN TRÁNSITO', 'Días de tránsito', 'Número de días en tránsito'],
  },
  {
    name: 'risk_factors',
    titles: ['FACTORES DE RIESGO', 'Riesgos'],
    type: 'text[]',
    read: listOf(riskAtPlace),
    isSealed: true,
  },
  {
    name: 'ppnna_notified_at',
    titles: ['AVISO A PPNNA', 'Aviso PPNNA', 'Aviso a Procuraduría', 'Notificación a PPNNA'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'dif_notified_at',
    titles: ['AVISO A DIF', 'Aviso DIF', 'Notificación a DIF'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'consulate_notified_at',
    titles: ['AVISO A CONSULADO', 'Aviso consulado', 'Aviso consular', 'Notificación consular'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'comar_notified_at',
    titles: ['AVISO A COMAR', 'Aviso COMAR', 'Notificación a COMAR'],
    type: 'timestamptz',
    read: pastInstant,
  },
  {
    name: 'relative_acta',
    titles: ['ACTA DEL FAMILIAR', 'Acta familiar', 'Acta de familiar'],
    type: 'text',
    read: acta,
  },
  {
    name: 'tie',
    titles: ['VÍNCULO', 'Parentesco', 'Vínculo familiar'],
    type: 'text',
    read: code(FAMILY_TIES, 'vínculos'),
  },
]

export const DETECTION_COLUMNS: readonly Column[] = [...event, ...person, ...circumstances]
