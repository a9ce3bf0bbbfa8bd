/** The law on refugees and the federal law of administrative procedure, article by article as Vigía applies them. */
import { articlesOf } from './legal-basis.ts'

const FIRST_TEXT = '2011-01-27'
const article = articlesOf({
  law: 'Ley sobre Refugiados, Protección Complementaria y Asilo Político',
  abbreviation: 'LRPCAP',
  asOf: '2022-02-18',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LRPCAP.pdf',
})
const procedure = articlesOf({
  law: 'Ley Federal de Procedimiento Administrativo',
  abbreviation: 'LFPA',
  asOf: '2025-11-14',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/index.htm',
})

export const NO_REJECTION_OF_APPLICANTS = article({
  article: '6',
  since: '2020-11-11',
  quote: 'Ningún solicitante o refugiado podrá en modo alguno ser rechazado en frontera o devuelto',
  says: 'No applicant, refugee or protected person is rejected or sent back to danger.',
})

export const ASYLUM_IS_CONFIDENTIAL = article({
  article: '10',
  since: FIRST_TEXT,
  quote: 'será tratada con la más estricta confidencialidad',
  says: 'What applicants tell is strictly confidential, also between authorities.',
})

export const CLAIM_IS_RATIFIED = article({
  article: '11',
  since: FIRST_TEXT,
  quote: 'deberá de ratificar su solicitud ante la Secretaría dentro del término de tres días hábiles',
  says: 'A claim filed by a representative is ratified within 3 working days.',
})

export const CLAIM_IN_30_WORKING_DAYS = article({
  article: '18',
  since: FIRST_TEXT,
  quote: 'dentro del término de 30 días hábiles',
  says: 'A claim is filed within 30 working days of entry, or of the day on which it became possible.',
})

export const NO_DETENTION_OF_ASYLUM_SEEKING_CHILDREN = article({
  article: '20 ¶2',
  since: '2020-11-11',
  quote:
    'En ningún momento las niñas, niños o adolescentes solicitantes […] serán privados de la libertad en estaciones migratorias o lugares habilitados',
  says: 'Children who claim asylum, with an adult or without, are never held in stations or places set up as such.',
})

export const COMAR_IS_TOLD_AT_ONCE = article({
  article: '21 ¶3',
  since: FIRST_TEXT,
  quote: 'deberá dar aviso por escrito y de manera inmediata a la Secretaría',
  says: 'Any authority that learns of somebody who wants to claim tells COMAR at once, in writing.',
})

export const NOTHING_TO_THE_CONSULATE = article({
  article: '21 ¶4',
  since: FIRST_TEXT,
  quote: 'ninguna autoridad podrá proporcionar información o notificar a las autoridades diplomáticas o consulares',
  says: 'Once a claim is filed nothing is told to the country of origin, without express consent.',
})

export const DECISION_IN_45_WORKING_DAYS = article({
  article: '24',
  since: FIRST_TEXT,
  quote: 'los 45 días hábiles contados a partir del día siguiente a la presentación de la solicitud',
  says: 'COMAR decides within 45 working days of the day after filing.',
})

export const DECISION_IN_90_AT_THE_LATEST = article({
  article: '24 ¶3',
  since: FIRST_TEXT,
  quote: 'podrá ampliarse hasta por un período igual',
  says: 'In the five cases named COMAR may extend its term, by as much at most: no decision comes after 90 working days.',
})

export const REVIEW_IN_15_WORKING_DAYS = article({
  article: '25',
  since: '2014-10-30',
  quote: 'recurso de revisión dentro de los 15 días hábiles',
  says: 'A denial may be challenged within 15 working days of its notification.',
})

export const WORKING_DAYS = procedure({
  article: '28',
  since: '1994-08-04',
  quote: 'No se considerarán días hábiles: los sábados, los domingos',
  says: 'Terms in days count working days: no weekends, no dates named there, no published suspensions.',
})
