/**
 * What is no statute: a judgment, a protocol, and the defaults of Vigía (domain.md 2.2), which bind nobody and
 * say so. A number that the law does not give is here or nowhere.
 */
import { type Basis, defaultsOf } from './legal-basis.ts'

export const NOBODY_HELD_OVER_36_HOURS: Basis = {
  kind: 'COURT',
  law: 'Suprema Corte de Justicia de la Nación, Primera Sala',
  abbreviation: 'SCJN',
  article: 'AR 388/2022',
  asOf: '2023-03-15',
  wordingSince: null,
  quote: null,
  says: 'Nobody is held for migration reasons for more than 36 hours. Known from reports; whether the Court has since changed it was not verified.',
  saysInSpanish:
    'Nadie queda retenido por motivos migratorios más de 36 horas. Se conoce por lo publicado sobre ella; no se verificó si la Corte la ha modificado después.',
  source: null,
}

export const NOTICE_WITHIN_24_HOURS: Basis = {
  kind: 'PROTOCOL',
  law: 'Protocolo de actuación del INM para la protección del interés superior de NNA migrantes',
  abbreviation: 'Protocolo INM',
  article: '2016',
  asOf: '2016-01-01',
  wordingSince: null,
  quote: null,
  says: 'The Procuraduría is told within the first 24 hours. Known from citations; the protocol itself was not read. The law says at once.',
  saysInSpanish:
    'A la Procuraduría se le avisa dentro de las primeras 24 horas. Se conoce por citas; el protocolo mismo no se leyó. La ley dice: de inmediato.',
  source: null,
}

export const NO_ENTRY_WITHOUT_A_MEASURE: Basis = {
  kind: 'PROTOCOL',
  law: 'Convenios del SNDIF con los sistemas estatales',
  abbreviation: 'Convenios SNDIF',
  article: '2021',
  asOf: '2021-01-01',
  wordingSince: null,
  quote: null,
  says: 'No child enters a centre without a protection measure. Known from the press; the agreements were not read.',
  saysInSpanish:
    'Ninguna niña, niño o adolescente ingresa a un centro sin medida de protección. Se conoce por la prensa; los convenios no se leyeron.',
  source: null,
}

/** Defaults of Vigía: by the number of the alert of which each is, in domain.md, or by one of its own, D01 and on. */
const byDefault = defaultsOf('2026-11-25')

export const HELD_TOO_LONG_STEPS = byDefault('A02', {
  es: 'En un centro de canalización o una oficina del INM: ámbar a las 3 horas, rojo a las 24. Las 36 horas son las que la ley da para cualquier persona (LM art. 68).',
  en: 'In a referral centre or an INM office: amber at 3 hours, red at 24. The 36 hours are the law of anyone (LM art. 68).',
})
export const BACKLOG_STEPS = byDefault('A06', {
  es: 'Niña, niño o adolescente de quien se dio aviso, sin expediente: ámbar a las 24 horas, rojo a las 72 horas, crítico a los 5 días hábiles. La ley no da plazo.',
  en: 'A notified child without a case: amber at 24 hours, red at 72 hours, critical after 5 working days. The law gives no term.',
})
export const DETERMINATION_STEPS = byDefault('A15', {
  es: 'Sin determinación: ámbar a los 10 días hábiles, rojo a los 15, crítico a los 30. La ley no da plazo; los 15 se toman de LM art. 111.',
  en: 'No determination: amber at 10 working days, red at 15, critical at 30. The law gives no term; 15 is borrowed from LM art. 111.',
})
export const RETURN_WITHIN_72_HOURS = byDefault('A19', {
  es: 'Un retorno dentro de las 72 horas de la detección se señala aunque haya habido determinación: ninguna ley lo dice.',
  en: 'A return within 72 hours of detection is marked even where there was a determination: no law says so.',
})
export const LONG_STAYS = byDefault('A25', {
  es: 'Estancia en un centro: ámbar a los 30 días, rojo a los 90, crítico a los 180 y a los 365.',
  en: 'A stay in a centre: amber at 30 days, red at 90, critical at 180 and at 365.',
})
export const SILENT_FEED = byDefault('A33', {
  es: 'Un envío está retrasado a las 24 horas, en silencio a las 72 horas y es crítico a los 7 días. La ley quiere el dato en el momento en que nace.',
  en: 'A feed is late after 24 hours, silent after 72 hours, critical after 7 days. The law wants the data at the moment it arises.',
})
export const DOUBT_OF_A_YEAR = byDefault('D01', {
  es: 'Una fecha de nacimiento estimada según la cual la persona cumple 18 años deja la duda en la que la ley presume que es adolescente.',
  en: 'An estimated birth date that makes a person 18 leaves the doubt in which the law presumes an adolescent.',
})
export const DAYS_OF_MEXICO_CITY = byDefault('D02', {
  es: 'Los días se cuentan con la hora de la Ciudad de México en todas las entidades, también donde la hora local es otra.',
  en: 'Days are counted by the clock of Mexico City in every state, also where the local clock is another.',
})
export const HAND_OVER_IN_OCTOBER = byDefault('D03', {
  es: 'Desde 2024 el Ejecutivo cambia de titular el 1 de octubre (Constitución art. 83), aunque LFPA art. 28 todavía diga diciembre.',
  en: 'From 2024 the day on which the executive changes hands is 1 October (Constitution art. 83), though LFPA art. 28 still says December.',
})
export const CONSULATE_BY_THE_PROCURADURIA = byDefault('D04', {
  es: 'Al INM se le dice que puede acudir al consulado en cuanto la Procuraduría registra que puede, y nunca por qué no puede. La ley dice cuándo no (LM art. 112 V, LRPCAP art. 21), y no quién se lo dice al INM.',
  en: 'INM is told that it may turn to the consulate once the Procuraduría has recorded that it may, and never why it may not. The law says when not (LM art. 112 V, LRPCAP art. 21), and not who says so to INM.',
})
