/** The steps of alerts for which the law gives no number (domain.md 2.2): defaults of Vigía, which bind nobody and say so. */
import { defaultsOf } from './legal-basis.ts'

const byDefault = defaultsOf('2026-11-26')

export const SET_BY_THE_SECRETARY = byDefault('umbral fijado', {
  es: 'Un umbral que la secretaría ejecutiva federal fijó en lugar del que traía el registro, con un motivo y a partir de un día.',
  en: 'A threshold that the federal secretary has set in the place of the one the registry came with, for a reason and from a day on.',
})
export const NOTICE_STEPS = byDefault('A03', {
  es: 'Sin aviso: ámbar a 1 hora, crítico a las 36. La ley dice: de inmediato.',
  en: 'No notice: amber at 1 hour, critical at 36. The law says at once.',
})
export const HANDOVER_STEPS = byDefault('A05', {
  es: 'Sin prueba de la entrega al DIF: ámbar a las 12 horas, rojo a las 24.',
  en: 'No proof of the hand-over to DIF: amber at 12 hours, red at 24.',
})
export const REPRESENTATION_STEPS = byDefault('A07', {
  es: 'Sin representación: ámbar a las 24 horas, rojo a las 72.',
  en: 'No representation: amber at 24 hours, red at 72.',
})
export const COMAR_STEPS = byDefault('A08', {
  es: 'Sin aviso a la COMAR: ámbar a las 3 horas, rojo a las 24. La ley dice: de inmediato.',
  en: 'COMAR not told: amber at 3 hours, red at 24. The law says at once.',
})
export const STATUS_STEPS = byDefault('A10', {
  es: 'Sin condición de estancia por razones humanitarias: ámbar a las 24 horas, rojo a los 5 días hábiles, crítico a los 20. La ley dice: de inmediato.',
  en: 'No humanitarian status: amber at 24 hours, red after 5 working days, critical after 20. The law says at once.',
})
export const CARD_STEPS = byDefault('A11', {
  es: 'Condición otorgada sin tarjeta o sin CURP: ámbar a los 5 días hábiles, rojo a los 20.',
  en: 'Status without card or CURP: amber after 5 working days, red after 20.',
})
export const MEASURE_STEPS = byDefault('A12', {
  es: 'En un centro sin medida: rojo al ingreso, crítico a las 24 horas.',
  en: 'A centre without a measure: red at entry, critical at 24 hours.',
})
export const EVALUATION_STEPS = byDefault('A14', {
  es: 'Sin evaluación inicial: ámbar a las 72 horas, rojo a los 5 días hábiles.',
  en: 'No initial evaluation: amber at 72 hours, red after 5 working days.',
})
export const UNSAFE_RETURN_MARKS = byDefault('A20', {
  es: 'Que no haya armas a la vista y que las pertenencias viajen se señala en rojo a la salida: lo primero no lo dice ninguna ley, y lo segundo LM art. 119 VII lo dice de las personas adultas.',
  en: 'That no firearm be visible and that belongings go along is marked red at departure: no law says the one, and LM art. 119 VII says the other of adults.',
})
export const DECISION_STEPS = byDefault('A21', {
  es: 'Ámbar a los 40 días hábiles, antes del plazo de 45.',
  en: 'Amber at 40 working days, before the term of 45.',
})
export const CLAIM_STEPS = byDefault('A22', {
  es: 'Ámbar a los 20 días hábiles y rojo a los 28, antes del plazo de 30.',
  en: 'Amber after 20 working days and red after 28, before the term of 30.',
})
export const REVIEW_STEPS = byDefault('A23', {
  es: 'Ámbar a los 10 días hábiles y rojo a los 14, antes del plazo de 15.',
  en: 'Amber after 10 working days and red after 14, before the term of 15.',
})
export const CLAIM_GIVEN_UP = byDefault('A24', {
  es: 'Una solicitud de asilo de la que se desiste en un centro se señala en ámbar, y en rojo donde no consta abogada o abogado independiente.',
  en: 'A claim given up in a centre is marked amber, and red where no independent counsel is recorded.',
})
export const PERIODIC_REVIEW_STEPS = byDefault('A26', {
  es: 'Sin seguimiento: ámbar a los 30 días, rojo a los 60. La ley no da periodo.',
  en: 'No follow-up: amber at 30 days, red at 60. The law gives no period.',
})
export const OCCUPANCY_STEPS = byDefault('A27', {
  es: 'De las plazas: ámbar al 90 %, rojo al 100 %, crítico al 120 %. De una estación la ley dice que no aloje a más personas de las que caben (LM art. 106).',
  en: 'Of the places: amber at 90 %, red at 100 %, critical at 120 %. Of a station the law says no more than it holds (LM art. 106).',
})
export const COUNSEL_STEPS = byDefault('A30', {
  es: 'Solicitud de abogada o abogado: ámbar a las 24 horas, rojo a las 72 o si se niega.',
  en: 'Request for counsel: amber at 24 hours, red at 72 or once denied.',
})
export const REGISTRY_STEPS = byDefault('A31', {
  es: 'Registro de centros: ámbar a los 150 días, antes de los seis meses de la ley; rojo a los 183.',
  en: 'Registry of centres: amber at 150 days, before the six months of the law; red at 183.',
})
export const UNLISTED_PLACES = byDefault('A32', {
  es: 'Un lugar con niñas, niños o adolescentes que ninguna lista conoce es rojo en cuanto se le ve.',
  en: 'A place with children that no list knows is red as soon as it is seen.',
})
export const TRANSITION_STEPS = byDefault('A35', {
  es: 'Antes de cumplir 18 años: ámbar a los 180 días, rojo a los 90, crítico a los 30.',
  en: 'Before the 18th birthday: amber at 180 days, red at 90, critical at 30.',
})
export const DISAPPEARANCE_STEPS = byDefault('A34', {
  es: 'Sin que se sepa dónde está y sin denuncia: ámbar a 1 hora, rojo a las 3, crítico a las 24. Un caso de Nuevo León en 2021 se denunció el mismo día.',
  en: 'Out of sight and not reported: amber at 1 hour, red at 3, critical at 24. A case of Nuevo León in 2021 was reported the same day.',
})
export const VACANCY_STEPS = byDefault('A36', {
  es: 'Secretaría ejecutiva vacante o compartida: ámbar a los 15 días, rojo a los 30, crítico a los 90. La ley no da número.',
  en: 'Executive secretary vacant or shared: amber at 15 days, red at 30, critical at 90. The law gives no number.',
})
export const OMBUDS_REPORT_STEPS = byDefault('A37', {
  es: 'Informe a la comisión de derechos humanos: ámbar a los 10 días; rojo a los 15 donde lo pidió la de una entidad, cuya ley no se leyó. De la CNDH su ley dice 15 (art. 34).',
  en: 'Report to the ombudsperson: amber at 10 days; red at 15 where the commission of a state asked, whose own law was not read. Of the CNDH its law says 15 (art. 34).',
})
export const GROWTH_OF_BACKLOG = byDefault('E01', {
  es: 'Un rezago que creció la mitad en una semana es rojo, y crítico si se duplicó; de menos de 10 personas no se dice nada, ni cuando el INM o la Procuraduría llevan 7 días en silencio.',
  en: 'A backlog that grew by half within a week is red, one that doubled critical; of fewer than 10 children nothing is said, nor once INM or the Procuraduría has been silent for 7 days.',
})
