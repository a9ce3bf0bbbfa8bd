/** What the law on children wants of centres of social assistance (LGDNNA arts. 107-113), as Vigía applies it. */
import { article, FIRST_TEXT } from './lgdnna.ts'

export const NO_DORMITORY_WITH_ADULTS = article({
  article: '108 V',
  since: FIRST_TEXT,
  quote: 'sin que por ningún motivo éstos puedan ser compartidos por adultos',
  says: 'Dormitories by age and sex, shared with no adult but one by whom a child has to be assisted.',
})

export const PERIODIC_REVIEW = article({
  article: '109',
  since: '2024-03-26',
  quote: 'se deberá llevar a cabo la revisión periódica de su situación',
  says: 'The placement, the family and the measure are reviewed periodically. No period is set.',
})

export const CARERS_PER_CHILD = article({
  article: '110 III',
  since: FIRST_TEXT,
  quote: 'una persona de atención por cada cuatro niños o niñas menores de un año',
  says: 'One carer for four children under one year, one for eight older ones.',
})

export const CENTRES_BELONG_IN_THE_REGISTRY = article({
  article: '111 I',
  since: FIRST_TEXT,
  quote: 'para formar parte del Registro Nacional de Centros de Asistencia Social',
  says: 'Whoever heads a centre sees to it that it meets what is wanted to be in the national registry. No term is set.',
})

export const CENTRES_TELL_OF_DANGER = article({
  article: '111 VIII',
  since: FIRST_TEXT,
  quote: 'tenga conocimiento de que peligra su integridad física estando bajo su custodia',
  says: 'A centre tells the authority in time that a child in its custody is in danger.',
})

export const CENTRE_KEEPS_ITS_REGISTER = article({
  article: '111 II',
  since: '2019-06-03',
  quote: 'el cual actualizarán de manera permanente',
  says: 'A centre keeps its register of children up to date at all times and tells the Procuraduría at once.',
})

export const PUBLIC_REGISTRY_OF_CENTRES = article({
  article: '112',
  since: FIRST_TEXT,
  quote: 'deberá ser público y consultable en la página de internet',
  says: 'Procuradurías authorise and supervise the centres, report every six months, and the registry is public.',
})
