/** Who is told now and then that he is still followed: each once in so long, on one timer for all, and not all at once. */

export interface Beating {
  beat: () => void
}

/** A round is of so many turns. Whoever comes joins the emptiest of those that have just been: he has heard how far all is. */
const TURNS = 30
const JUST_BEEN = 10

export class Heartbeats {
  readonly #everyMs: number
  readonly #turns = Array.from({ length: TURNS }, () => new Set<Beating>())
  #timer: NodeJS.Timeout | undefined
  #next = TURNS

  constructor(everyMs: number) {
    this.#everyMs = everyMs
  }

  /** The first beat comes when most of a round is over. */
  add(one: Beating): void {
    const justBeen = Array.from({ length: JUST_BEEN }, (_, ago) => this.#turnAt(this.#next - 1 - ago))
    justBeen.reduce((least, turn) => (turn.size < least.size ? turn : least)).add(one)
    this.#timer ??= setInterval(() => this.#turn(), this.#everyMs / TURNS).unref()
  }

  delete(one: Beating): void {
    for (const turn of this.#turns) turn.delete(one)
    if (this.#turns.every(({ size }) => size === 0)) this.stop()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  #turn(): void {
    const turn = this.#turnAt(this.#next)
    this.#next += 1
    for (const one of turn) one.beat()
  }

  #turnAt(count: number): Set<Beating> {
    return this.#turns[(count + TURNS) % TURNS] as Set<Beating>
  }
}
