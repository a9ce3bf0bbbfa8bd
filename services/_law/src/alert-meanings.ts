/** What each alert says is so while it is open, and from when its clock runs: the heads of services/oversight/src/rules/alerts in two languages. */
import type { AlertKind } from './alert-kinds.ts'

interface Sentence {
  readonly es: string
  readonly en: string
}

/** Of what is owed of each detection (services/oversight/src/engine/detections.ts). */
const UNTIL_FOUND_AGAIN: Sentence = {
  es: 'Hasta que se le vuelva a detectar: entonces lo pide la nueva detección.',
  en: 'Until the child is found again: the new detection asks from then on.',
}

const MEANINGS: Readonly<Record<AlertKind, Sentence>> = {
  HELD_IN_PROHIBITED_PLACE: {
    es: 'Está en una estación migratoria, una estancia provisional o un lugar habilitado, desde su ingreso.',
    en: 'Is in a migration station, in temporary premises of INM or in a place set up as one, since the entry.',
  },
  HELD_WITHOUT_LEGAL_BASIS: {
    es: 'Está en un centro de canalización, una oficina o un filtro del INM y no se le ha entregado al DIF. Desde su ingreso; si venía de otro lugar del INM, desde el ingreso al primero.',
    en: 'Is in a referral centre, an INM office or a checkpoint, and has not been handed over to DIF. Since the entry; where the child came from another place of INM, since the entry into the first.',
  },
  PPNNA_NOT_NOTIFIED: {
    es: `Se le detectó y nadie ha dado aviso a la Procuraduría. Desde la detección. ${UNTIL_FOUND_AGAIN.es}`,
    en: `Was found, and nobody has told the Procuraduría. Since the detection. ${UNTIL_FOUND_AGAIN.en}`,
  },
  PROCEDURE_BEFORE_NOTICE: {
    es: 'El INM abrió el procedimiento migratorio en un día anterior al aviso a la Procuraduría, o antes ordenó su presentación.',
    en: 'INM opened the migration procedure on a day before the notice to the Procuraduría, or ordered the presentation before it.',
  },
  HANDOVER_NOT_PROVEN: {
    es: `Nada prueba que el INM le haya entregado al DIF, o en el acta de canalización no consta el aviso a la Procuraduría o el acuse del DIF. Desde la detección. ${UNTIL_FOUND_AGAIN.es}`,
    en: `Nothing proves that INM handed the child over to DIF, or the act of hand-over lacks the notice to the Procuraduría or DIF’s receipt. Since the detection. ${UNTIL_FOUND_AGAIN.en}`,
  },
  CASE_NOT_PROCESSED: {
    es: 'La Procuraduría recibió aviso y no ha abierto expediente. Desde el primer aviso.',
    en: 'The Procuraduría was told and has opened no case. Since the first notice.',
  },
  NOT_REPRESENTED: {
    es: `Nadie le representa en lugar de su familia ausente, o la Procuraduría no interviene ni como coadyuvante. Desde la detección; crítica si antes se le entrevistó o algo se resolvió, también por la COMAR. Si quien le representaba deja de hacerlo, desde entonces. ${UNTIL_FOUND_AGAIN.es}`,
    en: `Nobody represents the child in the place of absent family, or the Procuraduría does not intervene, not even alongside. Since the detection; critical where the child was interviewed, or something was decided, by COMAR too, before. Where whoever represented the child no longer does, since then. ${UNTIL_FOUND_AGAIN.en}`,
  },
  COMAR_NOT_NOTIFIED: {
    es: 'Se vio una necesidad de protección y no se ha dado aviso a la COMAR. Desde la detección.',
    en: 'A need of protection was seen and COMAR was not told. Since the detection.',
  },
  CONSULATE_CONTACTED: {
    es: 'Se avisó al consulado de quien puede necesitar protección, o ya la pidió.',
    en: 'The consulate was told of a child who may need protection, or has asked for it.',
  },
  NO_HUMANITARIAN_STATUS: {
    es: `Sigue aquí y no tiene condición de visitante por razones humanitarias, ni otra que baste, o la que tenía venció. Desde la detección o el vencimiento. ${UNTIL_FOUND_AGAIN.es}`,
    en: `Is here and has no humanitarian status, nor another that does as well, or what it had has expired. Since the detection or the expiry. ${UNTIL_FOUND_AGAIN.en}`,
  },
  STATUS_WITHOUT_CARD: {
    es: 'Tiene la condición y no la tarjeta o la CURP. Desde el otorgamiento; crítica si la autoridad retiene la tarjeta o limita dónde puede estar, desde el día de la retención o, si nadie lo informa, desde que el registro lo supo.',
    en: 'Has the status and not the card or the CURP. Since the grant; critical where an authority keeps the card or limits where the child may be, since the day on which it was taken or, where nobody tells it, since the registry was told.',
  },
  LODGED_WITHOUT_MEASURE: {
    es: 'Ingresó a un centro de asistencia social sin medida de protección. Desde el ingreso.',
    en: 'Entered a social assistance centre without a protection measure. Since the entry.',
  },
  MEASURE_NOT_RATIFIED: {
    es: 'El Ministerio Público no ha decretado la medida urgente, desde que se le solicitó; o ningún juez ha resuelto sobre ella, desde que se ordenó. Cada plazo, su alerta.',
    en: 'The public prosecutor has not decreed the urgent measure, since being asked; or no judge has ruled on it, since it was ordered. Each term has its alert.',
  },
  NO_INITIAL_EVALUATION: {
    es: `El DIF no ha evaluado si necesita protección internacional. Desde la detección; crítica si se programa o se ejecuta su retorno sin ella. ${UNTIL_FOUND_AGAIN.es}`,
    en: `DIF has not evaluated the need of international protection. Since the detection; critical once a return is planned or executed without it. ${UNTIL_FOUND_AGAIN.en}`,
  },
  NO_DETERMINATION: {
    es: 'Su expediente no tiene determinación del interés superior, o no tiene plan de restitución de derechos. Desde que se abrió.',
    en: 'The case has no best-interests determination, or no plan of restitution. Since it was opened.',
  },
  RETURN_WITHOUT_DETERMINATION: {
    es: 'Su retorno está programado, o se ejecutó, sin una determinación previa que lo permita; la que permitió un retorno anterior no permite otro. El programado aún puede evitarse.',
    en: 'A return is planned, or was executed, without an earlier determination that permits it; what permitted a return before permits no other. A planned one can still be prevented.',
  },
  CHILD_DEPORTED: {
    es: 'Se programó o ejecutó una deportación. La ley no la permite.',
    en: 'A deportation was planned or executed. The law permits none.',
  },
  RETURN_WHILE_PENDING: {
    es: 'Se programó o ejecutó un retorno mientras lo impide una solicitud de asilo, una protección o un amparo.',
    en: 'A return was planned or executed while a claim of asylum, a protection or an amparo stands against it.',
  },
  FAST_RETURN: {
    es: 'Se le retornó a los pocos días de su detección, aunque hubiera determinación.',
    en: 'Was returned within days of the detection, even with a determination.',
  },
  UNSAFE_RETURN: {
    es: 'Una lista de verificación dice que faltó algo que protege en el traslado: acompañamiento especializado, autoridad que recibe, aviso al consulado cuando procede, pertenencias; o que hubo armas a la vista. Desde la salida.',
    en: 'A checklist says that something was missing that protects on the way: specialised escort, receiving authority, notice to the consulate where it is due, belongings; or that firearms were visible. Since the departure.',
  },
  ASYLUM_DECISION_DUE: {
    es: 'La COMAR no ha resuelto. En días hábiles desde el siguiente a la solicitud; si informa que amplió su plazo, cuentan solo los 90.',
    en: 'COMAR has not decided. In working days from the one after the claim; where it tells that it extended its term, the 90 alone count.',
  },
  ASYLUM_CLAIM_DUE: {
    es: 'Se acaba el plazo para pedir asilo, o se acabó. En días hábiles desde el ingreso al país o, si nadie lo informa, desde la primera detección.',
    en: 'The term to claim asylum runs out, or has. In working days from the entry into the country or, where nobody tells of it, from the first detection.',
  },
  ASYLUM_REVIEW_DUE: {
    es: 'Se acaba el plazo para recurrir la negativa, o se acabó. En días hábiles desde su notificación o, si nadie la informa, desde la negativa.',
    en: 'The term to challenge a denial runs out, or has. In working days from its notification or, where nobody tells of that, from the denial.',
  },
  CLAIM_GIVEN_UP_IN_CARE: {
    es: 'Desistió de su solicitud de asilo o la abandonó dentro de un centro; roja si no consta abogado independiente.',
    en: 'A claim of asylum was withdrawn or abandoned in a centre; red where no independent counsel is recorded.',
  },
  LONG_STAY: {
    es: 'Lleva mucho tiempo en un centro de asistencia social. Desde el ingreso; cada estancia, su reloj.',
    en: 'Has long been in a social assistance centre. Since the entry; each stay has its clock.',
  },
  REVIEW_OVERDUE: {
    es: 'Nadie ha revisado su estancia en el centro. Desde el ingreso o el último seguimiento.',
    en: 'Nobody has reviewed the placement in the centre. Since the entry or the last follow-up.',
  },
  OVERCROWDED: {
    es: 'Un lugar está casi lleno, lleno o aloja a más de los que caben. Por ciento de sus plazas; una estación o estancia, además, con una persona más de las que caben.',
    en: 'A place is nearly full, full or holds more than it has places for. Per cent of its places; of a station or of temporary premises of INM also by one more than it has room for.',
  },
  TOO_FEW_CARERS: {
    es: 'Un centro tiene menos de una persona de atención por cada cuatro niñas y niños menores de un año y por cada ocho mayores, de quienes se sabe que están ahí. Desde el ingreso con el que no alcanzaron, si el padrón informa cuántas son.',
    en: 'A centre has fewer than one carer for four children under one year and one for eight older ones, of those known to be there. Since the entry that made them too few, where the list tells how many they are.',
  },
  NOT_APART_FROM_ADULTS: {
    es: 'Sin compañía de su familia, duerme con personas adultas ajenas; o se le separó de sus hermanas y hermanos. Desde su ingreso, si el lugar lo informa.',
    en: 'Without family, sleeps with unrelated adults; or was parted from siblings. Since the entry, where the place tells so.',
  },
  NO_INTERPRETER: {
    es: 'No tuvo intérprete y su lengua no es el español; roja si faltó en la determinación. Desde la entrevista o, si nadie informa su hora, desde la detección.',
    en: 'Had no interpreter, and Spanish is not the language of the child; red where it was missing at the determination. Since the interview or, where nobody tells its hour, the detection.',
  },
  COUNSEL_REQUEST_UNANSWERED: {
    es: 'Pidió abogado independiente y no hay respuesta. Desde el fin del día de la solicitud; roja si se le negó.',
    en: 'Asked for independent counsel and has no answer. Since the end of the day of the request; red once denied.',
  },
  REGISTRY_NOT_UPDATED: {
    es: 'El padrón de centros de la entidad no se ha actualizado. Desde el último día del que informa.',
    en: 'The registry of centres of a state was not brought up to date. Since the last day that it tells of.',
  },
  UNREGISTERED_CENTRE: {
    es: 'Hay niñas, niños o adolescentes en un centro que, según el padrón, no está en el Registro Nacional o tiene el registro vencido. Desde el primer ingreso de quienes están ahí; si el padrón no informa, nada se dice.',
    en: 'Children are in a centre that, as a list tells, is not in the national registry, or whose registration has expired. Since the first entry of those who are there; where no list tells, nothing is said.',
  },
  UNLISTED_PLACE: {
    es: 'Hay niñas, niños o adolescentes en un lugar que no está en el padrón de ninguna autoridad. Desde el primer ingreso de quienes están ahí.',
    en: 'Children are in a place that is in no list of any authority. Since the first entry of those who are there.',
  },
  OFFICE_SILENT: {
    es: 'Una oficina no informa, ni siquiera que no hubo nada: basta un archivo sin renglones. Desde que su archivo debió llegar.',
    en: 'An office does not report, not even that there was nothing: a file without rows will do. Since its file should have come.',
  },
  DISAPPEARANCE_NOT_REPORTED: {
    es: 'Salió sin que una autoridad lo decidiera (abandono, siguió su ruta, no localización) y el lugar informa que no hay denuncia. Desde la salida, hasta que se le encuentre.',
    en: 'Left without an authority’s decision (abandoned, went on, not located), and the place tells that it was not reported. Since the exit, until the child is found.',
  },
  NO_TRANSITION_PLAN: {
    es: 'Cumplirá 18 años y no tiene plan de transición: su expediente no lo tiene, o vive en un centro y no tiene expediente. Días antes del mes de su cumpleaños.',
    en: 'Will turn 18 and has no transition plan: the case has none, or the child lives in a centre and has no case. Days before the month of the birthday.',
  },
  SECRETARIAT_VACANT: {
    es: 'La Secretaría Ejecutiva del SIPINNA, de la entidad o la federal, está vacante, o quien la ocupa tiene además otro cargo. Desde que lo está.',
    en: 'The post of the executive secretary of SIPINNA, of the state or the federal one, is vacant, or its holder has another post besides. Since it is so.',
  },
  OMBUDS_REPORT_DUE: {
    es: 'Una autoridad no ha contestado a la defensoría que le pidió un informe. Desde la petición; quince días son de ley si lo pidió la CNDH.',
    en: 'An authority has not answered the ombudsperson who asked for a report. Since it was asked; fifteen days are of the law where the CNDH asked.',
  },
  SECURITY_BREACH: {
    es: 'Se vulneró la seguridad de datos personales y no se ha avisado a quienes afecta. Desde que se supo.',
    en: 'The security of personal data was breached, and those whom it concerns were not told. Since it was found.',
  },
  BACKLOG_GROWS: {
    es: 'Los avisos sin expediente de una entidad crecieron en siete días. Por ciento de aumento; con muy pocos no se dice nada.',
    en: 'The notices without a case of a state grew within seven days. Per cent of growth; of very few nothing is said.',
  },
}

export function meaningOf(kind: AlertKind): Sentence {
  return MEANINGS[kind]
}
