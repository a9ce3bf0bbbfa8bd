/** All that oversight knows of a state as a whole, as rules read it: its deliveries, and how its backlog moves. */
import type { Authority } from '@vigia/law/authorities'
import type { LocalDate } from '@vigia/law/local-dates'
import type { SecretariatCondition } from '@vigia/law/secretariats'

/** The delivery by which an authority tells what would end the alert: service/feed/source, as in rules/expected-feeds.ts. */
export type Delivery =
  | 'children/detections/INM'
  | 'children/migration-documents/INM'
  | 'children/asylum-claims/COMAR'
  | 'placements/facilities/DIF'
  | 'placements/inspections/PPNNA'
  | 'placements/stays/INM'
  | 'placements/stays/DIF'
  | 'representation/protection-cases/PPNNA'
  | 'representation/representations/PPNNA'
  | 'representation/determinations/PPNNA'
  | 'representation/complaints/CNDH'
  | 'representation/complaints/CEDH'
  | 'returns/executed-returns/INM'
  | 'returns/return-checklists/INM'

/** A kind of file that an office owes of the state. */
export interface DeliveryPicture {
  readonly delivery: Delivery
  readonly usualPeriodInDays: number
  /** End of the last day told of; null where nothing ever was. */
  readonly toldUntil: Date | null
  /** The last file, and when it was taken in. */
  readonly lastFile: { readonly id: string; readonly takenAt: Date } | null
}

export interface StatePicture {
  readonly state: string
  /** When the registry took in its first file; before it nobody owed it anything. */
  readonly registrySince: Date | null
  readonly today: LocalDate
  /** When it is looked at. */
  readonly now: Date
  readonly deliveries: readonly DeliveryPicture[]
  /** Children notified without a case: now, and at the end of the day a week ago. */
  readonly backlog: { readonly now: number; readonly weekAgo: number }
  /** What was told last of its executive secretariat; null where nobody has told of it. */
  readonly secretariat: Secretariat | null
  readonly breaches: readonly Breach[]
}

export interface Secretariat {
  readonly id: string
  readonly condition: SecretariatCondition
  readonly since: LocalDate
}

/** A breach of the security of data of the state. */
export interface Breach {
  readonly id: string
  readonly authority: Authority
  readonly foundAt: Date
  /** When those concerned were told. */
  readonly toldAt: Date | null
}
