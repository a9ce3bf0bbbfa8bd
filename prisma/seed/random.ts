/** Chance that can be repeated: xoshiro128** seeded by splitmix32. The same seed gives the same numbers everywhere. */
export class Random {
  #a: number
  #b: number
  #c: number
  #d: number
  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed >>> 0
    const next = splitmix(this.#seed)
    this.#a = next()
    this.#b = next()
    this.#c = next()
    this.#d = next()
  }

  /** A stream of its own for one topic, so that a draw more in one place changes no other. */
  fork(topic: string): Random {
    let hash = 2166136261 ^ this.#seed
    for (let at = 0; at < topic.length; at++) hash = Math.imul(hash ^ topic.charCodeAt(at), 16777619)
    return new Random(hash)
  }

  /** From 0 to 1, 1 excluded. */
  next(): number {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9)
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = rotate(this.#d, 11)
    return (result >>> 0) / 4294967296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number from 0 to below - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Throws for an empty list. */
  pick<Item>(list: readonly Item[]): Item {
    const item = list[this.below(list.length)]
    if (item === undefined) throw new RangeError('Nothing to pick from')
    return item
  }

  /** Positive, half of the draws below the median; the larger the spread, the longer the tail. */
  logNormal(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()))
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.next()))
  }

  /** Shuffles in place and gives the same list. */
  shuffle<Item>(list: Item[]): Item[] {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      const moved = list[last] as Item
      list[last] = list[other] as Item
      list[other] = moved
    }
    return list
  }
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits))

function splitmix(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}
