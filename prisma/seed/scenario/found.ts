/** A child being found: the event, and what the twin has decided will follow from it. */
import type { FamilyTie } from '@vigia/law/family-ties'
import type { ReturnType } from '@vigia/law/return-types'
import type { Standing } from '@vigia/law/standings'
import type { StateCode } from '@vigia/law/states'
import type { Minute } from '../calendar.ts'
import type { HeldAt } from '../calibration/held.ts'
import type { Names } from '../names/names.ts'
import type { Person } from '../people.ts'

/** What is remembered of a child who may be found again. */
export interface Known {
  readonly person: Person
  /** From when on the child may be found again. */
  readonly freeFrom: Minute
  readonly hadCase: boolean
}

/** Before the event has its hour and its number. */
export interface Draft {
  at: Minute
  state: StateCode
  readonly known: Known | null
  readonly company: Person['company']
  readonly sex: Person['sex']
  readonly nationality: string
  readonly years: number
  held: Held | null
  /** The first child of the family that this one is found with. */
  sibling: Draft | null
  town: string
  surnames: Omit<Names, 'given'> | null
  acta: string
}

interface Held {
  readonly kind: HeldAt
  readonly since: Minute
}

export interface Departure {
  readonly at: Minute
  readonly office: StateCode
  readonly type: ReturnType
  /** The standing that the twin means to give it; what is sent decides. */
  readonly standing: Standing
}

export interface Found {
  readonly person: Person
  readonly known: Known | null
  readonly at: Minute
  readonly state: StateCode
  readonly town: string
  readonly acta: string
  readonly years: number
  readonly relativeActa: string | null
  readonly tie: FamilyTie | null
  readonly held: Held | null
  departure: Departure | null
  isNotified: boolean
  hasCase: boolean
  isDetermined: boolean
  openStay: 'CENTRE' | 'ELSEWHERE' | null
  hasLeft: boolean
}
