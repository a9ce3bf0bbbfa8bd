/** The law on amparo, article by article as Vigía applies it. */
import { articlesOf } from './legal-basis.ts'

const article = articlesOf({
  law: 'Ley de Amparo, Reglamentaria de los artículos 103 y 107 de la Constitución',
  abbreviation: 'LA',
  asOf: '2025-10-16',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LAmp.pdf',
})

export const AMPARO_SUSPENDS_EXPULSION = article({
  article: '126',
  since: '2013-04-02',
  quote: 'La suspensión se concederá de oficio y de plano',
  says: 'An amparo against a deportation or an expulsion suspends it from the admission of the claim on, without being asked to.',
})
