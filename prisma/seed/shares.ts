/** How many of each kind: exact apportionment that carries its remainders on, exact choices, and weighted draws. */
import type { Random } from './random.ts'

export type Weights<Kind extends string> = Readonly<Partial<Record<Kind, number>>>

/**
 * Apportions whole numbers by weights and remembers what it owes each kind, so that small kinds
 * get their due over time and sums hold at any scale.
 */
export class Carry<Kind extends string> {
  readonly #owed = new Map<Kind, number>()

  /** So many more are due, shared by weight. */
  accrue(count: number, weights: Weights<Kind>): void {
    const entries = entriesOf(weights)
    const sum = entries.reduce((total, [, weight]) => total + weight, 0)
    for (const [kind, weight] of entries) this.#add(kind, (count * weight) / sum)
  }

  /** One of the kind has been given out by somebody else. */
  spend(kind: Kind): void {
    this.#add(kind, -1)
  }

  /** Gives out exactly so many, those most owed first; what is left over or overdrawn is carried on. */
  take(count: number): Kind[] {
    const taken: Kind[] = []
    for (const [kind, owed] of this.#owed) {
      for (let due = Math.floor(owed); due > 0 && taken.length < count; due--) taken.push(kind)
    }
    for (const kind of taken) this.spend(kind)
    while (taken.length < count) {
      const kind = this.#mostOwed()
      taken.push(kind)
      this.spend(kind)
    }
    return taken
  }

  #mostOwed(): Kind {
    let most: Kind | undefined
    let owed = Number.NEGATIVE_INFINITY
    for (const [kind, due] of this.#owed) {
      if (due <= owed) continue
      most = kind
      owed = due
    }
    if (most === undefined) throw new Error('Nothing has accrued to take from')
    return most
  }

  #add(kind: Kind, amount: number): void {
    this.#owed.set(kind, (this.#owed.get(kind) ?? 0) + amount)
  }
}

/** Whole numbers from fractions, one after the other, whose sum is never off by more than a half. */
export function rounder(): (amount: number) => number {
  let due = 0
  let given = 0
  return (amount) => {
    due += amount
    const whole = Math.round(due) - given
    given += whole
    return whole
  }
}

/** Exactly so many of the list (all, if it is shorter), the heavier the likelier. */
export function choose<Item>(
  random: Random,
  list: readonly Item[],
  count: number,
  weightOf: (item: Item) => number = () => 1,
): Item[] {
  if (count <= 0) return []
  const keyed = list.map((item) => ({ item, key: -Math.log(1 - random.next()) / weightOf(item) }))
  keyed.sort((a, b) => a.key - b.key)
  return keyed.slice(0, count).map(({ item }) => item)
}

/** A draw of one kind by weight, prepared once. */
export function drawer<Kind extends string>(weights: Weights<Kind>): (random: Random) => Kind {
  const entries = entriesOf(weights)
  const sum = entries.reduce((total, [, weight]) => total + weight, 0)
  const last = entries.at(-1)
  if (!last) throw new RangeError('Nothing to draw from')
  return (random) => {
    let left = random.next() * sum
    for (const [kind, weight] of entries) {
      left -= weight
      if (left < 0) return kind
    }
    return last[0]
  }
}

function entriesOf<Kind extends string>(weights: Weights<Kind>): [Kind, number][] {
  return Object.entries(weights) as [Kind, number][]
}
