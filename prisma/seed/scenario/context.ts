/** What every part of the scenario shares: scale, end, chance by topic, the places, the counters and where facts go. */
import type { StateCode } from '@vigia/law/states'
import type { Ledger } from '../answers/ledger.ts'
import { civil, type Minute } from '../calendar.ts'
import type { Network } from '../facilities.ts'
import type { Random } from '../random.ts'
import type { Sink } from './facts.ts'

export interface Context {
  readonly scale: number
  readonly until: Minute
  readonly random: (topic: string) => Random
  readonly network: Network
  readonly serials: Serials
  readonly sink: Sink
  readonly ledger: Ledger
}

/** Numbers that authorities give one after the other, by register; the first follows `before`. */
export class Serials {
  readonly #last = new Map<string, number>()
  readonly #before: (register: string) => number

  constructor(before: (register: string) => number = () => 0) {
    this.#before = before
  }

  next(register: string): number {
    const serial = (this.#last.get(register) ?? this.#before(register)) + 1
    this.#last.set(register, serial)
    return serial
  }

  /** "PPNNA-07-2024-012345" and the like. */
  stateYear(prefix: string, state: StateCode, at: Minute, digits: number, separator = '-'): string {
    const { year } = civil(at)
    const serial = this.next(`${prefix} ${state} ${year}`)
    return [prefix, state, year, String(serial).padStart(digits, '0')].join(separator)
  }
}

/** One stream of chance a topic, made once. */
export function topics(root: Random): (topic: string) => Random {
  const made = new Map<string, Random>()
  return (topic) => {
    const known = made.get(topic)
    if (known) return known
    const fresh = root.fork(topic)
    made.set(topic, fresh)
    return fresh
  }
}
