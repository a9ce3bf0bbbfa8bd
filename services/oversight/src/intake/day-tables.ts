/** INM's daily tables as they arrive, told apart by their columns (real-data: rescatados, presentados, canalizados, retornados). */
import { birthDay } from '@vigia/kit/intake/cells/days'
import { type CellReader, isUnfit } from '@vigia/kit/intake/cells/reading'
import { LETTERS_OF_SEX } from '@vigia/kit/intake/columns'
import type { Column, FeedLayout } from '@vigia/kit/intake/feed'
import { type CodeList, codeOf } from '@vigia/law/code-list'
import { ACCOMPANIMENTS, SEXES } from '@vigia/law/people'
import { asWritten, DAY, NATIONALITY, OFFICE, PLACE, people, telling } from './claim-columns.ts'
import { claimLayout } from './claim-rows.ts'

const WHEN_AND_WHERE: readonly Column[] = [DAY, OFFICE, NATIONALITY]

/** TOTAL counts first rescues alone; repeats stand beside it and are in no total. */
const rescued = claimLayout('rescatados', {
  table: 'RESCATADOS',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    telling(
      people(
        'total',
        'EXTRANJEROS RESCATADOS POR EL INM',
        'TOTAL',
        'Rescatados',
        'Extranjeros rescatados',
        'Total de rescatados',
        'Total rescatados',
      ),
    ),
    people('first_time', 'PRIMERA VEZ', '1RA VEZ', '1a vez', '1era vez', '1era. vez'),
    telling(people('again', 'REINCIDENCIA', 'REINCIDENTES', 'Reincidencias', 'Reincidente')),
    people(
      'presented',
      'PRESENTADOS EN EM',
      'PRESENTADOS EN ESTACIONES MIGRATORIAS',
      'Presentados en estación migratoria',
      'Presentados en E.M.',
      'Presentados',
    ),
    people('channelled', 'CANALIZADOS AL DIF', 'Canalizados a DIF', 'Canalizados DIF', 'Canalizados'),
    people(
      'led_south',
      'CONDUCCIÓN DE NORTE A SUR',
      'Conducción norte a sur',
      'Conducción norte-sur',
      'Conducciones de norte a sur',
    ),
  ],
  measures: {
    RESCUED: 'coalesce(s.total, s.first_time)',
    RESCUED_AGAIN: 's.again',
    PRESENTED: 's.presented',
    CHANNELLED: 's.channelled',
  },
  detail: { first_time: 's.first_time', led_south: 's.led_south' },
})

const presented = claimLayout('presentados', {
  table: 'PRESENTADOS',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    telling({
      ...PLACE,
      titles: [
        'ESTACIÓN O ESTANCIA MIGRATORIA',
        'Estación migratoria',
        'Estación o estancia',
        'Estación',
        'Estación / estancia migratoria',
      ],
    }),
    telling(people('presented', 'PRESENTADOS', 'Total de presentados', 'Total presentados', 'Total')),
  ],
  measures: { PRESENTED: 's.presented' },
})

const ADULTS = people('adults', 'ADULTOS', 'Adultas', 'Personas adultas', 'Mayores')
const CHILDREN = people('children', 'MENORES', 'Menores de edad', 'NNA', 'Niñas, niños y adolescentes')

const channelled = claimLayout('canalizados', {
  table: 'CANALIZADOS',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    telling(PLACE),
    telling(people('total', 'TOTAL DE CANALIZADOS', 'Total canalizados', 'Canalizados', 'Canalizados al DIF', 'Total')),
    ADULTS,
    CHILDREN,
  ],
  measures: {
    CHANNELLED: 's.total',
    CHANNELLED_PLACE_UNRECORDED: 'case when coalesce(s.is_recorded, false) then 0 else s.total end',
  },
  detail: { adults: 's.adults', children: 's.children' },
})

const returned = claimLayout('retornados', {
  table: 'RETORNADOS',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    telling(
      people(
        'returned',
        'RETORNADOS A SU PAÍS',
        'Retornados',
        'Total de retornados',
        'Total retornados',
        'Retornos',
        'Total',
      ),
    ),
    telling(people('deported', 'DEPORTADOS', 'Deportaciones', 'Deportado')),
    people(
      'assisted',
      'RETORNOS ASISTIDOS',
      'Retorno asistido',
      'Retornados asistidos',
      'Asistidos',
      'Retornos asistido',
    ),
  ],
  measures: { RETURNED: 's.returned', DEPORTED: 's.deported', ASSISTED_RETURN: 's.assisted' },
})

/** A word that no list knows is kept as it was written. */
const codeOrText =
  (list: CodeList): CellReader =>
  (text, now) =>
    codeOf(list, text) ?? asWritten(text, now)

const SEX: Column = {
  ...{ name: 'sex', titles: ['SEXO', 'Género'], type: 'text', read: codeOrText(SEXES) },
  doubtful: LETTERS_OF_SEX,
}

/** Nobody needs the day: it gives the age and is not kept. One that cannot be read gives none. */
const birth: CellReader = (text, now) => {
  const reading = birthDay(text, now)
  return isUnfit(reading) ? null : reading
}
const AGE = 'extract(year from age(s.day, s.born_on))'

const children = claimLayout('canalizados, una fila por NNA', {
  table: 'CANALIZADOS_POR_PERSONA',
  part: 'NNA',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    PLACE,
    telling(SEX),
    { name: 'born_on', titles: ['FECHA DE NACIMIENTO', 'F. nacimiento', 'Fecha nac.'], type: 'date', read: birth },
    telling({
      name: 'accompaniment',
      titles: ['CLASIFICACIÓN', 'Acompañamiento', 'Condición'],
      type: 'text',
      read: codeOrText(ACCOMPANIMENTS),
    }),
  ],
  measures: { CHANNELLED_CHILDREN: '1' },
  detail: {
    sex: 's.sex',
    accompaniment: 's.accompaniment',
    age_group: `case when ${AGE} < 12 then 'FROM_0_TO_11' when ${AGE} < 18 then 'FROM_12_TO_17' when ${AGE} >= 18 then 'FROM_18' end`,
  },
})

const adults = claimLayout('canalizados, una fila por persona adulta', {
  table: 'CANALIZADOS_POR_PERSONA',
  part: 'ADULTOS',
  span: 'DAY',
  columns: [
    ...WHEN_AND_WHERE,
    PLACE,
    telling(SEX),
    telling({
      name: 'exit_reason',
      titles: ['MOTIVO DE SALIDA', 'Motivo de egreso', 'Motivo de la salida'],
      type: 'text',
      read: asWritten,
    }),
  ],
  measures: { CHANNELLED_ADULTS: '1' },
  detail: { sex: 's.sex', exit_reason: 's.exit_reason' },
})

export const DAY_TABLES: readonly FeedLayout[] = [presented, rescued, channelled, returned, children, adults]
