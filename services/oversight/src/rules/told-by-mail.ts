/**
 * Which offices are written to at once of what was raised, and what: numbers, never a child.
 *
 * Policy  Whoever owes the duty and whoever oversees it are written to apart: one has to act, the other to see that it is done.
 *         INM is written to by nobody here: what the registry knows of its acts goes to those who oversee it (security.md 3.2).
 *         A silence holds back what is written to those of the role that set it; how grave it has to be, an office chooses.
 */
import { MATRIX, type Role } from '@vigia/law/access-matrix'
import { ALERT_KINDS, ALERT_SEVERITIES, type AlertKind, type AlertSeverity, rankOf } from '@vigia/law/alert-kinds'
import { type AlertOffice, dutyHoldersOf, type OfWhat, overseersOf, roleOfOffice } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { isWrittenAtOnce } from '@vigia/law/letters'
import { type Chosen, termsOf } from './letter-terms.ts'
import { type Language, pageOf, stateNamed } from './named-in-letters.ts'
import { type Silence, type Silenceable, silencedUntil } from './silenced.ts'

/** One letter a state in this time; what is raised meanwhile stands in the next one. A default of Vigía. */
export const BETWEEN_LETTERS_IN_MS = 600_000

/** An alert that was raised, or grew graver. */
export interface Raised extends OfWhat, Silenceable {
  readonly alertId: string
  /** It was resolved before its letter was written: by a fact, or since its file was mended or withdrawn. */
  readonly isOver?: boolean
}

export type Part = 'OWES' | 'OVERSEES'

export interface Addressee {
  /** As an office is named in the addresses of the settings: its role, and its state where it is of one. */
  readonly recipient: string
  readonly role: Role
  readonly part: Part
}

/** The offices of an alert that have accounts here, whoever owes the duty first. */
export function addresseesOf(alert: OfWhat & { readonly state: string }): Addressee[] {
  const as = (part: Part) => (office: AlertOffice) => {
    const role = roleOfOffice(office)
    if (role === null || office === 'INM') return []
    return [{ recipient: MATRIX[role].byState ? `${role}:${alert.state}` : role, role, part }]
  }
  return [...dutyHoldersOf(alert).flatMap(as('OWES')), ...overseersOf(alert).flatMap(as('OVERSEES'))]
}

export interface Letter {
  recipient: string
  /** Null where it is of several. */
  state: string | null
  subject: string
  body: string
  /** Of which alerts it tells, and how grave each was: the proof that the office was told. */
  told: readonly Told[]
  isDigest: boolean
}

export interface Told {
  readonly alertId: string
  readonly severity: AlertSeverity
}

/** Each alert once, as grave as it is told to be at most. */
export function gravestOfEach<One extends Told>(told: readonly One[]): One[] {
  const gravest = new Map<string, One>()
  for (const one of told) {
    const known = gravest.get(one.alertId)
    if (!known || rankOf(one.severity) > rankOf(known.severity)) gravest.set(one.alertId, one)
  }
  return [...gravest.values()]
}

/** A letter for each office and each part that it has in what was raised. The address is that of the registry, for links. */
export function lettersOf(
  raised: readonly Raised[],
  { silences, choices }: { silences: readonly Silence[]; choices: readonly Chosen[] },
  { address, now }: { address: string; now: Date },
): Letter[] {
  const notices = raised.flatMap((alert) =>
    addresseesOf(alert)
      .filter(({ role }) => silencedUntil(silences, alert, { role, now }) === null)
      .filter(({ role, part }) => isWrittenAtOnce(termsOf(choices, role, alert.state), alert.severity, part === 'OWES'))
      .map((addressee) => ({ ...addressee, alert })),
  )
  return [...Map.groupBy(notices, ({ recipient, part }) => `${part} ${recipient}`).values()].flatMap((ofOne) => {
    const [first] = ofOne
    // One that was raised and grew graver since the letter before is one alert.
    const alerts = gravestOfEach(ofOne.map(({ alert }) => alert))
    return first ? [letterOf(first, alerts, address)] : []
  })
}

/** How each begins, before the name of the state; of what is not all critical, without that word. */
const HEADS: Readonly<Record<Part, Readonly<Record<Language, readonly [critical: string, any: string]>>>> = {
  OWES: {
    es: [
      'Alertas críticas por deberes que a su oficina le toca cumplir y responder, en',
      'Alertas por deberes que a su oficina le toca cumplir y responder, en',
    ],
    en: [
      'Critical alerts about duties that your office has to meet and to answer for, in',
      'Alerts about duties that your office has to meet and to answer for, in',
    ],
  },
  OVERSEES: { es: ['Alertas críticas en', 'Alertas en'], en: ['Critical alerts in', 'Alerts in'] },
}

function letterOf({ recipient, role, part }: Addressee, alerts: Raised[], own: string): Letter {
  const byState = [...Map.groupBy(alerts, ({ state }) => state)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const isCritical = alerts.every(({ severity }) => severity === 'CRITICAL')
  const parts = (language: Language) =>
    byState.flatMap(([state, ofState]) => [
      `${HEADS[part][language][isCritical ? 0 : 1]} ${stateNamed(state, language)}:`,
      ...[...(isCritical ? countedIn(ofState, language) : countedBySeverity(ofState, language)), ''],
      ...[`${language === 'es' ? 'Ver' : 'See'}: ${own}${pageOf(state, role)}`, ''],
    ])
  const [[only] = ['']] = byState
  const where = byState.length === 1 ? stateNamed(only, 'es') : `${byState.length} entidades`
  const noun = alerts.length === 1 ? 'alerta' : 'alertas'
  const what = isCritical ? `${noun} ${alerts.length === 1 ? 'crítica' : 'críticas'}` : noun
  return {
    recipient,
    state: byState.length === 1 ? only : null,
    subject: `Vigía: ${alerts.length} ${what}${part === 'OWES' ? ' por responder' : ''}, ${where}`,
    body: [...parts('es'), '—', ...parts('en')].join('\n'),
    told: alerts.map(({ alertId, severity }) => ({ alertId, severity })),
    isDigest: false,
  }
}

export interface Counted {
  readonly kind: AlertKind
  readonly severity: AlertSeverity
  /** So many; one where it is not said. */
  readonly count?: number
  readonly isOver?: boolean
}

/** The gravest first, each with how grave it is. */
export function countedBySeverity(alerts: readonly Counted[], language: Language): string[] {
  return codesOf(ALERT_SEVERITIES)
    .toSorted((one, other) => rankOf(other) - rankOf(one))
    .flatMap((severity) => {
      const grave = ALERT_SEVERITIES[severity][language].toLowerCase()
      const lines = countedIn(
        alerts.filter((one) => one.severity === severity),
        language,
      )
      return lines.map((line) => `${line} (${grave})`)
    })
}

function countedIn(alerts: readonly Counted[], language: Language): string[] {
  return codesOf(ALERT_KINDS).flatMap((kind) => {
    const ofKind = alerts.filter((one) => one.kind === kind)
    const [n, over] = [total(ofKind), total(ofKind.filter(({ isOver }) => isOver === true))]
    return n === 0
      ? []
      : [`  ${n} × ${ALERT_KINDS[kind].number} ${ALERT_KINDS[kind][language]}${ended(over, n, language)}`]
  })
}

/** What a letter says of those that have ended before it could tell of them. */
function ended(over: number, of: number, language: Language): string {
  if (over === 0) return ''
  const many = over === of ? '' : `${over} `
  if (language === 'en') return `; ${many}already over`
  return `; ${many}ya ${over === 1 ? 'terminó' : 'terminaron'}`
}

export const total = (alerts: readonly { readonly count?: number }[]) =>
  alerts.reduce((sum, { count = 1 }) => sum + count, 0)
