/**
 * Which offices are written to of what is critical, and what: numbers, never a child.
 *
 * Policy  Whoever owes the duty and whoever oversees it are written to apart: one has to act, the other to see that it is done.
 *         INM is written to by nobody here: what the registry knows of its acts goes to those who oversee it (security.md 3.2).
 *         A silence holds back what is written to those of the role that set it.
 */
import { MATRIX, type Role } from '@vigia/law/access-matrix'
import { ALERT_KINDS, type AlertKind } from '@vigia/law/alert-kinds'
import { type AlertOffice, dutyHoldersOf, type OfWhat, overseersOf, roleOfOffice } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { STATES } from '@vigia/law/states'
import { type Silence, type Silenceable, silencedUntil } from './silenced.ts'

/** One letter a state in this time; what is raised meanwhile stands in the next one. A default of Vigía. */
export const BETWEEN_LETTERS_IN_MS = 600_000

/** An alert that was raised, or grew graver. */
export interface Raised extends OfWhat, Silenceable {
  readonly alertId: string
}

type Part = 'OWES' | 'OVERSEES'

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
  alertIds: string[]
}

/** A letter for each office and each part that it has in what was raised. The address is that of the registry, for links. */
export function lettersOf(
  raised: readonly Raised[],
  silences: readonly Silence[],
  { address, now }: { address: string; now: Date },
): Letter[] {
  const notices = raised.flatMap((alert) =>
    addresseesOf(alert)
      .filter(({ role }) => silencedUntil(silences, alert, { role, now }) === null)
      .map(({ recipient, part }) => ({ recipient, part, alert })),
  )
  return [...Map.groupBy(notices, ({ recipient, part }) => `${part} ${recipient}`).values()].flatMap((ofOne) => {
    const [first] = ofOne
    const alerts = ofOne.map(({ alert }) => alert)
    return first ? [letterOf(first, alerts, address)] : []
  })
}

type Language = 'es' | 'en'

/** How each begins, before the name of the state. */
const HEADS: Readonly<Record<Part, Readonly<Record<Language, string>>>> = {
  OWES: {
    es: 'Alertas críticas por deberes que a su oficina le toca cumplir y responder, en',
    en: 'Critical alerts about duties that your office has to meet and to answer for, in',
  },
  OVERSEES: { es: 'Alertas críticas en', en: 'Critical alerts in' },
}

function letterOf({ recipient, part }: Pick<Addressee, 'recipient' | 'part'>, alerts: Raised[], own: string): Letter {
  const byState = [...Map.groupBy(alerts, ({ state }) => state)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const parts = (language: Language) =>
    byState.flatMap(([state, ofState]) => [
      ...[`${HEADS[part][language]} ${nameOf(state)}:`, ...countedIn(ofState, language), ''],
      ...[`${language === 'es' ? 'Ver' : 'See'}: ${own}/estado/${state}`, ''],
    ])
  const [[only] = ['']] = byState
  const where = byState.length === 1 ? nameOf(only) : `${byState.length} estados`
  const what = alerts.length === 1 ? 'alerta crítica' : 'alertas críticas'
  return {
    recipient,
    state: byState.length === 1 ? only : null,
    subject: `Vigía: ${alerts.length} ${what}${part === 'OWES' ? ' por responder' : ''}, ${where}`,
    body: [...parts('es'), '—', ...parts('en')].join('\n'),
    alertIds: [...new Set(alerts.map(({ alertId }) => alertId))],
  }
}

const nameOf = (state: string) => STATES.find(({ code }) => code === state)?.name ?? state

function countedIn(alerts: readonly { kind: AlertKind }[], language: Language): string[] {
  return codesOf(ALERT_KINDS).flatMap((kind) => {
    const n = alerts.filter((one) => one.kind === kind).length
    return n === 0 ? [] : [`  ${n} × ${ALERT_KINDS[kind].number} ${ALERT_KINDS[kind][language]}`]
  })
}
