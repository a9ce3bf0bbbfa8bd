/** A15, A21 to A23, A30, A35, A37: terms of those who decide, and of the child; what was asked for and is owed. */
import { addDays, firstOfMonth } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { aDetermination } from '../../support/builders/ppnna.ts'
import { nextNumber } from '../../support/builders/row.ts'
import { writtenDay } from '../../support/clock.ts'
import { at, claims, day, detections, evening, fileOf, found, morning, ofOffice, type Story, told } from './story.ts'

function undetermined(state = '22'): Story {
  const child = found(state, 24 * 70)
  const file = fileOf(child.ACTA, state, day(65))
  const made = aDetermination(file.FOLIO, {
    FECHA: day(3),
    'FOLIO DEL PLAN': `P-${nextNumber()}`,
    'FECHA DEL PLAN': day(2),
  })
  return {
    ...{ kind: 'NO_DETERMINATION', state, severity: 'CRITICAL', citation: 'LGDNNA art. 123', owedBy: ['PPNNA'] },
    ...{ given: [detections(child), ofOffice(state, 'protection-cases', file)], since: morning(65) },
    ...{ later: [ofOffice(state, 'determinations', made)], endedBy: 'restitution_plan' },
  }
}

/** A claim of so many days, as COMAR tells of it, and tells of it later. */
function claim(
  raised: Pick<Story, 'kind' | 'state' | 'severity' | 'citation' | 'owedBy' | 'since'>,
  [days, status, on]: [number, string, string],
  [later, now]: [string, string],
): Story {
  const child = found(raised.state, 24 * (days + 5))
  const row = { EXPEDIENTE: `COMAR/${nextNumber()}`, ACTA: child.ACTA, 'FECHA DE SOLICITUD': day(days) }
  return {
    ...{ ...raised, given: [detections(child), claims({ ...row, SITUACIÓN: status, 'FECHA DE SITUACIÓN': on })] },
    ...{ later: [claims({ ...row, SITUACIÓN: later, 'FECHA DE SITUACIÓN': now })], endedBy: 'asylum_claim' },
  }
}

function unclaimed(state = '24'): Story {
  const child = found(state, 24 * 60, {
    'INDICIOS DE PROTECCIÓN': 'SÍ',
    'INGRESO AL PAÍS': day(65),
    'AVISO A COMAR': told(9),
  })
  const row = { EXPEDIENTE: `COMAR/${nextNumber()}`, ACTA: child.ACTA, 'FECHA DE SOLICITUD': day(0) }
  return {
    ...{ kind: 'ASYLUM_CLAIM_DUE', state, severity: 'CRITICAL', citation: 'LRPCAP art. 18', owedBy: ['PPNNA'] },
    ...{ given: [detections(child)], since: morning(65) },
    ...{ later: [claims({ ...row, SITUACIÓN: 'Solicitud presentada' })], endedBy: 'asylum_claim' },
  }
}

function askedForCounsel(state = '26'): Story {
  const child = found(state, 24 * 12)
  const file = fileOf(child.ACTA, state, told(24 * 11))
  const asked = { FOLIO: file.FOLIO, 'SOLICITUD DE ABOGADO': day(9) }
  const granted = { ...asked, RESPUESTA: 'Concedido', 'FECHA DE RESPUESTA': day(1) }
  return {
    ...{
      kind: 'COUNSEL_REQUEST_UNANSWERED',
      state,
      severity: 'RED',
      citation: 'LGDNNA art. 92 VII',
      owedBy: ['PPNNA'],
    },
    given: [detections(child), ofOffice(state, 'protection-cases', file), ofOffice(state, 'representations', asked)],
    ...{ since: evening(9), later: [ofOffice(state, 'representations', granted)], endedBy: 'counsel_request' },
  }
}

/** Of age in twenty days: less than thirty before the month of that birthday. */
function soonOfAge(state = '27'): Story {
  const birthday = at(-24 * 20)
  birthday.setUTCFullYear(birthday.getUTCFullYear() - 18)
  const child = found(state, 24 * 12, { EDAD: '', 'FECHA DE NACIMIENTO': writtenDay(birthday) })
  const file = fileOf(child.ACTA, state, told(24 * 11))
  return {
    ...{ kind: 'NO_TRANSITION_PLAN', state, severity: 'CRITICAL', citation: 'Vigía A35', owedBy: ['PPNNA'] },
    given: [detections(child), ofOffice(state, 'protection-cases', file)],
    since: instantOf(addDays(firstOfMonth(day(-20)), -180)),
    later: [ofOffice(state, 'protection-cases', { ...file, 'PLAN DE TRANSICIÓN': day(0) })],
    endedBy: 'protection_case',
  }
}

function unreported(state = '28'): Story {
  const child = found(state, 24 * 30)
  const row = {
    ...{ 'FOLIO DE QUEJA': `CEDH/${nextNumber()}`, ACTA: child.ACTA, 'AUTORIDAD SEÑALADA': 'Sistema DIF' },
    ...{ 'FECHA DE RECEPCIÓN': day(25), 'SOLICITUD DE INFORME': day(17) },
  }
  const complaint = (more = {}) => ({
    ...ofOffice(state, 'complaints', { ...row, ...more }),
    sender: { source: 'CEDH', state },
  })
  return {
    ...{ kind: 'OMBUDS_REPORT_DUE', state, severity: 'RED', citation: 'Vigía A37', owedBy: ['DIF'] },
    ...{ given: [detections(child), complaint()], since: morning(17) },
    ...{ later: [complaint({ 'INFORME RENDIDO': day(0) })], endedBy: 'complaint' },
  }
}

export const OF_CASEWORK: readonly Story[] = [
  undetermined(),
  claim(
    {
      ...{ kind: 'ASYLUM_DECISION_DUE', state: '23', severity: 'CRITICAL', citation: 'LRPCAP art. 24' },
      ...{ owedBy: ['COMAR'], since: morning(200) },
    },
    [200, 'En entrevista', day(100)],
    ['Reconocido refugiado', day(1)],
  ),
  unclaimed(),
  claim(
    {
      ...{ kind: 'ASYLUM_REVIEW_DUE', state: '25', severity: 'CRITICAL', citation: 'LRPCAP art. 25' },
      ...{ owedBy: ['PPNNA'], since: morning(40) },
    },
    [60, 'Negado', day(40)],
    ['En revisión', day(1)],
  ),
  askedForCounsel(),
  soonOfAge(),
  unreported(),
]
