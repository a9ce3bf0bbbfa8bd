/** Rows about places and stays that the database would refuse. */
import { aStay } from '../../support/builders/inm.ts'
import { type Case, known } from './cases.ts'

export const PLACE = { CLAVE: 'CAS-07-910', NOMBRE: 'CAS de prueba', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }

export const OF_PLACEMENTS: Case[] = [
  [
    'facility_capacity_is_a_number',
    'places below 0',
    [],
    ['placements/facilities', () => ({ ...PLACE, CAPACIDAD: '-1' })],
    'CAPACIDAD',
    'número',
  ],
  [
    'facility_carers_is_a_number',
    'carers below 0',
    [],
    ['placements/facilities', () => ({ ...PLACE, 'PERSONAS DE ATENCIÓN': '-1' })],
    'PERSONAS DE ATENCIÓN',
    'número',
  ],
  [
    'facility_municipality_is_of_its_state',
    'the key of a municipality of Veracruz for a place in Chiapas',
    [],
    ['placements/facilities', () => ({ ...PLACE, 'CLAVE DE MUNICIPIO': '30003' })],
    'CLAVE DE MUNICIPIO',
    'es de un municipio de la entidad 30, y el renglón es de la entidad 07',
  ],
  [
    'facility_closes_after_it_opens',
    'a closing before the opening',
    [],
    ['placements/facilities', () => ({ ...PLACE, APERTURA: '02/03/2024', CIERRE: '01/03/2024' })],
    'CIERRE',
    'anterior a la apertura',
  ],
  [
    'facility_closes_after_it_opens',
    'a closing alone, before the opening that is known',
    [['placements/facilities', () => ({ ...PLACE, CLAVE: 'CAS-07-911', APERTURA: '02/03/2024' })]],
    ['placements/facilities', () => ({ ...PLACE, CLAVE: 'CAS-07-911', CIERRE: '01/03/2024' })],
    'CIERRE',
    'anterior a la apertura que se conoce: 02/03/2024',
  ],
  [
    'facility_record_places_are_numbers',
    'places for girls below 0',
    [],
    ['placements/facilities', () => ({ ...PLACE, 'PLAZAS NIÑAS': '-1' })],
    'PLAZAS NIÑAS',
    'número',
  ],
  [
    'stay_ends_after_it_starts',
    'an exit before the entry',
    [],
    ['placements/stays', () => aStay(known.ACTA, { INGRESO: '02/03/2025 10:00', EGRESO: '01/03/2025 10:00' })],
    'EGRESO',
    'anterior al ingreso',
  ],
  [
    'stays_of_a_child_do_not_overlap',
    'two places at once',
    [['placements/stays', () => aStay(known.ACTA, { INGRESO: '01/03/2025 10:00', EGRESO: '09/03/2025 10:00' })]],
    [
      'placements/stays',
      () => aStay(known.ACTA, { 'NOMBRE DEL LUGAR': 'Otro', INGRESO: '05/03/2025 10:00', EGRESO: '06/03/2025 10:00' }),
    ],
    'INGRESO',
    'ya estaba en otro lugar',
  ],
  [
    'measure_is_ratified_once_ordered',
    'a measure ratified before it was ordered',
    [],
    [
      'placements/stays',
      () =>
        aStay(known.ACTA, {
          'MEDIDA URGENTE': 'M-1',
          'FECHA DE MEDIDA': '02/03/2026',
          'FECHA DE RATIFICACIÓN': '01/03/2026',
        }),
    ],
    'FECHA DE RATIFICACIÓN',
    'anterior a la medida',
  ],
  [
    'measure_is_ordered_once_requested',
    'a measure ordered before it was asked for',
    [],
    [
      'placements/stays',
      () =>
        aStay(known.ACTA, {
          ...{ 'MEDIDA URGENTE': 'M-2', 'SOLICITUD AL MINISTERIO PÚBLICO': '02/03/2026 10:00' },
          ...{ 'FECHA DE MEDIDA': '02/03/2026 09:00' },
        }),
    ],
    'SOLICITUD AL MINISTERIO PÚBLICO',
    'posterior a la medida',
  ],
  [
    'measure_is_ratified_once_requested',
    'a measure that turns out to be ratified before the request that is known',
    [
      [
        'placements/stays',
        () =>
          aStay(known.ACTA, {
            ...{ INGRESO: '02/04/2025 10:00', EGRESO: '03/04/2025 10:00', 'MEDIDA URGENTE': 'M-3' },
            ...{ 'SOLICITUD AL MINISTERIO PÚBLICO': '02/04/2025 08:00' },
          }),
      ],
    ],
    [
      'placements/stays',
      () =>
        aStay(known.ACTA, {
          ...{ INGRESO: '02/04/2025 10:00', EGRESO: '03/04/2025 10:00', 'MEDIDA URGENTE': 'M-3' },
          ...{ 'FECHA DE RATIFICACIÓN': '02/04/2025 07:00' },
        }),
    ],
    'SOLICITUD AL MINISTERIO PÚBLICO',
    'posterior a la medida o a su ratificación',
  ],
  [
    'stay_report_is_of_an_exit',
    'a report of a disappearance, and no exit',
    [],
    ['placements/stays', () => aStay(known.ACTA, { DENUNCIA: 'No' })],
    'DENUNCIA',
    'de ninguna salida',
  ],
  [
    'stay_report_is_told_of',
    'the day of a report that there is not',
    [],
    [
      'placements/stays',
      () =>
        aStay(known.ACTA, {
          ...{ INGRESO: '02/03/2025 10:00', EGRESO: '03/03/2025 10:00', 'TIPO DE EGRESO': 'No localización' },
          ...{ DENUNCIA: 'No', 'FECHA DE DENUNCIA': '03/03/2025 12:00' },
        }),
    ],
    'FECHA DE DENUNCIA',
    'no existe',
  ],
]
