/** Rows that leave blank what is known, and contradict it: alone each of them would be taken in. */
import { aDetection, aReturn, aStay } from '../../support/builders/inm.ts'
import { aCase } from '../../support/builders/ppnna.ts'
import type { Row } from '../../support/builders/row.ts'
import { type Case, CHIAPAS, known } from './cases.ts'
import { aDocument } from './of-children.ts'

type Told = { feed: string; options?: typeof CHIAPAS | { source: string }; before: Row; again: Row }

/** A fact told whole, and then by one of its days alone. */
const against = (constraint: string, what: string, told: Told, column: string, reason: string): Case => [
  constraint,
  what,
  [[told.feed, () => told.before, told.options]],
  [told.feed, () => ({ ...told.again }), told.options],
  column,
  reason,
]

const born = aDetection({ 'FECHA Y HORA': '10/05/2024 10:00', 'FECHA DE NACIMIENTO': '05/05/2024', EDAD: '' })
const processed = aDetection({ 'INICIO DEL PAM': '04/03/2026', 'RESOLUCIÓN DEL PAM': '06/03/2026' })
const card = aDocument({ DOCUMENTO: 'Visitante regional', 'FECHA DE OTORGAMIENTO': '02/03/2026' })
const claim = {
  ...{ EXPEDIENTE: 'COMAR/930/2026', ACTA: known.ACTA, SITUACIÓN: 'Negado', 'FECHA DE SOLICITUD': '02/03/2026' },
}
const closed = aCase(known.ACTA, { 'FECHA DE APERTURA': '02/03/2026', 'ESTADO DEL EXPEDIENTE': 'Cerrado' })
const stay = aStay(known.ACTA, { INGRESO: '02/05/2025 10:00', EGRESO: '03/05/2025 10:00', 'MEDIDA URGENTE': 'M-9' })
const complaint = {
  ...{ 'FOLIO DE QUEJA': 'CNDH/930', ACTA: known.ACTA, 'AUTORIDAD SEÑALADA': 'INM' },
  'FECHA DE RECEPCIÓN': '01/03/2026',
}

const detections = 'children/detections'
const documents = 'children/migration-documents'
const claims = 'children/asylum-claims'
const cases = 'representation/protection-cases'

const OF_DAYS: Case[] = [
  against(
    'child_born_before_found',
    'a detection moved before the birth that is known, which the row leaves blank',
    {
      feed: detections,
      before: born,
      again: { ...born, 'FECHA DE NACIMIENTO': '', 'FECHA Y HORA': '04/05/2024 10:00', 'AVISO A PPNNA': '' },
    },
    'FECHA Y HORA',
    'anterior a la fecha de nacimiento que se conoce.',
  ),
  against(
    'procedure_is_decided_once_opened',
    'a decision before the beginning that is known',
    {
      feed: detections,
      before: processed,
      again: { ...processed, 'INICIO DEL PAM': '', 'RESOLUCIÓN DEL PAM': '03/03/2026' },
    },
    'RESOLUCIÓN DEL PAM',
    'anterior al inicio del PAM que se conoce: 04/03/2026.',
  ),
  against(
    'document_is_issued_once_granted',
    'a grant after the issue that is known',
    {
      feed: documents,
      before: { ...card, 'FECHA DE OTORGAMIENTO': '', 'FECHA DE EXPEDICIÓN': '04/03/2026' },
      again: { ...card, 'FECHA DE OTORGAMIENTO': '05/03/2026' },
    },
    'FECHA DE OTORGAMIENTO',
    'posterior a la expedición que se conoce: 04/03/2026.',
  ),
  against(
    'claim_stands_so_since_it_was_filed',
    'a claim moved past its situation that is known',
    {
      feed: claims,
      before: { ...claim, 'FECHA DE SITUACIÓN': '04/03/2026' },
      again: { ...claim, 'FECHA DE SOLICITUD': '05/03/2026' },
    },
    'FECHA DE SITUACIÓN',
    'anterior a la solicitud',
  ),
  against(
    'asylum_notified_after_status',
    'a notice before the situation that is known',
    {
      feed: claims,
      before: { ...claim, EXPEDIENTE: 'COMAR/931/2026', 'FECHA DE SITUACIÓN': '06/03/2026' },
      again: { ...claim, EXPEDIENTE: 'COMAR/931/2026', 'FECHA DE NOTIFICACIÓN': '05/03/2026' },
    },
    'FECHA DE NOTIFICACIÓN',
    'anterior a la situación',
  ),
  against(
    'case_closes_after_it_opens',
    'an opening moved past the closing that is known',
    {
      feed: cases,
      options: CHIAPAS,
      before: { ...closed, 'FECHA DE CIERRE': '04/03/2026' },
      again: { ...closed, 'FECHA DE APERTURA': '05/03/2026' },
    },
    'FECHA DE CIERRE',
    'anterior a la apertura',
  ),
  against(
    'measure_is_ratified_once_ordered',
    'a ratification before the order that is known',
    {
      feed: 'placements/stays',
      before: { ...stay, 'FECHA DE MEDIDA': '02/05/2025 12:00' },
      again: { ...stay, 'FECHA DE RATIFICACIÓN': '02/05/2025 11:00' },
    },
    'FECHA DE RATIFICACIÓN',
    'anterior a la medida',
  ),
  against(
    'complaint_is_answered_once_received',
    'a report before the request for it that is known',
    {
      feed: 'representation/complaints',
      options: { source: 'CNDH' },
      before: { ...complaint, 'SOLICITUD DE INFORME': '09/03/2026' },
      again: { ...complaint, 'INFORME RENDIDO': '08/03/2026' },
    },
    'INFORME RENDIDO',
    'anterior a su solicitud',
  ),
]

const returned = aReturn(known.ACTA)
const list = { 'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '' }

export const OF_WHAT_IS_KNOWN: Case[] = [
  ...OF_DAYS,
  [
    'escort_is_somebody',
    'an escort of nobody, where it is known that there was one',
    [
      ['returns/executed-returns', () => returned],
      ['returns/return-checklists', () => ({ ...list, 'ESCOLTA ESPECIALIZADA': 'SÍ' })],
    ],
    ['returns/return-checklists', () => ({ ...list, 'MUJERES EN LA ESCOLTA': '0', 'HOMBRES EN LA ESCOLTA': '0' })],
    'ESCOLTA ESPECIALIZADA',
    'no concuerda',
  ],
]
