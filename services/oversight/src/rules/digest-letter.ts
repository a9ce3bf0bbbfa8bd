/** A digest in words, in Spanish and in English: numbers, never a child. */
import { ALERT_STEPS } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import type { LocalDate } from '@vigia/law/local-dates'
import { NATION } from '@vigia/law/states'
import type { Alike, OfState, Reader } from './daily-digest.ts'
import { type Language, pageOf, stateNamed } from './named-in-letters.ts'
import { countedBySeverity, gravestOfEach, type Letter, type Told, total } from './told-by-mail.ts'

const WORDS = {
  es: {
    own: 'Abiertas que a su oficina le toca cumplir y responder',
    overseen: 'Abiertas que su oficina vigila',
    happened: 'Desde el resumen anterior',
    inADay: 'En las últimas 24 horas',
    nothing: 'ninguna',
    see: 'Ver',
  },
  en: {
    own: 'Open, which your office has to meet and to answer for',
    overseen: 'Open, which your office oversees',
    happened: 'Since the digest before',
    inADay: 'In the last 24 hours',
    nothing: 'none',
    see: 'See',
  },
} as const satisfies Record<Language, object>

interface Circumstances {
  day: LocalDate
  /** Of the registry, for links. */
  address: string
  /** There is none before it: it tells of a day. */
  isFirst: boolean
}

export function digestLetter({ recipient, role }: Reader, byState: readonly OfState[], of: Circumstances): Letter {
  const open = byState.flatMap(({ counted }) => counted).filter(({ step }) => step === null)
  const [only] = byState
  const where =
    byState.length === 1 && only
      ? stateNamed(only.state, 'es')
      : `${byState.filter(({ state }) => state !== NATION.code).length} entidades`
  const parts = (language: Language) => byState.flatMap((one) => ofState(one, language, { ...of, role }))
  return {
    recipient,
    state: byState.length === 1 && only ? only.state : null,
    subject: `Vigía: resumen del ${of.day}, ${where}: ${total(open)} ${total(open) === 1 ? 'abierta' : 'abiertas'}`,
    body: [...parts('es'), '—', ...parts('en')].join('\n'),
    told: toldIn(byState),
    isDigest: true,
  }
}

function toldIn(byState: readonly OfState[]): Told[] {
  const counted = byState.flatMap((one) => one.counted)
  return gravestOfEach(counted.flatMap(({ alertIds, severity }) => alertIds.map((alertId) => ({ alertId, severity }))))
}

function ofState(
  { state, counted }: OfState,
  language: Language,
  { address, isFirst, role }: Circumstances & Pick<Reader, 'role'>,
): string[] {
  const { own, overseen, happened, inADay, see } = WORDS[language]
  const open = counted.filter(({ step }) => step === null)
  const section = (title: string, lines: readonly string[]) => [`${title}:`, ...orNone(lines, language)]
  return [
    stateNamed(state, language).toUpperCase(),
    ...section(
      own,
      countedBySeverity(
        open.filter(({ part }) => part === 'OWES'),
        language,
      ),
    ),
    ...section(
      overseen,
      countedBySeverity(
        open.filter(({ part }) => part === 'OVERSEES'),
        language,
      ),
    ),
    ...section(isFirst ? inADay : happened, stepsOf(counted, language)),
    ...[`${see}: ${address}${pageOf(state, role)}`, ''],
  ]
}

const orNone = (lines: readonly string[], language: Language) =>
  lines.length === 0 ? [`  ${WORDS[language].nothing}`] : lines

function stepsOf(alike: readonly Alike[], language: Language): string[] {
  return codesOf(ALERT_STEPS).flatMap((step) => {
    const n = total(alike.filter((one) => one.step === step))
    return n === 0 ? [] : [`  ${n} × ${ALERT_STEPS[step][language]}`]
  })
}
