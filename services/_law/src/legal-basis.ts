/** What a rule of Vigía can rest on: a statute, a court, a protocol, or a number that Vigía chose itself. Never mixed up. */

import type { CodeList } from './code-list.ts'

export const BASIS_KINDS = {
  LAW: { es: 'Ley vigente', en: 'Statute in force' },
  COURT: { es: 'Sentencia', en: 'Judgment' },
  PROTOCOL: { es: 'Protocolo o convenio', en: "Authority's own rule" },
  POLICY: { es: 'Criterio de Vigía, que a nadie obliga', en: 'Default of Vigía, which binds nobody' },
} as const satisfies CodeList

export type BasisKind = keyof typeof BASIS_KINDS

export interface Basis {
  readonly kind: BasisKind
  /** The law, judgment or protocol by its full name; "Vigía" for a default of its own. */
  readonly law: string
  /** As it is cited beside a figure. */
  readonly abbreviation: string
  readonly article: string
  /** Date of the consolidated text, judgment or protocol that was applied. */
  readonly asOf: string
  /** Date since which the article has this wording; null where nothing dates it. */
  readonly wordingSince: string | null
  /** A few words of the text itself, in Spanish, with what they turn on («en ningún caso», «salvo que»), […] where some are left out; null where there is none to quote. */
  readonly quote: string | null
  /** What it orders, in our own words, in English. */
  readonly says: string
  /** The same in Spanish; null of a statute, whose own words are. */
  readonly saysInSpanish: string | null
  /** Where the text is published; null where it is not public or was not read. */
  readonly source: string | null
}

export interface Statute {
  readonly law: string
  readonly abbreviation: string
  readonly asOf: string
  readonly source: string
}

/** An article of a statute: which, since when it reads so, a few of its words, and what it orders. */
export interface Provision {
  readonly article: string
  readonly since: string
  readonly quote: string
  readonly says: string
}

/** Gives a maker of articles of one statute. */
export function articlesOf(statute: Statute): (provision: Provision) => Basis {
  return ({ article, since, quote, says }) => ({
    kind: 'LAW',
    ...statute,
    article,
    wordingSince: since,
    quote,
    says,
    saysInSpanish: null,
  })
}

/** Gives a maker of the defaults of Vigía of one day: by the number of the alert of which each is, or a name of its own. */
export function defaultsOf(asOf: string): (article: string, words: { es: string; en: string }) => Basis {
  const vigia = { kind: 'POLICY', law: 'Vigía', abbreviation: 'Vigía', asOf } as const
  return (article, { es, en }) => ({
    ...vigia,
    article,
    wordingSince: null,
    quote: null,
    says: en,
    saysInSpanish: es,
    source: null,
  })
}

/** How a basis is cited: "LM art. 99 ¶3". */
export function citationOf({ kind, abbreviation, article }: Basis): string {
  return kind === 'LAW' ? `${abbreviation} art. ${article}` : `${abbreviation} ${article}`.trim()
}
