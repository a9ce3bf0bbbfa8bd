/** The law on personal data that authorities hold, article by article as Vigía applies it. */
import { articlesOf } from './legal-basis.ts'

const NEW_LAW = '2025-03-20'
const article = articlesOf({
  law: 'Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados',
  abbreviation: 'LGPDPPSO',
  asOf: '2025-11-14',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LGPDPPSO.pdf',
})

export const LOG_OF_BREACHES = article({
  article: '33',
  since: NEW_LAW,
  quote: 'deberá llevar una bitácora de las vulneraciones a la seguridad',
  says: 'Whoever holds the data keeps a log of breaches: what, when, why, and what was done about it.',
})

export const BREACH_IS_TOLD_AT_ONCE = article({
  article: '34',
  since: NEW_LAW,
  quote: 'deberá informar sin dilación alguna a la persona titular',
  says: 'A breach that touches rights significantly is told without delay to those concerned and to the authority that watches over data, once it is confirmed and its extent is being looked into.',
})
