/** Reads cells that hold one of a closed list: a code of the law, a state, a country, yes or no. */
import { type CodeList, codeOf, fold } from '@vigia/law/code-list'
import { countryCodeOf, countryOf, UNSPECIFIED_COUNTRY } from '@vigia/law/countries'
import { ANSWERS } from '@vigia/law/people'
import { municipalityKeyOf, stateCodeOf } from '@vigia/law/states'
import { type CellReader, orBlank, type Reading, saysNothing, unfit } from './reading.ts'

const MAX_SHOWN = 60
const shown = (text: string) => `«${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}»`

const WORDS = /\p{L}{3,}/gu
/** In half of the labels, and telling nothing. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['DEL', 'LAS', 'LOS', 'POR', 'CON', 'UNA', 'QUE'])

/** What may be written instead, what is like the cell first: whoever sends a file has no other place to read it. */
function wordsFor(text: string, labels: readonly string[]): string {
  const said = tellingWords(text)
  const isLike = (label: string) => tellingWords(label).some((word) => said.includes(word))
  return [...labels.filter(isLike), ...labels.filter((label) => !isLike(label))].join('; ')
}

const tellingWords = (text: string): string[] =>
  fold(text)
    .match(WORDS)
    ?.filter((word) => !SMALL_WORDS.has(word)) ?? []

/** The English code of a catalogue entry, however the sender spells it. */
export function code(list: CodeList, catalogue: string): CellReader {
  const labels = Object.values(list).map(({ es }) => es)
  return (text) => {
    const known = codeOf(list, text)
    if (known !== null) return known
    if (saysNothing(text)) return nothingOr(list, text)
    const plainer = plainerOf(text)
    const meant = plainer === text ? null : codeOf(list, plainer)
    return meant ?? unfit(`${shown(text)} no está en el catálogo de ${catalogue}: ${wordsFor(text, labels)}.`)
  }
}

/** The ending of the other sex, behind a word: "acompañada(o)", "hondureño/a". */
const OTHER_ENDING = /(?<=\p{L}{4})(?:\([ao]s?\)|\/[ao]s?)$/iu
/** "C.A.S.", "O. P. I.". */
const INITIALS = /^\p{L}\.(?: ?\p{L}\.)+$/u

const plainerOf = (text: string): string =>
  INITIALS.test(text) ? text.replace(/[. ]/g, '') : text.replace(OTHER_ENDING, '')

/** As offices write that they have nothing to write, where its letters are a word of the list as well: N.A., beside NA of who is not accompanied. */
function nothingOr(list: CodeList, text: string): Reading {
  const meant = /[. ]/.test(text) ? codeOf(list, text.replace(/[. ]/g, '')) : null
  if (meant === null) return null
  return unfit(`${shown(text)} puede decir que no aplica, o «${list[meant]?.es}»: escriba la palabra entera.`)
}

/** INEGI's two digits. */
export const state: CellReader = (text) =>
  stateCodeOf(text) ?? (saysNothing(text) ? null : unfit(`${shown(text)} no es una entidad federativa.`))

/** INEGI's five digits; its 999 of a state is a municipality that is not specified. */
export const municipality: CellReader = (text) => {
  const key = municipalityKeyOf(text)
  if (key !== null) return key.endsWith('999') ? null : key
  return saysNothing(text)
    ? null
    : unfit(`${shown(text)} no es una clave de municipio: son cinco dígitos, dos de la entidad y tres suyos (07089).`)
}

/** As offices write that they have nothing to write, where it is a country's code as well: NE, NA, SD. Null of what is not both. */
export function countryOrNothing(text: string): string | null {
  const code = saysNothing(text) ? countryCodeOf(text) : null
  return code === UNSPECIFIED_COUNTRY ? null : code
}

/** Two answers that are keys as well, Norway's and Slovenia's: a cell that has slipped from the column beside it. */
const ANSWER = /^(?:no|s[ií])$/i

/** ISO 3166-1 alpha-3; XXA stateless, ZZZ unspecified. */
export const country: CellReader = (text) => {
  const doubtful = countryOrNothing(text)
  if (doubtful !== null) {
    const { es } = countryOf(doubtful)
    return unfit(`${shown(text)} puede decir que no se especifica, o ser la clave de ${es}: escriba la palabra entera.`)
  }
  if (ANSWER.test(text)) return unfit(`${shown(text)} es una respuesta y no un país: escriba el nombre del país.`)
  return (
    countryCodeOf(text) ??
    countryCodeOf(text.replace(OTHER_ENDING, '')) ??
    (saysNothing(text) ? UNSPECIFIED_COUNTRY : unfit(`${shown(text)} no es un país del catálogo.`))
  )
}

/** YES, NO or UNKNOWN: that nobody knows is an answer, which takes an earlier one back, and never becomes "no". */
export const answer: CellReader = orBlank(
  (text) =>
    codeOf(ANSWERS, text) ?? (saysNothing(text) ? 'UNKNOWN' : unfit(`${shown(text)} no es SÍ, NO ni SE DESCONOCE.`)),
)

/** A boolean; null where the sender does not know. */
export const yesOrNo: CellReader = (text, now) => {
  const reading = answer(text, now)
  if (reading === 'YES') return 't'
  if (reading === 'NO') return 'f'
  return reading === 'UNKNOWN' ? null : reading
}
