/** What must be stopped, in the reverse order of its start. */

type Stop = () => Promise<unknown>

export class Stops {
  readonly #stops: { name: string; stop: Stop }[] = []
  #stopping: Promise<void> | null = null

  add(name: string, stop: Stop): void {
    this.#stops.push({ name, stop })
  }

  /** Whether it has begun: what fails from then on fails because it is stopped. */
  get isStopping(): boolean {
    return this.#stopping !== null
  }

  /** Last started, first stopped: the database goes last. A part that fails does not keep the others from stopping. */
  stopAll(): Promise<void> {
    this.#stopping ??= this.#run()
    return this.#stopping
  }

  async #run(): Promise<void> {
    for (const { name, stop } of this.#stops.reverse()) {
      await stop().catch((error: unknown) => console.error(`${name} did not stop in order: ${error}`))
    }
  }
}
