/** Which fact ends an alert of each kind (services/oversight/src/rules/alerts), and what such a fact is called. */
import type { AlertKind } from '../api/filters.ts'
import type { Language } from './words.ts'

type Sentence = Readonly<Record<Language, string>>

const ACT: Sentence = {
  es: 'Ningún hecho: el acto ya ocurrió. La retira quien lo informó, si corrige; la cierra, con su motivo, quien vigila.',
  en: 'No fact: the act was done. Whoever reported it withdraws it by a correction; whoever oversees closes it, with a reason.',
}
const STAY: Sentence = { es: 'La salida de ese lugar.', en: 'The exit from that place.' }
const MEASURE_OR_EXIT: Sentence = {
  es: 'La medida de protección, o la salida del centro.',
  en: 'The protection measure, or the exit from the centre.',
}

/** By what nothing is owed to the child here any more (departure of services/oversight/src/engine/child.ts). */
const GONE: Sentence = {
  es: 'la salida del país, o el fin de su última estancia o expediente, si no se le entregó a otra institución',
  en: 'the departure from the country, or the end of the last stay or case, unless the child was handed on to another institution',
}

const ENDINGS: Readonly<Record<AlertKind, Sentence>> = {
  HELD_IN_PROHIBITED_PLACE: STAY,
  HELD_WITHOUT_LEGAL_BASIS: STAY,
  PPNNA_NOT_NOTIFIED: {
    es: `El aviso a la Procuraduría, de quien lo dio o de quien lo recibió; una nueva detección, que abre otra; o ${GONE.es}.`,
    en: `The notice to the Procuraduría, told by who gave or who received it; a new detection, which opens another one; or ${GONE.en}.`,
  },
  PROCEDURE_BEFORE_NOTICE: ACT,
  HANDOVER_NOT_PROVEN: {
    es: 'La constancia de entrega, el aviso al DIF o el ingreso a un lugar de cuidado; de un acta incompleta, que se complete. O una nueva detección, que abre otra.',
    en: 'The proof of the hand-over, the notice to DIF or the entry into a place of care; of an incomplete act, its completion. Or a new detection, which opens another one.',
  },
  CASE_NOT_PROCESSED: { es: 'La apertura del expediente.', en: 'The opening of the case.' },
  NOT_REPRESENTED: {
    es: `La representación que se le debe, con la última de ellas; una nueva detección, que abre otra; o ${GONE.es}.`,
    en: `The representation that is owed, by the last of it; a new detection, which opens another one; or ${GONE.en}.`,
  },
  COMAR_NOT_NOTIFIED: {
    es: `El aviso a la COMAR o la solicitud ante ella; o ${GONE.es}.`,
    en: `The notice to COMAR or the claim before it; or ${GONE.en}.`,
  },
  CONSULATE_CONTACTED: ACT,
  NO_HUMANITARIAN_STATUS: {
    es: `El otorgamiento de la condición de estancia, una nueva detección, que abre otra, o ${GONE.es}.`,
    en: `The grant of the status, a new detection, which opens another one, or ${GONE.en}.`,
  },
  STATUS_WITHOUT_CARD: {
    es: `La tarjeta entregada, con CURP y sin límite territorial; o ${GONE.es}.`,
    en: `The card handed over, with CURP and bound to no territory; or ${GONE.en}.`,
  },
  LODGED_WITHOUT_MEASURE: MEASURE_OR_EXIT,
  MEASURE_NOT_RATIFIED: {
    es: 'Que se decrete la medida, o la salida del lugar antes; o la resolución del juez, o la salida sin que se le entregue a otro lugar.',
    en: 'The decree of the measure, or the exit from the place before it; or the ruling of the judge, or an exit that hands the child on to no other place.',
  },
  NO_INITIAL_EVALUATION: {
    es: `La evaluación inicial, una nueva detección, que abre otra, o ${GONE.es}.`,
    en: `The initial evaluation, a new detection, which opens another one, or ${GONE.en}.`,
  },
  NO_DETERMINATION: {
    es: `La determinación del interés superior y el plan, con lo último de ambos; el cierre del expediente o ${GONE.es}.`,
    en: `The best-interests determination and the plan, by the last of both; the closing of the case or ${GONE.en}.`,
  },
  RETURN_WITHOUT_DETERMINATION: {
    es: 'De un retorno programado, una determinación que lo permita; si se ejecuta, en su lugar se abre otra alerta. De uno ejecutado, ningún hecho.',
    en: 'Of a planned return, a determination that permits it; if it is carried out, another alert opens in its place. Of one carried out, no fact.',
  },
  CHILD_DEPORTED: {
    es: 'De una programada, ninguno que la permita: si se ejecuta, en su lugar se abre otra alerta. De una ejecutada, ningún hecho.',
    en: 'Of a planned one, none that permits it: if it is carried out, another alert opens in its place. Of one carried out, no fact.',
  },
  RETURN_WHILE_PENDING: {
    es: 'De un retorno programado, el fin de lo último que lo impide; si se ejecuta, en su lugar se abre otra alerta. De uno ejecutado, ningún hecho.',
    en: 'Of a planned return, the end of the last that stands against it; if it is carried out, another alert opens in its place. Of one carried out, no fact.',
  },
  FAST_RETURN: ACT,
  UNSAFE_RETURN: ACT,
  ASYLUM_DECISION_DUE: {
    es: 'La resolución de la COMAR, o la salida del país.',
    en: 'The decision of COMAR, or the departure from the country.',
  },
  ASYLUM_CLAIM_DUE: {
    es: `La solicitud ante la COMAR, o ${GONE.es}.`,
    en: `The claim before COMAR, or ${GONE.en}.`,
  },
  ASYLUM_REVIEW_DUE: {
    es: 'El recurso contra la negativa, o la salida del país.',
    en: 'The challenge of the denial, or the departure from the country.',
  },
  CLAIM_GIVEN_UP_IN_CARE: ACT,
  LONG_STAY: { es: 'La salida del centro.', en: 'The exit from the centre.' },
  REVIEW_OVERDUE: { es: 'Un seguimiento, o la salida del centro.', en: 'A follow-up, or the exit from the centre.' },
  OVERCROWDED: {
    es: 'Las salidas que dejan la ocupación por debajo del umbral, o un padrón que informe más plazas.',
    en: 'The exits that leave the occupancy below the threshold, or a list that tells of more places.',
  },
  TOO_FEW_CARERS: {
    es: 'Las salidas, los primeros cumpleaños o las nuevas personas de atención con las que alcanzan.',
    en: 'The exits, first birthdays or new carers with which there are enough.',
  },
  NOT_APART_FROM_ADULTS: {
    es: 'Que el lugar informe que ya duerme aparte, o con los suyos; o la salida de ese lugar.',
    en: 'That the place tells that the child sleeps apart, or with its own; or the exit from that place.',
  },
  NO_INTERPRETER: ACT,
  COUNSEL_REQUEST_UNANSWERED: { es: 'La respuesta que concede el abogado.', en: 'The answer that grants counsel.' },
  REGISTRY_NOT_UPDATED: {
    es: 'El siguiente padrón de centros de la entidad.',
    en: 'The next list of centres of the state.',
  },
  UNREGISTERED_CENTRE: {
    es: 'Un padrón que diga que el centro está registrado, o la salida de quienes están en él.',
    en: 'A list that says that the centre is registered, or the exit of those who are in it.',
  },
  UNLISTED_PLACE: {
    es: 'Un padrón que nombre el lugar, o la salida de quienes están en él.',
    en: 'A list that names the place, or the exit of those who are in it.',
  },
  OFFICE_SILENT: {
    es: 'El siguiente archivo de esa oficina; uno sin renglones también vale.',
    en: 'The next file of that office; one without rows will do.',
  },
  DISAPPEARANCE_NOT_REPORTED: {
    es: 'La denuncia, o que se le vuelva a encontrar.',
    en: 'The report of the disappearance, or that the child is found again.',
  },
  NO_TRANSITION_PLAN: {
    es: `El plan de transición, el cierre del expediente si no está en un centro, o ${GONE.es}.`,
    en: `The transition plan, the closing of the case unless the child is in a centre, or ${GONE.en}.`,
  },
  SECRETARIAT_VACANT: {
    es: 'Un nombramiento que ocupe el cargo, sin otro a la vez.',
    en: 'An appointment to the post, and to no other beside it.',
  },
  OMBUDS_REPORT_DUE: { es: 'La respuesta a la defensoría.', en: 'The answer to the ombudsperson.' },
  SECURITY_BREACH: {
    es: 'El aviso a quienes afecta y a la autoridad garante.',
    en: 'The notice to those whom it concerns and to the authority that watches over data.',
  },
  BACKLOG_GROWS: {
    es: 'Que el rezago vuelva a crecer menos que el umbral en siete días.',
    en: 'That the backlog grows by less than the threshold within seven days.',
  },
}

const FACTS: Readonly<Record<string, Sentence>> = {
  another_state: {
    es: 'Resultó ser de otra entidad, donde se abrió otra',
    en: 'Turned out to be of another state, where another one was opened',
  },
  asylum_claim: { es: 'Solicitud ante la COMAR', en: 'Claim before COMAR' },
  breach: { es: 'Aviso de la vulneración', en: 'Notice of the breach' },
  batch: { es: 'Archivo de la oficina', en: 'File of the office' },
  complaint: { es: 'Respuesta a la queja', en: 'Answer to the complaint' },
  counsel_request: { es: 'Respuesta a la solicitud de abogado', en: 'Answer to the request for counsel' },
  detection: { es: 'Detección, corregida o completada', en: 'Detection, corrected or completed' },
  detection_evidence: { es: 'Constancia de la detección', en: 'Evidence of the detection' },
  determination: { es: 'Determinación del interés superior', en: 'Best-interests determination' },
  entry: { es: 'Ingreso a un lugar de cuidado', en: 'Entry into a place of care' },
  executed_return: { es: 'Retorno ejecutado', en: 'Executed return' },
  facility: { es: 'Padrón que nombra el lugar', en: 'List that names the place' },
  first_birthday: { es: 'Primer cumpleaños de quien está ahí', en: 'First birthday of somebody there' },
  follow_up: { es: 'Seguimiento', en: 'Follow-up' },
  missing_report: { es: 'Denuncia de la desaparición', en: 'Report of the disappearance' },
  migration_document: { es: 'Documento migratorio', en: 'Migration document' },
  new_detection: {
    es: 'Nueva detección: lo debido se pide desde ella',
    en: 'New detection: what is owed is owed from it on',
  },
  place_told: { es: 'Informe del lugar', en: 'Word of the place' },
  protection_case: { es: 'Expediente de la Procuraduría', en: 'Case of the Procuraduría' },
  restitution_plan: { es: 'Plan de restitución de derechos', en: 'Plan of restitution' },
  representation: { es: 'Representación', en: 'Representation' },
  secretariat: { es: 'Titularidad de la Secretaría Ejecutiva', en: 'Holder of the executive secretariat' },
  stay_elsewhere: { es: 'Ingreso a otro lugar', en: 'Entry into another place' },
  stay: { es: 'Salida del lugar', en: 'Exit from the place' },
  work_suspension: {
    es: 'Suspensión de labores: su plazo corre todavía',
    en: 'Suspension of work: its term still runs',
  },
  urgent_measure: { es: 'Medida de protección', en: 'Protection measure' },
}

export const alertEnding = (kind: AlertKind, language: Language): string => ENDINGS[kind][language]

/** What was done against the law cannot be complied with any more. */
export const isOfAct = (kind: AlertKind): boolean => ENDINGS[kind] === ACT

/** A fact that nobody has named yet keeps the name that the registry gives it. */
export const factName = (fact: string, language: Language): string => FACTS[fact]?.[language] ?? fact
