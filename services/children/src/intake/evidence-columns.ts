/** Columns that few files of detections have: what shows that each step was taken, other numbers, relatives not detected. */
import { code, yesOrNo } from '@vigia/kit/intake/cells/codes'
import { pastDay, pastInstant } from '@vigia/kit/intake/cells/days'
import { identifier, reference } from '@vigia/kit/intake/cells/identifiers'
import { words } from '@vigia/kit/intake/cells/texts'
import type { Column } from '@vigia/kit/intake/feed'
import { EVALUATION_RESULTS, INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from '@vigia/law/detection-evidence'
import { FAMILY_CONTACTS, FAMILY_PLACES, TIE_VERIFICATIONS } from '@vigia/law/family-ties'

type Titles = readonly [string, ...string[]]

const seldom = (name: string, type: string, read: Column['read'], ...titles: Titles): Column => ({
  ...{ name, type, read, titles },
  isSeldom: true,
})

const numbers: readonly Column[] = [
  seldom('passport', 'text', identifier('PASSPORT'), 'DOCUMENTO DE IDENTIDAD', 'Pasaporte', 'DPI', 'Cédula'),
  seldom('shelter_folio', 'text', identifier('SHELTER_FOLIO'), 'FOLIO ALBERGUE', 'Folio de albergue'),
  seldom('progres', 'text', identifier('PROGRES'), 'PROGRES', 'Número proGres'),
  seldom('cpims', 'text', identifier('CPIMS'), 'CPIMS', 'Primero'),
]

/** The columns of `children.detection_evidence`, under their names there. */
export const STEPS: readonly Column[] = [
  seldom('notice_folio', 'text', reference, 'FOLIO DEL AVISO', 'No. de oficio del aviso'),
  seldom('notice_channel', 'text', code(NOTICE_CHANNELS, 'medios'), 'MEDIO DEL AVISO', 'Canal del aviso'),
  seldom('notice_office', 'text', words(200), 'OFICINA QUE RECIBE EL AVISO', 'Oficina receptora'),
  seldom('ppnna_arrived_at', 'timestamptz', pastInstant, 'LLEGADA DE PPNNA', 'Presencia de PPNNA'),
  seldom('handed_over_at', 'timestamptz', pastInstant, 'ENTREGA AL DIF', 'Fecha de canalización'),
  seldom('informed_at', 'timestamptz', pastInstant, 'INFORMACIÓN A NNA', 'Fecha de información a NNA'),
  seldom('informed_in', 'text', words(80), 'LENGUA DE LA INFORMACIÓN', 'Idioma de la información'),
  seldom('interviewer', 'text', code(INTERVIEWERS, 'quienes entrevistan'), 'ENTREVISTA', 'Quien entrevista'),
  seldom('had_interpreter', 'boolean', yesOrNo, 'INTÉRPRETE', 'Con intérprete'),
  seldom('protection_need', 'boolean', yesOrNo, 'INDICIOS DE PROTECCIÓN', 'Indicios de protección internacional'),
  seldom('evaluated_on', 'date', pastDay, 'FECHA DE EVALUACIÓN INICIAL', 'Evaluación inicial'),
  seldom('evaluation_result', 'text', code(EVALUATION_RESULTS, 'evaluaciones'), 'RESULTADO DE EVALUACIÓN INICIAL'),
  seldom('procedure_opened_on', 'date', pastDay, 'INICIO DEL PAM', 'Apertura del PAM'),
  seldom('procedure_decided_on', 'date', pastDay, 'RESOLUCIÓN DEL PAM', 'Fecha de resolución del PAM'),
  seldom('procedure_decision', 'text', code(PROCEDURE_DECISIONS, 'resoluciones'), 'SENTIDO DEL PAM'),
  seldom('follows_plan', 'boolean', yesOrNo, 'CONFORME AL PLAN', 'Resolución conforme al plan'),
]

const relatives: readonly Column[] = [
  seldom('relative_place', 'text', code(FAMILY_PLACES, 'lugares'), 'LUGAR DEL FAMILIAR'),
  seldom('relative_contact', 'text', code(FAMILY_CONTACTS, 'contactos'), 'CONTACTO CON EL FAMILIAR', 'Contacto'),
  seldom('tie_verified', 'text', code(TIE_VERIFICATIONS, 'verificaciones'), 'VÍNCULO VERIFICADO', 'Verificado'),
]

export const EVIDENCE_COLUMNS: readonly Column[] = [...numbers, ...STEPS, ...relatives]
