/** Of a need of international protection, whoever saw it. */
import { isNeedSeen } from '@vigia/law/detection-evidence'
import { type ChildPicture, earliest } from './child.ts'

/** Who saw a need of international protection first, and when. */
export function protectionNeed({ evidence, detections, claims }: ChildPicture): { id: string; at: Date } | null {
  const seen = evidence
    .filter(({ need }) => isNeedSeen(need))
    .flatMap(({ detectionId }) => detections.filter(({ id }) => id === detectionId))
  return earliest([...seen, ...claims])
}
