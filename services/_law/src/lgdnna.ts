/** The Ley General de los Derechos de Niñas, Niños y Adolescentes itself: what is the same of each of its articles. */
import { articlesOf } from './legal-basis.ts'

/** Since when those articles stand that were never reformed. */
export const FIRST_TEXT = '2014-12-04'

/** Of this statute, and of the text that was read. */
export const article = articlesOf({
  law: 'Ley General de los Derechos de Niñas, Niños y Adolescentes',
  abbreviation: 'LGDNNA',
  asOf: '2026-01-15',
  source: 'https://www.diputados.gob.mx/LeyesBiblio/pdf/LGDNNA.pdf',
})
