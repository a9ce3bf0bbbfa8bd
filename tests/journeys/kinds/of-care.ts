/** A12 to A14, A24 to A29, A34: in a centre, with or without a measure, and out of it. */
import { aReturn } from '../../support/builders/inm.ts'
import { aDetermination } from '../../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../../support/builders/row.ts'
import {
  at,
  claims,
  day,
  detections,
  evening,
  fileOf,
  found,
  left,
  lodged,
  morning,
  ofDif,
  ofOffice,
  returns,
  type Story,
  told,
} from './story.ts'

type Raised = Pick<Story, 'kind' | 'state' | 'severity' | 'citation' | 'owedBy'>

/** In a centre since so many hours; what its file says of the stay, and says of it later. */
function inCentre(raised: Raised, hours: number, [more, later]: [Row, Row], endedBy: string, since = at(hours)): Story {
  const child = found(raised.state, hours + 2)
  const stay = lodged(child.ACTA, raised.state, 'CASE', hours, more)
  const [given, told_] = [stay, { ...stay, ...later }].map((row) => ofDif(raised.state, row))
  return {
    ...raised,
    given: [detections(child), ...(given ? [given] : [])],
    since,
    later: told_ ? [told_] : [],
    endedBy,
  }
}

function notEvaluated(state = '15'): Story {
  const child = found(state, 24 * 8)
  const plan = aReturn(child.ACTA, {
    ENTIDAD: 'Estado de México',
    'FECHA Y HORA DE SALIDA': '',
    'FECHA PROGRAMADA': day(-3),
  })
  const evaluated = { 'FECHA DE EVALUACIÓN INICIAL': day(1), 'RESULTADO DE EVALUACIÓN INICIAL': 'No concluyente' }
  return {
    ...{ kind: 'NO_INITIAL_EVALUATION', state, severity: 'CRITICAL', citation: 'LGDNNA art. 98', owedBy: ['DIF'] },
    ...{ given: [detections(child), returns(plan)], since: at(24 * 8) },
    ...{ later: [detections({ ...child, ...evaluated })], endedBy: 'detection_evidence' },
  }
}

function givenUp(state = '16'): Story {
  const child = found(state, 24 * 22)
  const claim = { EXPEDIENTE: `COMAR/${nextNumber()}`, ACTA: child.ACTA, 'FECHA DE SOLICITUD': day(19) }
  const stay = ofDif(state, lodged(child.ACTA, state, 'CASE', 24 * 20))
  return {
    ...{ kind: 'CLAIM_GIVEN_UP_IN_CARE', state, severity: 'RED', citation: 'Vigía A24', owedBy: ['PPNNA', 'DIF'] },
    ...{ since: morning(2), endedBy: null },
    given: [detections(child), stay, claims({ ...claim, SITUACIÓN: 'Desistimiento', 'FECHA DE SITUACIÓN': day(2) })],
    later: [claims({ ...claim, SITUACIÓN: 'En entrevista', 'FECHA DE SITUACIÓN': day(0) })],
  }
}

function notReviewed(state = '18'): Story {
  const child = found(state, 24 * 64)
  const file = fileOf(child.ACTA, state, told(24 * 63))
  return {
    ...{ kind: 'REVIEW_OVERDUE', state, severity: 'RED', citation: 'LGDNNA art. 109', owedBy: ['PPNNA', 'DIF'] },
    ...{ given: [detections(child), ofDif(state, lodged(child.ACTA, state, 'CASE', 24 * 61))], since: at(24 * 61) },
    later: [ofOffice(state, 'protection-cases', { ...file, 'FECHAS DE SEGUIMIENTO': day(1) })],
    endedBy: 'follow_up',
  }
}

function noInterpreter(state = '20'): Story {
  const child = found(state, 24 * 20, { LENGUA: 'Mam' })
  const file = fileOf(child.ACTA, state, told(24 * 19))
  // Told without an hour it is at its latest, and midnight in a file is no hour.
  const made = aDetermination(file.FOLIO, { FECHA: day(5), INTÉRPRETE: 'NO' })
  return {
    ...{ kind: 'NO_INTERPRETER', state, severity: 'RED', citation: 'LGDNNA art. 92 V', owedBy: ['PPNNA'] },
    ...{ since: new Date(evening(5).getTime() - 1), endedBy: null },
    given: [detections(child), ofOffice(state, 'protection-cases', file), ofOffice(state, 'determinations', made)],
    later: [ofOffice(state, 'determinations', { ...made, INTÉRPRETE: 'SÍ' })],
  }
}

const MEASURE = { 'MEDIDA URGENTE': 'MU-1', 'AUTORIDAD DE LA MEDIDA': 'MP' }

export const OF_CARE: readonly Story[] = [
  inCentre(
    {
      ...{ kind: 'LODGED_WITHOUT_MEASURE', state: '13', severity: 'CRITICAL' },
      ...{ citation: 'LGDNNA art. 122 VI', owedBy: ['PPNNA', 'DIF'] },
    },
    30,
    [{}, { ...MEASURE, 'FECHA DE MEDIDA': told(1) }],
    'urgent_measure',
  ),
  inCentre(
    {
      ...{ kind: 'MEASURE_NOT_RATIFIED', state: '14', severity: 'RED' },
      ...{ citation: 'LGDNNA art. 122 VI', owedBy: ['PPNNA'] },
    },
    30,
    [
      { ...MEASURE, 'FECHA DE MEDIDA': told(29) },
      { ...MEASURE, 'FECHA DE RATIFICACIÓN': told(1) },
    ],
    'urgent_measure',
    at(29),
  ),
  notEvaluated(),
  givenUp(),
  inCentre(
    { kind: 'LONG_STAY', state: '17', severity: 'RED', citation: 'LGDNNA art. 4 II', owedBy: ['PPNNA', 'DIF'] },
    24 * 91,
    [{}, left(1)],
    'stay',
  ),
  notReviewed(),
  inCentre(
    { kind: 'NOT_APART_FROM_ADULTS', state: '19', severity: 'RED', citation: 'LGDNNA art. 95', owedBy: ['DIF'] },
    9,
    [{ 'DUERME CON': 'Personas adultas ajenas' }, { 'DUERME CON': 'Solo NNA' }],
    'place_told',
  ),
  noInterpreter(),
  inCentre(
    { kind: 'DISAPPEARANCE_NOT_REPORTED', state: '21', severity: 'CRITICAL', citation: 'Vigía A34', owedBy: ['DIF'] },
    60,
    [
      { ...left(25, 'No localización'), DENUNCIA: 'NO' },
      { ...left(25, 'No localización'), DENUNCIA: 'SÍ', 'FECHA DE DENUNCIA': told(1) },
    ],
    'missing_report',
    at(25),
  ),
]
