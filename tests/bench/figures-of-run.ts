/** All that one run measured, and how every part of the page writes on what it was measured and what was promised. */
import { cpus } from 'node:os'
import type { AlertFigures } from './alerts.ts'
import type { AuditCost } from './audit.ts'
import { SETTINGS } from './database.ts'
import type { IntakeResult } from './intake.ts'
import type { Promised } from './promises.ts'
import type { Measured, Plan } from './rounds.ts'
import type { FanOut } from './streams.ts'
import type { Variant } from './variants.ts'

/** What each variant took, round by round. */
export type Rounds = Map<Variant, Measured[]>

export interface Results {
  measured: Rounds
  intake: IntakeResult[]
  audit: readonly AuditCost[]
  alerts: AlertFigures | null
  fanOut: readonly FanOut[]
  promises: Promised[]
  plan: Plan
  took: string
  postgres: string
}

/** With so many digits. */
export const number = (value: number, digits: number) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** On what it was measured. */
export function conditionsOf({ postgres, took }: Results): string[] {
  const settings = Object.entries(SETTINGS).map(([name, value]) => `${name} ${value}`)
  return [
    `Node ${process.version}, PostgreSQL ${postgres}, ${settings.join(', ')}, fsync on, ${cpus().length} × ${cpus()[0]?.model.trim()}.`,
    `The run took ${took}.`,
  ]
}

/** What was promised of this part, and whether it holds. */
export function promisesTable(promises: readonly Promised[]): string[] {
  const rows = promises.map(
    ({ promise, value, verdict }) => `| ${promise} | ${value} | ${verdict === 'holds' ? verdict : `**${verdict}**`} |`,
  )
  return ['', '| promise | measured | |', '|---|---:|---|', ...rows]
}
