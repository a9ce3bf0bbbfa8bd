/** Counts a twin row by row, joining children by acta, NUE and CURP only, as the registry does. */
import { type Minute, minuteOf } from '../calendar.ts'

/** What a row says of whose it is; null where it does not. */
export interface Numbers {
  readonly acta: string | null
  readonly nue: string | null
  readonly curp: string | null
}

export interface SeenEvent {
  readonly child: number
  /** "2024-07-31" */
  readonly day: string
  readonly state: string
  readonly nationality: string
  readonly sex: string
  readonly isUnder12: boolean
  readonly company: string
}

export interface SeenReturn {
  readonly child: number
  readonly day: string
  readonly office: string
}

export interface SeenCentre {
  readonly state: string
  readonly places: number
  readonly opened: Minute | null
  readonly closed: Minute | null
}

export class Tally {
  readonly events: SeenEvent[] = []
  /** First event of each child. */
  readonly firsts: SeenEvent[] = []
  readonly withCase = new Set<number>()
  readonly returns: SeenReturn[] = []
  readonly centres2021 = { count: 0, places: 0, states: new Set<string>() }
  unmatched = 0
  readonly #actas = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  readonly #folios = new Set<string>()

  detection({ acta, nue, curp }: Numbers & { readonly acta: string }, said: Omit<SeenEvent, 'child'>): void {
    if (this.#actas.has(acta)) return
    const child = this.#knownBy(nue) ?? this.#knownBy(curp) ?? this.firsts.length
    const event = { child, ...said }
    this.#actas.set(acta, child)
    for (const number of [nue, curp]) if (number !== null) this.#numbers.set(number, child)
    this.events.push(event)
    if (child === this.firsts.length) this.firsts.push(event)
  }

  protectionCase(of: Numbers): void {
    const child = this.#childOf(of)
    if (child === undefined) this.unmatched++
    else this.withCase.add(child)
  }

  executedReturn(folio: string, of: Numbers, said: Omit<SeenReturn, 'child'>): void {
    if (this.#folios.has(folio)) return
    this.#folios.add(folio)
    const child = this.#childOf(of)
    if (child === undefined) this.unmatched++
    else this.returns.push({ child, ...said })
  }

  /** A social assistance centre, which counts where it was open at the end of 2021. */
  centre({ state, places, opened, closed }: SeenCentre): void {
    const lastDay = minuteOf(2021, 12, 31)
    if ((opened !== null && opened > lastDay) || (closed !== null && closed <= lastDay)) return
    this.centres2021.count++
    this.centres2021.places += places
    this.centres2021.states.add(state)
  }

  #childOf({ acta, nue, curp }: Numbers): number | undefined {
    return (acta === null ? undefined : this.#actas.get(acta)) ?? this.#knownBy(nue) ?? this.#knownBy(curp)
  }

  #knownBy(number: string | null): number | undefined {
    return number === null ? undefined : this.#numbers.get(number)
  }
}
