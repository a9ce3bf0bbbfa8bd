/**
 * The letter (oficio) that whoever oversees may send about an alert: a draft in Spanish, as an authority of Mexico reads it, to be
 * looked through and signed by a person; and what the page says around it. Comes with the page of an alert alone.
 */
import { BASIS_KINDS, type BasisKind } from '@vigia/law/legal-basis'
import type { AlertKind } from '../api/filters.ts'
import { formatIn } from '../format/format.ts'
import { alertEnding, isOfAct } from './alert-endings.ts'
import { type AlertOffice, officeName } from './alert-offices.ts'
import { type AlertSubject, alertSubject } from './alert-subjects.ts'
import { alertKindName } from './alert-words.ts'
import { citedFormally } from './cited-formally.ts'
import { stateName } from './states.ts'
import type { Language, Words } from './words.ts'

/** What stands around a letter on the page. */
export interface LetterWords {
  title: string
  note: string
  /** Besides, where the child is not told. */
  untold: string
  copy: string
  copied: string
  failed: string
}

const WORDS: Readonly<Record<Language, LetterWords>> = {
  es: {
    title: 'El oficio',
    note: 'Un borrador: lo revisa y lo firma una persona. Al INM no se le dice el folio ni el lugar: quien firma escribe con qué número o nombre los conoce esa autoridad.',
    untold:
      'De quién se trata no lo ve su cargo, o su hallazgo se retiró: el folio queda en blanco para quien lo sepa.',
    copy: 'Copiar el oficio',
    copied: 'Copiado',
    failed: 'No se pudo copiar: márquelo y cópielo a mano',
  },
  en: {
    title: 'The letter to send',
    note: 'A draft, in Spanish as it is sent: a person looks it through and signs it. INM is told neither folio nor place: whoever signs writes by what number or name it knows them.',
    untold:
      'Whom it is about your office may not see, or its find was withdrawn: the folio is left blank for whoever knows it.',
    copy: 'Copy the letter',
    copied: 'Copied',
    failed: 'It could not be copied: mark it and copy it by hand',
  },
}

export const letterWords = (language: Language): LetterWords => WORDS[language]

interface CitedArticle {
  kind: BasisKind
  citation: string
  article: string
  law: string
  es: string | null
  /** Of what is no statute: what it says. */
  saysInSpanish?: string | null
}

export interface LetterParts {
  kind: AlertKind
  number: string
  since: string
  state: { code: string } | null
  child: { folio: string } | null
  /** About a child of whom the reader's office is not told: whoever knows its folio writes it. */
  isOfUntoldChild?: boolean
  place: { name: string } | null
  subject: AlertSubject | null
  /** Whether the registry is of invented children. */
  isSynthetic?: boolean
  /** Of a return: whether it can still be prevented. */
  isPlanned?: boolean | null
  dutyHolders: readonly AlertOffice[]
  articles: readonly CitedArticle[]
  resolvedAt: string | null
  resolvedBy: { fact: string; at: string | null } | null
}

/** By these no duty was met: the alert is another one's, or its term runs still. */
const NOT_AN_END = ['another_state', 'work_suspension']

/** Of what was corrected or withdrawn, so that nobody knows that it was so, nobody is written to. */
export const isWrittenOf = ({ resolvedAt, resolvedBy }: Pick<LetterParts, 'resolvedAt' | 'resolvedBy'>): boolean =>
  resolvedAt === null || (resolvedBy !== null && !NOT_AN_END.includes(resolvedBy.fact))

const BLANK = '____________'

/** Copied, it is a paper of its own, and the masthead is not on it. */
const INVENTED = 'DATOS SINTÉTICOS: no se refiere a nadie. No se envía.'

/** Whole, with blanks for what only its author knows. `t` gives units of time and is not asked for sentences. */
export function alertLetter(alert: LetterParts, now: Date, t: Words): string {
  const { date, list } = formatIn('es', t)
  const { kind, number, dutyHolders, state, isSynthetic } = alert
  const holders = dutyHolders.map((office) => officeName(office, 'es'))
  const where = state ? stateName(state.code, 'es') : 'México'
  return [
    ...(isSynthetic ? [INVENTED, ''] : []),
    `${BLANK}, ${date(now)}`,
    `Oficio núm. ${BLANK}`,
    '',
    holders.length > 0 ? list(holders) : BLANK,
    'Presente',
    '',
    `Asunto: ${alertKindName(kind, 'es')} (${number}), ${where}`,
    '',
    `Consta en el registro Vigía, ${ofWhom(alert, t)}, ${sinceWhen(alert, t)}: ${alertKindName(kind, 'es')}.`,
    '',
    ...grounds(alert.articles),
    asked(alert),
    '',
    'Atentamente',
    BLANK,
  ].join('\n')
}

/** Until when it was so INM is not told, since mostly protection tells of that (firewall). */
function sinceWhen({ since, resolvedAt, resolvedBy, dutyHolders }: LetterParts, t: Words): string {
  const { date, time, isFirstOfDay } = formatIn('es', t)
  const when = (at: string) => (isFirstOfDay(at) ? date(at) : `${date(at)}, ${time(at)}`)
  if (resolvedAt === null) return `lo siguiente, desde el ${when(since)}`
  const end = resolvedBy?.at ?? null
  if (end === null || end <= since || dutyHolders.includes('INM'))
    return `que ocurrió lo siguiente, a partir del ${when(since)}`
  return `que ocurrió lo siguiente, desde el ${when(since)} hasta el ${when(end)}`
}

/** Whoever is asked to prevent a planned return is told what does, and not that the alert about it ends once it is carried out. */
const PREVENTED: Partial<Record<AlertKind, string>> = {
  RETURN_WITHOUT_DETERMINATION:
    'Una determinación que permita el retorno. Si se ejecuta sin ella se abre otra alerta, que ningún hecho termina.',
  CHILD_DEPORTED: 'Si se ejecuta se abre otra alerta, que ningún hecho termina.',
  RETURN_WHILE_PENDING:
    'El fin de lo último que impide el retorno. Si se ejecuta antes se abre otra alerta, que ningún hecho termina.',
}

/** Of one that was carried out it is neither asked nor said what would have prevented it. */
const NOTHING_ENDS_IT = 'Ningún hecho.'

function ending(kind: AlertKind, isPlanned: boolean | null): string {
  const prevented = PREVENTED[kind]
  if (prevented === undefined || isPlanned === null) return alertEnding(kind, 'es')
  return isPlanned ? prevented : NOTHING_ENDS_IT
}

/** Nobody is asked to do what was done since, nor what can be done no more. */
function asked({ kind, articles, resolvedAt, isPlanned }: LetterParts): string {
  if (resolvedAt !== null) return 'Se solicita que se informe por escrito a esta oficina.'
  const isDone = isOfAct(kind) || isPlanned === false
  const isDuty = isOwed(articles) && !isDone ? 'se cumpla de inmediato y que ' : ''
  return `Se solicita que ${isDuty}se informe por escrito a esta oficina. Qué termina la alerta: ${ending(kind, isPlanned ?? null)}`
}

const isBinding = ({ kind }: CitedArticle): boolean => kind !== 'POLICY'
/** Where nothing but Vigía says so, nobody owes it. */
const isOwed = (articles: readonly CitedArticle[]): boolean => articles.some(isBinding)

const named = ({ kind, article, citation, law }: CitedArticle) =>
  kind === 'LAW' ? citedFormally(article, law) : `${citation} (${law})`

/** Whoever gets a letter has no list of rulings, and none of what Vigía chose. */
const said = (sentence: string | null | undefined): string => (sentence ? `: ${sentence}` : '.')

/** What binds whoever reads it, each by what it is; and apart what Vigía chose itself, which no letter may cite as law. */
function grounds(articles: readonly CitedArticle[]): string[] {
  const [binding, own] = [articles.filter(isBinding), articles.filter((one) => !isBinding(one))]
  const marks: Partial<Record<BasisKind, string>> = { COURT: 'sentencia: ', PROTOCOL: 'protocolo o convenio: ' }
  const cited = binding.map(
    (one) => `- ${marks[one.kind] ?? ''}${named(one)}${one.es ? `: «${one.es}»` : said(one.saysInSpanish)}`,
  )
  return [
    ...(cited.length > 0 ? ['Fundamento:', ...cited, ''] : []),
    ...(own.length > 0
      ? [
          `${BASIS_KINDS.POLICY.es}:`,
          ...own.map(({ citation, saysInSpanish }) => `- ${citation}${said(saysInSpanish)}`),
          '',
        ]
      : []),
  ]
}

/** What protection knows of a child, its folio and where it is, is not told to INM (firewall); which of its own files is missing it knows. */
function ofWhom(alert: LetterParts, t: Words): string {
  const { child, isOfUntoldChild, place, dutyHolders, state } = alert
  const inState = state ? `en ${stateName(state.code, 'es')}` : 'en México'
  const about = alertSubject(alert, t, 'es')
  if (about) return `${inState} (${about})`
  const known = place && !child && !isOfUntoldChild ? 'lugar' : 'caso'
  if (dutyHolders.includes('INM')) return `en el ${known} que esa autoridad conoce como ${BLANK}, ${inState}`
  const folio = child?.folio ?? (isOfUntoldChild ? BLANK : null)
  const whom = folio ? `de la niña, niño o adolescente con folio ${folio}, ` : ''
  return `${whom}${inState}${place ? `, ${place.name}` : ''}`
}
