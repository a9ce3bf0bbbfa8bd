/** Which offices are written to when something critical is raised in a state, and what: numbers, never a child. */
import { ALERT_KINDS, type AlertKind } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { STATES } from '@vigia/law/states'

/** The overseers of the state: who answers for its system, and who defends rights in it. */
const OVERSEERS = ['state-secretary', 'ombudsperson-state'] as const

/** As an office is named in the addresses of the settings: its role, and its state. */
export function officesFor(state: string): string[] {
  return OVERSEERS.map((role) => `${role}:${state}`)
}

/** One letter a state in this time; what is raised meanwhile stands in the next one. A default of Vigía. */
export const BETWEEN_LETTERS_IN_MS = 600_000

export interface Letter {
  subject: string
  body: string
}

export function letterOf(state: string, kinds: readonly string[], address: string): Letter {
  const place = STATES.find(({ code }) => code === state)?.name ?? state
  const counted = codesOf(ALERT_KINDS).flatMap((kind) => {
    const n = kinds.filter((one) => one === kind).length
    return n === 0 ? [] : [{ kind, n }]
  })
  const lines = (language: 'es' | 'en') =>
    counted.map(
      ({ kind, n }: { kind: AlertKind; n: number }) =>
        `  ${n} × ${ALERT_KINDS[kind].number} ${ALERT_KINDS[kind][language]}`,
    )
  const link = `${address}/estado/${state}`
  return {
    subject: `Vigía: ${kinds.length} ${kinds.length === 1 ? 'alerta crítica' : 'alertas críticas'}, ${place}`,
    body: [
      ...[`Alertas críticas en ${place}:`, ...lines('es'), '', `Ver: ${link}`],
      ...['', '—', `Critical alerts in ${place}:`, ...lines('en'), '', `See: ${link}`, ''],
    ].join('\n'),
  }
}
