/** A01 to A11: held, found, told of, handed over, documented. */
import { nextNumber } from '../../support/builders/row.ts'
import {
  at,
  claims,
  day,
  detections,
  documents,
  fileOf,
  found,
  left,
  lodged,
  morning,
  ofDif,
  ofInm,
  ofOffice,
  type Story,
  told,
} from './story.ts'

function held(kind: Story['kind'], state: string, place: 'EM' | 'CCAN'): Story {
  const child = found(state, 45)
  const stay = lodged(child.ACTA, state, place, 40)
  return {
    ...{
      kind,
      state,
      given: [detections(child), ofInm(stay)],
      later: [ofInm({ ...stay, ...left(1, 'Canalización') })],
    },
    ...{ severity: 'CRITICAL', citation: place === 'EM' ? 'LM art. 99 ¶3' : 'LM art. 112 I' },
    ...{ owedBy: ['INM'], since: at(40), endedBy: 'stay' },
  }
}

/** Of what INM did, and what it tells later. */
function byInm(
  [kind, state]: [Story['kind'], string],
  of: Pick<Story, 'severity' | 'citation' | 'since'> & { hours: number; more?: Record<string, string> },
  [later, endedBy]: [Record<string, string>, string | null],
): Story {
  const { hours, more, ...raised } = of
  const child = found(state, hours, more)
  const mended = detections({ ...child, ...later })
  return { kind, state, given: [detections(child)], ...raised, owedBy: ['INM'], later: [mended], endedBy }
}

function notProcessed(state = '06'): Story {
  const child = found(state, 80)
  return {
    ...{ kind: 'CASE_NOT_PROCESSED', state, given: [detections(child)], severity: 'RED', citation: 'LGDNNA art. 123' },
    ...{ owedBy: ['PPNNA'], since: at(79.9), endedBy: 'protection_case' },
    later: [ofOffice(state, 'protection-cases', fileOf(child.ACTA, state, told(2)))],
  }
}

function notRepresented(state = '08'): Story {
  const child = found(state, 80, { 'FECHA DE ENTREVISTA': told(70) })
  const file = fileOf(child.ACTA, state, told(79))
  const by = { FOLIO: file.FOLIO, CALIDAD: 'En suplencia', 'PERSONA U ORGANIZACIÓN': 'Procuraduría', INICIO: day(1) }
  return {
    ...{ kind: 'NOT_REPRESENTED', state, given: [detections(child), ofOffice(state, 'protection-cases', file)] },
    ...{ severity: 'CRITICAL', citation: 'LGDNNA art. 106', owedBy: ['PPNNA'], since: at(80) },
    ...{ later: [ofOffice(state, 'representations', by)], endedBy: 'representation' },
  }
}

function comarNotTold(state = '09'): Story {
  const child = found(state, 30, { 'INDICIOS DE PROTECCIÓN': 'SÍ' })
  const claim = { EXPEDIENTE: `COMAR/${nextNumber()}`, ACTA: child.ACTA, SITUACIÓN: 'Solicitud presentada' }
  return {
    ...{ kind: 'COMAR_NOT_NOTIFIED', state, given: [detections(child)], severity: 'RED', owedBy: ['INM'] },
    ...{ citation: 'LRPCAP art. 21 ¶3', since: at(30), endedBy: 'asylum_claim' },
    later: [claims({ ...claim, 'FECHA DE SOLICITUD': day(0) })],
  }
}

function noStatus(state = '11'): Story {
  const child = found(state, 40)
  const status = { ACTA: child.ACTA, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Otorgado' }
  return {
    ...{ kind: 'NO_HUMANITARIAN_STATUS', state, severity: 'AMBER', citation: 'LM art. 52 V b', owedBy: ['INM'] },
    ...{ given: [detections(child), ofDif(state, lodged(child.ACTA, state, 'CASE', 39))], since: at(40) },
    ...{ later: [documents({ ...status, 'FECHA DE OTORGAMIENTO': day(0) })], endedBy: 'migration_document' },
  }
}

function keptCard(state = '12'): Story {
  const child = found(state, 24 * 90)
  const card = {
    ...{ ACTA: child.ACTA, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida', 'CURP ASIGNADA': 'Temporal' },
    ...{ 'FECHA DE OTORGAMIENTO': day(60), 'FECHA DE EXPEDICIÓN': day(50) },
  }
  return {
    ...{ kind: 'STATUS_WITHOUT_CARD', state, severity: 'CRITICAL', citation: 'LM art. 52 V b', owedBy: ['INM'] },
    ...{ given: [detections(child), documents({ ...card, TENENCIA: 'INM', 'RETENIDA DESDE': day(9) })] },
    ...{ since: morning(60), later: [documents({ ...card, TENENCIA: 'NNA' })], endedBy: 'migration_document' },
  }
}

export const OF_FIRST_STEPS: readonly Story[] = [
  held('HELD_IN_PROHIBITED_PLACE', '01', 'EM'),
  held('HELD_WITHOUT_LEGAL_BASIS', '02', 'CCAN'),
  byInm(
    ['PPNNA_NOT_NOTIFIED', '03'],
    { ...{ hours: 37, more: { 'AVISO A PPNNA': '' } }, severity: 'CRITICAL', citation: 'LM art. 112 I', since: at(37) },
    [{ 'AVISO A PPNNA': told(1) }, 'detection'],
  ),
  byInm(
    ['PROCEDURE_BEFORE_NOTICE', '04'],
    {
      ...{ hours: 30, more: { 'AVISO A PPNNA': told(1), PRESENTACIÓN: told(20) } },
      ...{ severity: 'CRITICAL', citation: 'LM art. 112 II', since: at(20) },
    },
    [{ PRESENTACIÓN: told(0.5) }, null],
  ),
  byInm(['HANDOVER_NOT_PROVEN', '05'], { hours: 25, severity: 'RED', citation: 'LM art. 112 I', since: at(25) }, [
    { 'ACTA DE CANALIZACIÓN': 'AC-1', 'ENTREGA AL DIF': told(2), 'ACTA CON ACUSE DEL DIF': 'SÍ' },
    'detection_evidence',
  ]),
  notProcessed(),
  notRepresented(),
  comarNotTold(),
  byInm(
    ['CONSULATE_CONTACTED', '10'],
    {
      ...{ hours: 30, more: { 'INDICIOS DE PROTECCIÓN': 'SÍ', 'AVISO A CONSULADO': told(20) } },
      ...{ severity: 'CRITICAL', citation: 'LM art. 112 V', since: at(20) },
    },
    [{ 'INDICIOS DE PROTECCIÓN': 'NO' }, null],
  ),
  noStatus(),
  keptCard(),
]
