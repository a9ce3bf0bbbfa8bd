/** What an alert can be about (domain.md 2.2), how grave it is, and what is written down of its life. */
import type { CodeList } from './code-list.ts'

interface AlertEntry {
  /** Its number among the alerts of domain.md; E for those of the registry itself. */
  readonly number: string
}

export const ALERT_KINDS = {
  HELD_IN_PROHIBITED_PLACE: { number: 'A01', es: 'NNA en estación o estancia migratoria', en: 'Child in INM premises' },
  HELD_WITHOUT_LEGAL_BASIS: {
    number: 'A02',
    es: 'NNA en centro de canalización u oficina del INM, sin entrega al DIF',
    en: 'Child in a referral centre or INM office, not handed over to DIF',
  },
  PPNNA_NOT_NOTIFIED: { number: 'A03', es: 'Procuraduría sin aviso', en: 'Procuraduría not notified' },
  PROCEDURE_BEFORE_NOTICE: {
    number: 'A04',
    es: 'Procedimiento migratorio o presentación antes del aviso',
    en: 'Migration procedure or presentation before the notice',
  },
  HANDOVER_NOT_PROVEN: {
    number: 'A05',
    es: 'Canalización al DIF sin constancia, o con acta incompleta',
    en: 'Hand-over to DIF not proven, or its act incomplete',
  },
  CASE_NOT_PROCESSED: { number: 'A06', es: 'Aviso sin expediente abierto', en: 'Notified, no case opened' },
  NOT_REPRESENTED: {
    number: 'A07',
    es: 'NNA sin la representación debida',
    en: 'Child without the representation owed',
  },
  COMAR_NOT_NOTIFIED: {
    number: 'A08',
    es: 'Indicios de protección sin aviso a COMAR',
    en: 'Signs of a need for protection, COMAR not notified',
  },
  CONSULATE_CONTACTED: {
    number: 'A09',
    es: 'Consulado contactado pese a posible protección',
    en: 'Consulate contacted though protection may be needed',
  },
  NO_HUMANITARIAN_STATUS: {
    number: 'A10',
    es: 'Sin condición de visitante por razones humanitarias',
    en: 'No humanitarian status',
  },
  STATUS_WITHOUT_CARD: {
    number: 'A11',
    es: 'Condición sin tarjeta o CURP, retenida o con límite territorial',
    en: 'Status without card or CURP, card retained, or bound to a territory',
  },
  LODGED_WITHOUT_MEASURE: {
    number: 'A12',
    es: 'Ingreso a CAS sin medida de protección',
    en: 'In a centre without a protection measure',
  },
  MEASURE_NOT_RATIFIED: {
    number: 'A13',
    es: 'Medida urgente sin decretar en 3 horas, o sin resolución judicial en 24',
    en: 'Urgent measure not decreed within 3 hours, or not ruled on within 24',
  },
  NO_INITIAL_EVALUATION: { number: 'A14', es: 'Sin evaluación inicial', en: 'No initial evaluation' },
  NO_DETERMINATION: {
    number: 'A15',
    es: 'Expediente sin determinación del interés superior o sin plan',
    en: 'Case without a best-interests determination or without a plan',
  },
  RETURN_WITHOUT_DETERMINATION: {
    number: 'A16',
    es: 'Retorno programado o ejecutado sin determinación que lo permita',
    en: 'Return planned or executed without a determination that permits it',
  },
  CHILD_DEPORTED: { number: 'A17', es: 'NNA en deportación', en: 'Deportation of a child' },
  RETURN_WHILE_PENDING: {
    number: 'A18',
    es: 'Retorno con procedimiento de asilo o amparo pendiente',
    en: 'Return while asylum or amparo is pending',
  },
  FAST_RETURN: {
    number: 'A19',
    es: 'Retorno a los pocos días de la detección',
    en: 'Return within days of detection',
  },
  UNSAFE_RETURN: {
    number: 'A20',
    es: 'Retorno sin las garantías de traslado y recepción',
    en: 'Return without escort, reception or belongings',
  },
  ASYLUM_DECISION_DUE: { number: 'A21', es: 'Plazo de la COMAR para resolver', en: 'Term of COMAR to decide' },
  ASYLUM_CLAIM_DUE: { number: 'A22', es: 'Plazo para solicitar asilo', en: 'Term to claim asylum' },
  ASYLUM_REVIEW_DUE: { number: 'A23', es: 'Plazo para recurrir la negativa', en: 'Term to challenge a denial' },
  CLAIM_GIVEN_UP_IN_CARE: {
    number: 'A24',
    es: 'Desistimiento o abandono del asilo dentro de un CAS',
    en: 'Asylum given up while in a centre',
  },
  LONG_STAY: { number: 'A25', es: 'Estancia prolongada en CAS', en: 'Long stay in a centre' },
  REVIEW_OVERDUE: { number: 'A26', es: 'Sin revisión periódica', en: 'Periodic review overdue' },
  OVERCROWDED: {
    number: 'A27',
    es: 'Lugar casi lleno, lleno o rebasado',
    en: 'Place nearly full, full or over its capacity',
  },
  TOO_FEW_CARERS: {
    number: 'A27',
    es: 'Menos personas de atención que las que manda la ley',
    en: 'Fewer carers than the law requires',
  },
  NOT_APART_FROM_ADULTS: {
    number: 'A28',
    es: 'Duerme con personas adultas ajenas, o lejos de sus hermanas y hermanos',
    en: 'Sleeps with unrelated adults, or away from siblings',
  },
  NO_INTERPRETER: { number: 'A29', es: 'Sin intérprete', en: 'No interpreter' },
  COUNSEL_REQUEST_UNANSWERED: {
    number: 'A30',
    es: 'Solicitud de abogado sin respuesta o negada',
    en: 'Request for counsel unanswered or denied',
  },
  REGISTRY_NOT_UPDATED: {
    number: 'A31',
    es: 'Registro de CAS sin actualizar',
    en: 'Registry of centres not updated',
  },
  UNREGISTERED_CENTRE: {
    number: 'A31',
    es: 'NNA en un CAS sin registro o con el registro vencido',
    en: 'Children in a centre that is not registered, or no longer',
  },
  UNLISTED_PLACE: {
    number: 'A32',
    es: 'NNA en un lugar que ninguna lista conoce',
    en: 'Children in a place on no list',
  },
  OFFICE_SILENT: { number: 'A33', es: 'Autoridad en silencio', en: 'Office that does not report' },
  DISAPPEARANCE_NOT_REPORTED: {
    number: 'A34',
    es: 'NNA fuera de localización, sin denuncia',
    en: 'Child out of sight, disappearance not reported',
  },
  NO_TRANSITION_PLAN: {
    number: 'A35',
    es: 'Mayoría de edad sin plan de transición',
    en: 'Turning 18 without a transition plan',
  },
  SECRETARIAT_VACANT: {
    number: 'A36',
    es: 'Secretaría Ejecutiva del SIPINNA vacante o compartida con otro cargo',
    en: 'Executive secretary of SIPINNA vacant, or holding another post',
  },
  OMBUDS_REPORT_DUE: {
    number: 'A37',
    es: 'Plazo del informe a la defensoría',
    en: 'Term of the report to the ombudsperson',
  },
  SECURITY_BREACH: {
    number: 'A38',
    es: 'Vulneración de seguridad de datos sin notificar',
    en: 'Data breach not reported to those affected',
  },
  BACKLOG_GROWS: {
    number: 'E01',
    es: 'El rezago de la Procuraduría creció de golpe en una semana',
    en: 'The backlog of a Procuraduría rose sharply within a week',
  },
} as const satisfies CodeList & Record<string, AlertEntry>

export type AlertKind = keyof typeof ALERT_KINDS

/** Raised so many days before a birthday: when they were lets the day of birth be reckoned. */
export const TELL_OF_BIRTHDAYS: readonly AlertKind[] = ['NO_TRANSITION_PLAN']

export const ALERT_SEVERITIES = {
  AMBER: { es: 'Ámbar', en: 'Amber' },
  RED: { es: 'Roja', en: 'Red' },
  CRITICAL: { es: 'Crítica', en: 'Critical' },
} as const satisfies CodeList

export type AlertSeverity = keyof typeof ALERT_SEVERITIES

const RANK: Readonly<Record<AlertSeverity, number>> = { AMBER: 1, RED: 2, CRITICAL: 3 }

/** 1 to 3: the graver, the higher. */
export function rankOf(severity: AlertSeverity): number {
  return RANK[severity]
}

/**
 * What happens to an alert: by facts and time, or by a person. LOWERED: it is less grave, or a correction showed that it was. ESCALATED opens
 * again what a person had closed.
 */
export const ALERT_STEPS = {
  OPENED: { es: 'Abierta', en: 'Opened' },
  ESCALATED: { es: 'Escalada', en: 'Escalated' },
  LOWERED: { es: 'Atenuada: su causa es menor, o se corrigió', en: 'Lowered: its cause is less, or was corrected' },
  ACKNOWLEDGED: { es: 'Atendida por una persona', en: 'Acknowledged by a person' },
  ACKNOWLEDGEMENT_ENDED: { es: 'Terminó su atención', en: 'Acknowledgement ended' },
  ASSIGNED: { es: 'Asignada', en: 'Assigned' },
  COMMENTED: { es: 'Comentada', en: 'Commented on' },
  ANSWERED: { es: 'Contestada por la autoridad', en: 'Answered by the authority' },
  CLOSED: { es: 'Cerrada por una persona', en: 'Closed by a person' },
  /** By a fact, or since what it rested on was corrected or withdrawn: `resolvedBy` says which. */
  RESOLVED: { es: 'Resuelta: su causa terminó, o se corrigió', en: 'Resolved: its cause ended, or was corrected' },
} as const satisfies CodeList

export type AlertStep = keyof typeof ALERT_STEPS
