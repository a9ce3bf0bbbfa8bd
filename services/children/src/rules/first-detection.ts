/**
 * Which detection of a child is its first: that of the earliest instant, whenever the registry learned of it.
 * A child is counted once, on the local day and in the state of its first detection, with the age group and the company
 * that were recorded then.
 *
 * Law     LGDNNA art. 99: one register of each child. Ley de Migración art. 112: every detection gives rise to the same duties.
 * Policy  Persons by first detection and events by detection are told apart; a default of Vigía, since no table of the
 *         authorities says which of the two it counts.
 */
export interface DatedDetection {
  readonly acta: string
  readonly detectedAt: Date
}

/** Null where the child has no detection. Of two at one instant, the acta that sorts first. */
export function firstDetectionOf<Detection extends DatedDetection>(detections: readonly Detection[]): Detection | null {
  const [first] = detections.toSorted(
    (a, b) => a.detectedAt.getTime() - b.detectedAt.getTime() || (a.acta < b.acta ? -1 : 1),
  )
  return first ?? null
}
