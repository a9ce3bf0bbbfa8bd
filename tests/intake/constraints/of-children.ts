/** Rows about children, and published figures, that the database would refuse. */
import { aDetection } from '../../support/builders/inm.ts'
import type { Row } from '../../support/builders/row.ts'
import { type Case, known } from './cases.ts'

export const aDocument = (differences: Row): Row => ({
  ...{ ACTA: known.ACTA, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida', ...differences },
})

/** Filed on 2 March 2026. */
const aClaim = (file: string, differences: Row): Row => ({
  ...{ EXPEDIENTE: file, ACTA: known.ACTA, SITUACIÓN: 'Solicitud presentada', 'FECHA DE SOLICITUD': '02/03/2026' },
  ...differences,
})

const FIGURE = {
  ...{
    id: 'una-cifra',
    topic: 'DETECTIONS',
    value: '1',
    unit: 'EVENTS',
    meaning: 'Una',
    meaning_en: 'One',
    territory: '00',
  },
  ...{ from: '01/02/2024', to: '31/01/2024', source: 'Prueba', series: 'prueba', official: 'SÍ' },
}

export const OF_CHILDREN: Case[] = [
  [
    'child_born_before_found',
    'a birth after the detection',
    [],
    [
      'children/detections',
      () => aDetection({ 'FECHA Y HORA': '15/06/2024 10:00', 'FECHA DE NACIMIENTO': '16/06/2024' }),
    ],
    'FECHA DE NACIMIENTO',
    'posterior a la detección',
  ],
  [
    'child_born_before_found',
    'another detection of a known child, before its birth',
    [],
    [
      'children/detections',
      () => aDetection({ NUE: 'N910000001', 'FECHA Y HORA': '04/03/2024 10:00', EDAD: '', 'AVISO A PPNNA': '' }),
    ],
    'FECHA Y HORA',
    'anterior a la fecha de nacimiento que se conoce.',
  ],
  [
    'detection_municipality_is_of_its_state',
    'the key of a municipality of Veracruz in a detection of Chiapas',
    [],
    ['children/detections', () => aDetection({ 'CLAVE DE MUNICIPIO': '30003' })],
    'CLAVE DE MUNICIPIO',
    'es de un municipio de la entidad 30, y el renglón es de la entidad 07',
  ],
  [
    'detection_not_before_registry',
    'a detection in 1999',
    [],
    ['children/detections', () => aDetection({ 'FECHA Y HORA': '31/12/1999 10:00' })],
    'FECHA Y HORA',
    'anterior al año 2000',
  ],
  [
    'detection_of_a_child',
    'an age of 18',
    [],
    ['children/detections', () => aDetection({ EDAD: '18' })],
    'EDAD',
    '18 años',
  ],
  [
    'procedure_is_decided_once_opened',
    'a decision before the procedure',
    [],
    ['children/detections', () => aDetection({ 'INICIO DEL PAM': '02/03/2026', 'RESOLUCIÓN DEL PAM': '01/03/2026' })],
    'RESOLUCIÓN DEL PAM',
    'anterior al inicio',
  ],
  [
    'evidence_of_a_handover_has_its_number',
    'what an act proves of which no number is told',
    [],
    ['children/detections', () => aDetection({ 'ACTA CON ACUSE DEL DIF': 'NO' })],
    'ACTA DE CANALIZACIÓN',
    'no su número',
  ],
  [
    'place_of_a_handover_has_its_number',
    'a place that an act names of which no number is told',
    [],
    ['children/detections', () => aDetection({ 'LUGAR QUE RECIBE': 'CAS Tapachula' })],
    'ACTA DE CANALIZACIÓN',
    'no su número',
  ],
  [
    'document_is_issued_once_granted',
    'a card issued before it was granted',
    [],
    [
      'children/migration-documents',
      () => aDocument({ 'FECHA DE OTORGAMIENTO': '02/03/2026', 'FECHA DE EXPEDICIÓN': '01/03/2026' }),
    ],
    'FECHA DE EXPEDICIÓN',
    'anterior al otorgamiento',
  ],
  [
    'document_expires_after_issue',
    'a card that ends before it is issued',
    [],
    ['children/migration-documents', () => aDocument({ 'FECHA DE EXPEDICIÓN': '02/03/2026', VIGENCIA: '01/03/2026' })],
    'VIGENCIA',
    'antes de la expedición',
  ],
  [
    'migration_document_binds_where_it_is_valid',
    'a document that binds to nowhere, valid in one state',
    [],
    ['children/migration-documents', () => aDocument({ 'RESTRICCIÓN GEOGRÁFICA': 'NO', TERRITORIO: 'Chiapas' })],
    'TERRITORIO',
    'que no hay restricción geográfica',
  ],
  [
    'migration_document_binds_where_it_is_valid',
    'a document that binds to a part of the country, valid in all of it',
    [],
    ['children/migration-documents', () => aDocument({ 'RESTRICCIÓN GEOGRÁFICA': 'SÍ', TERRITORIO: 'Nacional' })],
    'TERRITORIO',
    'vale en todo el país',
  ],
  [
    'claim_stands_so_since_it_was_filed',
    'a status before the claim',
    [],
    [
      'children/asylum-claims',
      () => ({
        ...{ EXPEDIENTE: 'COMAR/910/2026', ACTA: known.ACTA, SITUACIÓN: 'Solicitud presentada' },
        ...{ 'FECHA DE SOLICITUD': '02/03/2026', 'FECHA DE SITUACIÓN': '01/03/2026' },
      }),
    ],
    'FECHA DE SITUACIÓN',
    'anterior a la solicitud',
  ],
  [
    'claim_is_ratified_once_filed',
    'a ratification before the claim',
    [],
    ['children/asylum-claims', () => aClaim('COMAR/913/2026', { 'FECHA DE RATIFICACIÓN': '01/03/2026' })],
    'FECHA DE RATIFICACIÓN',
    'anterior a la solicitud',
  ],
  [
    'claim_is_ratified_once_filed',
    'a claim moved past its ratification that is known',
    [['children/asylum-claims', () => aClaim('COMAR/914/2026', { 'FECHA DE RATIFICACIÓN': '04/03/2026' })]],
    ['children/asylum-claims', () => aClaim('COMAR/914/2026', { 'FECHA DE SOLICITUD': '05/03/2026' })],
    'FECHA DE RATIFICACIÓN',
    'anterior a la solicitud',
  ],
  [
    'asylum_notified_after_status',
    'a notice before what it tells of',
    [],
    [
      'children/asylum-claims',
      () => ({
        ...{ EXPEDIENTE: 'COMAR/911/2026', ACTA: known.ACTA, SITUACIÓN: 'Negado', 'FECHA DE SOLICITUD': '02/03/2026' },
        ...{ 'FECHA DE SITUACIÓN': '05/03/2026', 'FECHA DE NOTIFICACIÓN': '04/03/2026' },
      }),
    ],
    'FECHA DE NOTIFICACIÓN',
    'anterior a la situación',
  ],
  [
    'ended_for_a_reason_when_given_up',
    'why a claim was given up that is pending',
    [],
    [
      'children/asylum-claims',
      () => ({
        ...{ EXPEDIENTE: 'COMAR/912/2026', ACTA: known.ACTA, SITUACIÓN: 'En entrevista' },
        ...{ 'FECHA DE SOLICITUD': '02/03/2026', 'MOTIVO DE DESISTIMIENTO': 'Tardanza del procedimiento' },
      }),
    ],
    'MOTIVO DE DESISTIMIENTO',
    'no es desistimiento',
  ],
  [
    'figure_ends_after_it_starts',
    'a period that ends before it starts',
    [],
    ['oversight/official-figures', () => FIGURE],
    'to',
    'termina antes',
  ],
]
