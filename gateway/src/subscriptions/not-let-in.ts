/** Sockets of whom it is not known yet who opened them: so few of one address that nobody without a credential takes the room of those who have one. */
export class NotLetIn {
  readonly #most: number
  readonly #ofAddress = new Map<string, number>()

  /** `most` of one address. */
  constructor(most: number) {
    this.#most = most
  }

  hasRoomFor(address: string): boolean {
    return (this.#ofAddress.get(address) ?? 0) < this.#most
  }

  /** Counts one more. Gives how it ceases to count: once it is let in, or closed, whichever comes first. */
  add(address: string): () => void {
    this.#ofAddress.set(address, (this.#ofAddress.get(address) ?? 0) + 1)
    let counts = true
    return () => {
      if (!counts) return
      counts = false
      const left = (this.#ofAddress.get(address) ?? 0) - 1
      if (left > 0) this.#ofAddress.set(address, left)
      else this.#ofAddress.delete(address)
    }
  }
}
