/** The law of the national human-rights commission, article by article as Vigía applies it. */
import { articlesOf } from './legal-basis.ts'

const FIRST_TEXT = '1992-06-29'
const article = articlesOf({
  law: 'Ley de la Comisión Nacional de los Derechos Humanos',
  abbreviation: 'LCNDH',
  asOf: '2024-04-01',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/index.htm',
})

export const REPORT_IN_15_DAYS = article({
  article: '34',
  since: FIRST_TEXT,
  quote: 'dentro de un plazo máximo de quince días naturales',
  says: 'An authority that the CNDH asks about a complaint reports within 15 calendar days at most; the CNDH may give it fewer where it is urgent.',
})

export const SILENCE_PROVES_THE_FACTS = article({
  article: '38 ¶2',
  since: FIRST_TEXT,
  quote: 'se tengan por ciertos los hechos materia de la misma, salvo prueba en contrario',
  says: 'Without the report, or where it comes late without a reason, the facts complained of are taken for true unless the contrary is proven.',
})
