/** Which authority sends a fact, for which state, in which manner, and as which cells. */
import type { StateCode } from '@vigia/law/states'
import type { Fact } from '../scenario/facts.ts'
import { claimRow } from './comar.ts'
import { checklistRow, detectionRow, documentRow, returnRow } from './inm.ts'
import { MANNER_OF_CNDH, MANNER_OF_COMAR, type Manner, mannerOfDif, mannerOfInm, mannerOfPpnna } from './manner.ts'
import { complaintRow } from './ombuds.ts'
import type { Pen } from './pen.ts'
import { facilityRow, inspectionRow, stayRow } from './places.ts'
import { caseRow, determinationRow, representationRow } from './ppnna.ts'

export type Source = 'INM' | 'SNDIF' | 'COMAR' | 'CNDH' | 'CEDH' | 'PPNNA' | 'PFPNNA'

export interface Sender {
  readonly source: Source
  /** The state that the file speaks for; null for the nation. */
  readonly state: StateCode | null
}

export function senderOf(fact: Fact): Sender {
  switch (fact.feed) {
    case 'detections':
    case 'migration-documents':
    case 'executed-returns':
      return { source: 'INM', state: null }
    case 'asylum-claims':
      return { source: 'COMAR', state: null }
    case 'stays':
    case 'return-checklists':
      return { source: fact.sender, state: null }
    case 'facilities':
      return { source: fact.place.listedBy ?? 'INM', state: null }
    case 'inspections':
      // The offices of the states report their visits to the federal one (LGDNNA art. 113).
      return { source: fact.sender === 'CNDH' ? 'CNDH' : 'PFPNNA', state: null }
    case 'protection-cases':
    case 'representations':
    case 'determinations':
      return { source: 'PPNNA', state: fact.state }
    case 'complaints':
      return { source: fact.ombuds, state: fact.state }
  }
}

export function mannerOf({ source, state }: Sender, year: number): Manner {
  switch (source) {
    case 'INM':
      return mannerOfInm(year)
    case 'SNDIF':
    case 'PFPNNA':
      return mannerOfDif(year)
    case 'COMAR':
      return MANNER_OF_COMAR
    case 'CNDH':
    case 'CEDH':
      return MANNER_OF_CNDH
    case 'PPNNA':
      return mannerOfPpnna(state ?? '09')
  }
}

export function cellsOf(fact: Fact, pen: Pen): string[] {
  switch (fact.feed) {
    case 'detections':
      return detectionRow(fact, pen)
    case 'migration-documents':
      return documentRow(fact, pen)
    case 'asylum-claims':
      return claimRow(fact, pen)
    case 'facilities':
      return facilityRow(fact, pen)
    case 'stays':
      return stayRow(fact, pen)
    case 'inspections':
      return inspectionRow(fact, pen)
    case 'protection-cases':
      return caseRow(fact, pen)
    case 'representations':
      return representationRow(fact, pen)
    case 'determinations':
      return determinationRow(fact, pen)
    case 'executed-returns':
      return returnRow(fact, pen)
    case 'return-checklists':
      return checklistRow(fact, pen)
    case 'complaints':
      return complaintRow(fact, pen)
  }
}
