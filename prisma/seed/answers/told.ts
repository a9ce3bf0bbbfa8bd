/** Who and what the fuller files tell more of, so that the key can name each of them. */
import type { Detection } from '../scenario/facts.ts'

export class Told {
  /** Actas of detections with the evidence of their steps. */
  readonly detections: string[] = []
  /** Actas of detections that tell of a relative whom nobody has detected, or how far the tie is known. */
  readonly relatives: string[] = []
  /** Folios of cases with visits, a passage to adulthood or a reunification. */
  readonly cases: string[] = []
  /** Numbers of determinations that say since when they were worked on, and which rights were violated. */
  readonly determinations: string[] = []
  /** Numbers of determinations that say on which day a guarantee was heeded. */
  readonly heeded: string[] = []
  /** Folios of returns whose checklist says what it rests on. */
  readonly checklists: string[] = []
  /** Folios of returns that say who took the child in. */
  readonly receptions: string[] = []
  readonly complaints: string[] = []
  /** Folios of cases of which an office says who denied the child counsel. */
  readonly denials: string[] = []
  /** Numbers of claims of which COMAR says why they were given up. */
  readonly givenUp: string[] = []
  /** Numbers of claims of which COMAR says when they were ratified. */
  readonly ratified: string[] = []
  /** Keys of places with what the register of centres wants. */
  readonly facilities: string[] = []

  of({ acta, evidence }: Detection): void {
    if (evidence === null) return
    this.detections.push(acta)
    if (evidence.relative !== null) this.relatives.push(acta)
  }
}
