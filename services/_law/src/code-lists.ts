/** Every code list by its name, so that whoever reads a code finds the official word beside it. */
import { ALERT_KINDS, ALERT_SEVERITIES, ALERT_STEPS } from './alert-kinds.ts'
import { ALERT_OFFICES } from './alert-offices.ts'
import { ASYLUM_STATUSES, REASONS_FOR_GIVING_UP } from './asylum.ts'
import { AUTHORITIES } from './authorities.ts'
import { AUTHORITY_MEASURES, AUTHORITY_SOURCES, AUTHORITY_TABLES } from './authority-tables.ts'
import { BACKLOG_AGES } from './backlog-ages.ts'
import { CAUSES } from './causes.ts'
import { CHECKLIST_ITEMS } from './checklist.ts'
import { EXIT_TYPES } from './closures.ts'
import type { CodeList } from './code-list.ts'
import { SIDES } from './competence.ts'
import { COUNTRIES } from './countries.ts'
import { CUSTODY_STATUSES } from './custody-status.ts'
import { DETECTING_AUTHORITIES } from './detecting-authorities.ts'
import { EVALUATION_RESULTS, INTERVIEWERS, NOTICE_CHANNELS, PROCEDURE_DECISIONS } from './detection-evidence.ts'
import { DETECTION_TYPES } from './detection-types.ts'
import { DETERMINATION_OUTCOMES, DETERMINATION_STATUSES, GUARANTEES } from './determinations.ts'
import { DORMITORIES } from './dormitories.ts'
import { FACILITY_TYPES, LEGAL_CLASSES } from './facilities.ts'
import {
  FACILITY_LIFECYCLES,
  INSPECTION_RESULTS,
  LEGAL_FIGURES,
  REGIMES,
  REGISTRY_STATUSES,
} from './facility-registry.ts'
import { FAMILY_CONTACTS, FAMILY_PLACES, FAMILY_TIES, TIE_VERIFICATIONS } from './family-ties.ts'
import { FATES, STAGES } from './fates.ts'
import { GATES } from './gates.ts'
import { IDENTIFIER_TYPES } from './identifiers.ts'
import { GRAINS, INDICATORS, MISSING_REASONS } from './indicators.ts'
import { BASIS_KINDS } from './legal-basis.ts'
import { LETTER_RHYTHMS } from './letters.ts'
import { CURP_ASSIGNMENTS, DOCUMENT_HOLDERS, DOCUMENT_STATUSES, MIGRATION_DOCUMENTS } from './migration-documents.ts'
import { FIGURE_TOPICS, FIGURE_UNITS, REPORTING_STATUSES } from './official-figures.ts'
import { OVERSTAY_KINDS, OVERSTAY_SEVERITIES } from './overstays.ts'
import { ACCOMPANIMENT_BASES, ACCOMPANIMENTS, AGE_GROUPS, ANSWERS, DETAILED_AGE_GROUPS, SEXES } from './people.ts'
import { CASE_STATUSES, CLOSING_REASONS } from './protection-cases.ts'
import { REGIONS } from './regions.ts'
import {
  COUNSEL_ANSWERS,
  COUNSEL_DENIERS,
  FORUMS,
  REPRESENTATION_QUALITIES,
  SUSPENSIONS,
} from './representation-types.ts'
import { RETURN_MODES, RETURN_TYPES } from './return-types.ts'
import { RIGHTS } from './rights.ts'
import { RISK_FACTORS, RISK_PLACES } from './risk-factors.ts'
import { RUNNERS } from './runners-of-places.ts'
import { SECRETARIAT_CONDITIONS } from './secretariats.ts'
import { SOLUTIONS } from './solutions.ts'
import { STANDINGS } from './standings.ts'
import { TRANSIT_CONDITIONS } from './transit-conditions.ts'
import {
  TOLD_CHANNELS,
  TOLD_OUTCOMES,
  WEBHOOK_DELIVERY_STATES,
  WEBHOOK_ENVELOPES,
  WEBHOOK_MESSAGE_KINDS,
  WEBHOOK_SIGNATURES,
  WEBHOOK_STATUSES,
} from './webhooks.ts'
import { CALENDAR_AUTHORITIES } from './work-suspensions.ts'

const COUNTRY_LIST: CodeList = Object.fromEntries(COUNTRIES.map((country) => [country.code, country]))

export const CODE_LISTS = {
  ACCOMPANIMENT: { es: 'Acompañamiento', en: 'Accompaniment', codes: ACCOMPANIMENTS },
  ACCOMPANIMENT_BASIS: { es: 'Base del acompañamiento', en: 'Basis of accompaniment', codes: ACCOMPANIMENT_BASES },
  AGE_GROUP: { es: 'Grupo de edad', en: 'Age group', codes: AGE_GROUPS },
  ALERT_KIND: { es: 'Alerta', en: 'Alert', codes: ALERT_KINDS },
  ALERT_OFFICE: { es: 'Oficina ante una alerta', en: 'Office concerned by an alert', codes: ALERT_OFFICES },
  ALERT_SEVERITY: { es: 'Gravedad de la alerta', en: 'Severity of an alert', codes: ALERT_SEVERITIES },
  ALERT_STEP: { es: 'Paso de la alerta', en: 'Step of an alert', codes: ALERT_STEPS },
  ANSWER: { es: 'Respuesta', en: 'Answer', codes: ANSWERS },
  ASYLUM_STATUS: { es: 'Situación ante COMAR', en: 'Status before COMAR', codes: ASYLUM_STATUSES },
  AUTHORITY: { es: 'Autoridad', en: 'Authority', codes: AUTHORITIES },
  AUTHORITY_MEASURE: { es: 'Medida de las tablas del INM', en: 'Measure of INM tables', codes: AUTHORITY_MEASURES },
  AUTHORITY_SOURCE: { es: 'Fuente de las tablas', en: 'Source of tables', codes: AUTHORITY_SOURCES },
  AUTHORITY_TABLE: { es: 'Tabla diaria del INM', en: 'Daily table of INM', codes: AUTHORITY_TABLES },
  BACKLOG_AGE: { es: 'Antigüedad del rezago', en: 'Age of the backlog', codes: BACKLOG_AGES },
  BASIS_KIND: { es: 'Tipo de fundamento', en: 'Kind of basis', codes: BASIS_KINDS },
  CALENDAR_AUTHORITY: {
    es: 'Autoridad que suspende labores',
    en: 'Authority that suspends its work',
    codes: CALENDAR_AUTHORITIES,
  },
  CASE_STATUS: { es: 'Estado del expediente', en: 'Status of the file', codes: CASE_STATUSES },
  CAUSE: { es: 'Causa de migración', en: 'Cause of migration', codes: CAUSES },
  CHECKLIST_ITEM: { es: 'Lista de verificación del retorno', en: 'Checklist of a return', codes: CHECKLIST_ITEMS },
  CLOSING_REASON: { es: 'Motivo de cierre', en: 'Reason for closing', codes: CLOSING_REASONS },
  COUNSEL_ANSWER: { es: 'Respuesta a la solicitud de abogado', en: 'Answer on counsel', codes: COUNSEL_ANSWERS },
  COUNSEL_DENIER: { es: 'Quién niega el abogado', en: 'Who denies counsel', codes: COUNSEL_DENIERS },
  COUNTRY: { es: 'País o nacionalidad', en: 'Country or nationality', codes: COUNTRY_LIST },
  CURP_ASSIGNMENT: { es: 'CURP asignada', en: 'CURP assigned', codes: CURP_ASSIGNMENTS },
  CUSTODY_STATUS: { es: 'Situación de custodia', en: 'Custody', codes: CUSTODY_STATUSES },
  DETAILED_AGE_GROUP: { es: 'Grupo de edad detallado', en: 'Detailed age group', codes: DETAILED_AGE_GROUPS },
  DETECTING_AUTHORITY: { es: 'Autoridad que detecta', en: 'Detecting authority', codes: DETECTING_AUTHORITIES },
  DETECTION_TYPE: { es: 'Tipo de detección', en: 'Kind of detection', codes: DETECTION_TYPES },
  DETERMINATION_OUTCOME: { es: 'Resultado de la BID', en: 'Outcome of the BID', codes: DETERMINATION_OUTCOMES },
  DETERMINATION_STATUS: { es: 'Estado de la BID', en: 'Status of the BID', codes: DETERMINATION_STATUSES },
  DOCUMENT_HOLDER: { es: 'Tenencia del documento', en: 'Holder of the document', codes: DOCUMENT_HOLDERS },
  DOCUMENT_STATUS: { es: 'Estado del documento', en: 'Status of the document', codes: DOCUMENT_STATUSES },
  DORMITORY: { es: 'Con quién duerme', en: 'With whom a child sleeps', codes: DORMITORIES },
  EVALUATION_RESULT: { es: 'Evaluación inicial', en: 'Initial evaluation', codes: EVALUATION_RESULTS },
  EXIT_TYPE: { es: 'Tipo de egreso', en: 'Kind of exit', codes: EXIT_TYPES },
  FACILITY_LIFECYCLE: { es: 'Ciclo del lugar', en: 'Life cycle of the place', codes: FACILITY_LIFECYCLES },
  FACILITY_TYPE: { es: 'Tipo de lugar', en: 'Kind of place', codes: FACILITY_TYPES },
  FAMILY_CONTACT: { es: 'Contacto con el familiar', en: 'Contact with the relative', codes: FAMILY_CONTACTS },
  FAMILY_PLACE: { es: 'Lugar del familiar', en: 'Place of the relative', codes: FAMILY_PLACES },
  FAMILY_TIE: { es: 'Vínculo familiar', en: 'Family tie', codes: FAMILY_TIES },
  FATE: { es: 'Qué fue de la niña, niño o adolescente', en: 'What became of the child', codes: FATES },
  FIGURE_TOPIC: { es: 'Tema de la cifra', en: 'Topic of the figure', codes: FIGURE_TOPICS },
  FIGURE_UNIT: { es: 'Unidad de la cifra', en: 'Unit of the figure', codes: FIGURE_UNITS },
  FORUM: { es: 'Foro', en: 'Forum', codes: FORUMS },
  GATE: { es: 'Permiso de la Procuraduría', en: 'Permission of the Procuraduría', codes: GATES },
  GRAIN: { es: 'Periodicidad', en: 'Grain', codes: GRAINS },
  GUARANTEE: { es: 'Garantía de la BID', en: 'Guarantee of the BID', codes: GUARANTEES },
  IDENTIFIER_TYPE: { es: 'Tipo de identificador', en: 'Kind of identifier', codes: IDENTIFIER_TYPES },
  INDICATOR: { es: 'Indicador', en: 'Indicator', codes: INDICATORS },
  INSPECTION_RESULT: { es: 'Resultado de la visita', en: 'Result of the visit', codes: INSPECTION_RESULTS },
  INTERVIEWER: { es: 'Quien entrevista', en: 'Interviewer', codes: INTERVIEWERS },
  LEGAL_CLASS: { es: 'Clase legal del lugar', en: 'Legal class of the place', codes: LEGAL_CLASSES },
  LEGAL_FIGURE: { es: 'Figura jurídica', en: 'Legal form', codes: LEGAL_FIGURES },
  LETTER_RHYTHM: { es: 'Cuándo se escribe a una oficina', en: 'When an office is written to', codes: LETTER_RHYTHMS },
  MIGRATION_DOCUMENT: { es: 'Documento migratorio', en: 'Migration document', codes: MIGRATION_DOCUMENTS },
  MISSING_REASON: { es: 'Por qué falta una cifra', en: 'Why a figure is missing', codes: MISSING_REASONS },
  NOTICE_CHANNEL: { es: 'Medio del aviso', en: 'Channel of the notice', codes: NOTICE_CHANNELS },
  OVERSTAY_KIND: { es: 'Permanencia indebida', en: 'Overstay', codes: OVERSTAY_KINDS },
  OVERSTAY_SEVERITY: { es: 'Gravedad de la permanencia', en: 'Severity of an overstay', codes: OVERSTAY_SEVERITIES },
  PROCEDURE_DECISION: { es: 'Resolución del procedimiento', en: 'Decision of INM', codes: PROCEDURE_DECISIONS },
  REASON_FOR_GIVING_UP: {
    es: 'Motivo del desistimiento o abandono',
    en: 'Why a claim was given up',
    codes: REASONS_FOR_GIVING_UP,
  },
  REGIME: { es: 'Régimen', en: 'Regime', codes: REGIMES },
  REGION: { es: 'Región', en: 'Region', codes: REGIONS },
  REGISTRY_STATUS: { es: 'Situación de registro', en: 'Standing in the registry', codes: REGISTRY_STATUSES },
  REPORTING_STATUS: { es: 'Situación de la entrega', en: 'Status of reporting', codes: REPORTING_STATUSES },
  REPRESENTATION_QUALITY: { es: 'Calidad de representación', en: 'Representation', codes: REPRESENTATION_QUALITIES },
  RETURN_MODE: { es: 'Modo del retorno', en: 'Mode of the return', codes: RETURN_MODES },
  RETURN_TYPE: { es: 'Tipo de retorno', en: 'Kind of return', codes: RETURN_TYPES },
  RIGHT: { es: 'Derecho', en: 'Right', codes: RIGHTS },
  RISK_FACTOR: { es: 'Factor de riesgo', en: 'Risk factor', codes: RISK_FACTORS },
  RUNNER: { es: 'Quien opera un lugar', en: 'Who runs a place', codes: RUNNERS },
  RISK_PLACE: { es: 'Lugar del riesgo', en: 'Place of the risk', codes: RISK_PLACES },
  SECRETARIAT_CONDITION: {
    ...{
      es: 'Secretaría Ejecutiva del SIPINNA',
      en: 'Executive secretariat of SIPINNA',
      codes: SECRETARIAT_CONDITIONS,
    },
  },
  SEX: { es: 'Sexo', en: 'Sex', codes: SEXES },
  SIDE: { es: 'Competencia de las comisiones', en: 'Competence of the commissions', codes: SIDES },
  SOLUTION: { es: 'Solución duradera', en: 'Durable solution', codes: SOLUTIONS },
  STAGE: { es: 'Etapa', en: 'Stage', codes: STAGES },
  STANDING: { es: 'Situación del retorno frente a la BID', en: 'Standing of a return', codes: STANDINGS },
  SUSPENSION: { es: 'Suspensión en el amparo', en: 'Suspension in amparo', codes: SUSPENSIONS },
  TIE_VERIFICATION: { es: 'Vínculo verificado', en: 'Tie verified', codes: TIE_VERIFICATIONS },
  TOLD_CHANNEL: { es: 'Medio por el que se avisó', en: 'Way by which somebody was told', codes: TOLD_CHANNELS },
  TOLD_OUTCOME: { es: 'Resultado del aviso a una oficina', en: 'What came of telling somebody', codes: TOLD_OUTCOMES },
  TRANSIT_CONDITION: { es: 'Condición de tránsito', en: 'Condition of transit', codes: TRANSIT_CONDITIONS },
  WEBHOOK_DELIVERY_STATE: { es: 'Entrega del mensaje', en: 'Delivery of a message', codes: WEBHOOK_DELIVERY_STATES },
  WEBHOOK_ENVELOPE: { es: 'Sobre del mensaje', en: 'Envelope of a message', codes: WEBHOOK_ENVELOPES },
  WEBHOOK_MESSAGE_KIND: { es: 'Mensaje', en: 'Kind of message', codes: WEBHOOK_MESSAGE_KINDS },
  WEBHOOK_SIGNATURE: { es: 'Firma de los mensajes', en: 'Signature of messages', codes: WEBHOOK_SIGNATURES },
  WEBHOOK_STATUS: { es: 'Situación del destino de mensajes', en: 'Standing of an endpoint', codes: WEBHOOK_STATUSES },
} as const satisfies CodeList & Readonly<Record<string, { readonly codes: CodeList }>>

export type CodeListName = keyof typeof CODE_LISTS
