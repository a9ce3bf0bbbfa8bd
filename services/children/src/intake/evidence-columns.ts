/** Columns that few files of detections have: what shows that each step was taken, other numbers, relatives not detected. */
import { code, state, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { pastDay, pastInstant } from '@vigia/kit/intake/cells/days'
import { identifier, reference } from '@vigia/kit/intake/cells/identifiers'
import { named, words } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { EVALUATION_RESULTS, INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from '@vigia/law/detection-evidence'
import { FAMILY_CONTACTS, TIE_VERIFICATIONS } from '@vigia/law/family-ties'
import type { IdentifierType } from '@vigia/law/identifiers'
import { placeOfRelative } from './place-of-relative.ts'

type Titles = readonly [string, ...string[]]

const seldom = (name: string, type: string, read: Column['read'], ...titles: Titles): Column => ({
  ...{ name, type, read, titles },
  isSeldom: true,
})

/** Of the person, and not of a file: kept sealed, and found by their blind index. */
const numberOfPerson = (name: string, type: IdentifierType, ...titles: Titles): Column => ({
  ...seldom(name, 'text', identifier(type), ...titles),
  blind: type,
})

const sealed = (column: Column): Column => ({ ...column, isSealed: true })

const numbers: readonly Column[] = [
  numberOfPerson('passport', 'PASSPORT', 'DOCUMENTO DE IDENTIDAD', 'Pasaporte', 'DPI', 'Cédula'),
  numberOfPerson('shelter_folio', 'SHELTER_FOLIO', 'FOLIO ALBERGUE', 'Folio de albergue'),
  numberOfPerson('progres', 'PROGRES', 'PROGRES', 'Número proGres'),
  numberOfPerson('cpims', 'CPIMS', 'CPIMS', 'Primero'),
]

/** The act that proves the notice to the Procuraduría and the hand-over to DIF (Ley de Migración art. 112 I). */
const handover: readonly Column[] = [
  seldom('handover_number', 'text', reference, 'ACTA DE CANALIZACIÓN', 'No. de acta de canalización'),
  seldom('handover_tells_notice', 'boolean', yesOrNo, 'ACTA CON AVISO A PPNNA', 'Consta la notificación a PPNNA'),
  seldom('handover_has_receipt', 'boolean', yesOrNo, 'ACTA CON ACUSE DEL DIF', 'Acuse del DIF', 'Consta la recepción'),
  seldom('handed_over_to', 'text', named(200), 'LUGAR QUE RECIBE', 'Lugar de canalización', 'CAS que recibe'),
]

/** What `children.detection_evidence` tells. A column that is not sealed stands there under its name. */
export const STEPS: readonly Column[] = [
  seldom('notice_folio', 'text', reference, 'FOLIO DEL AVISO', 'No. de oficio del aviso'),
  seldom('notice_channel', 'text', code(NOTICE_CHANNELS, 'medios'), 'MEDIO DEL AVISO', 'Canal del aviso'),
  seldom('notice_office', 'text', words(200), 'OFICINA QUE RECIBE EL AVISO', 'Oficina receptora'),
  seldom('ppnna_arrived_at', 'timestamptz', pastInstant, 'LLEGADA DE PPNNA', 'Presencia de PPNNA'),
  seldom('handed_over_at', 'timestamptz', pastInstant, 'ENTREGA AL DIF', 'Fecha de canalización'),
  ...handover,
  seldom('informed_at', 'timestamptz', pastInstant, 'INFORMACIÓN A NNA', 'Fecha de información a NNA'),
  seldom('informed_in', 'text', words(80), 'LENGUA DE LA INFORMACIÓN', 'Idioma de la información'),
  seldom('interviewer', 'text', code(INTERVIEWERS, 'quienes entrevistan'), 'ENTREVISTA', 'Quien entrevista'),
  seldom('interviewed_at', 'timestamptz', pastInstant, 'FECHA DE ENTREVISTA', 'Fecha y hora de la entrevista'),
  seldom(
    'presented_at',
    'timestamptz',
    pastInstant,
    'PRESENTACIÓN',
    'Acuerdo de presentación',
    'Fecha de presentación',
  ),
  seldom('entered_on', 'date', pastDay, 'INGRESO AL PAÍS', 'Fecha de ingreso al país', 'Entrada al país'),
  seldom('had_interpreter', 'boolean', yesOrNo, 'INTÉRPRETE', 'Con intérprete'),
  sealed(
    seldom('protection_need', 'boolean', yesOrNo, 'INDICIOS DE PROTECCIÓN', 'Indicios de protección internacional'),
  ),
  seldom('evaluated_on', 'date', pastDay, 'FECHA DE EVALUACIÓN INICIAL', 'Evaluación inicial'),
  sealed(
    seldom('evaluation_result', 'text', code(EVALUATION_RESULTS, 'evaluaciones'), 'RESULTADO DE EVALUACIÓN INICIAL'),
  ),
  seldom('procedure_opened_on', 'date', pastDay, 'INICIO DEL PAM', 'Apertura del PAM'),
  seldom('procedure_decided_on', 'date', pastDay, 'RESOLUCIÓN DEL PAM', 'Fecha de resolución del PAM'),
  seldom('procedure_decision', 'text', code(PROCEDURE_DECISIONS, 'resoluciones'), 'SENTIDO DEL PAM'),
  seldom('follows_plan', 'boolean', yesOrNo, 'CONFORME AL PLAN', 'Resolución conforme al plan'),
]

const relatives: readonly Column[] = [
  sealed(seldom('relative_place', 'text', placeOfRelative, 'LUGAR DEL FAMILIAR')),
  sealed(seldom('relative_state', 'char(2)', state, 'ENTIDAD DEL FAMILIAR', 'Entidad donde vive el familiar')),
  sealed(
    seldom('relative_contact', 'text', code(FAMILY_CONTACTS, 'contactos'), 'CONTACTO CON EL FAMILIAR', 'Contacto'),
  ),
  sealed(seldom('tie_verified', 'text', code(TIE_VERIFICATIONS, 'verificaciones'), 'VÍNCULO VERIFICADO', 'Verificado')),
]

export const EVIDENCE_COLUMNS: readonly Column[] = [...numbers, ...STEPS, ...relatives]
