/**
 * Who runs a place, of those on whom something hangs: whose the stays there are, and in whose custody a child is there. Read once, where a list
 * of places comes in; nothing else reads who runs a place as it is written.
 *
 * Policy  That a place is of whom its list names as running it: a default of Vigía. Bodies of a state, and everybody else, are not told apart.
 */
import { AUTHORITIES } from './authorities.ts'
import { type CodeList, codesOf, type Label, looseKey } from './code-list.ts'

const { INM, SNDIF, COMAR, PPNNA } = AUTHORITIES

export const RUNNERS = {
  ...{ INM, SNDIF, COMAR, PPNNA },
  FEDERAL_PPNNA: {
    es: 'Procuraduría Federal de Protección de Niñas, Niños y Adolescentes',
    en: 'Federal office for child protection',
  },
} as const satisfies CodeList
export type Runner = keyof typeof RUNNERS

/** Each state writes its own: "Procuraduría de Protección de NNA del Estado de Chiapas". */
const A_PROCURADURIA = /^PROCURADURIA( ESTATAL| MUNICIPAL)? DE PROTECCION\b/
const THE_FEDERAL_ONE = /^(PROCURADURIA FEDERAL\b|PFPNNA$|P F P N N A$)/

/** Letters and digits alone, so that "I.N.M." and "INM" are one. */
const lettersOf = (text: string): string => looseKey(text).replace(/[^A-Z0-9]/gu, '')

const BY_NAME: ReadonlyMap<string, Runner> = new Map(
  codesOf({ INM, SNDIF, COMAR, PPNNA }).flatMap((code) => {
    const { es, en, aliases = [] }: Label = AUTHORITIES[code]
    return [code, es, en, ...aliases].map((name) => [lettersOf(name), code] as const)
  }),
)

/** Whatever the case, the accents and the dots, and with an acronym in brackets behind the name; null for everybody else. */
export function runnerOf(operator: string): Runner | null {
  const name = operator.replace(/\([^)]*\)/gu, ' ')
  if (THE_FEDERAL_ONE.test(looseKey(name))) return 'FEDERAL_PPNNA'
  return BY_NAME.get(lettersOf(name)) ?? (A_PROCURADURIA.test(looseKey(name)) ? 'PPNNA' : null)
}
