/** Lets the services hear and count what was written, and says how far they are, for whoever waits for them. */
import type { Pool } from 'pg'
import type { Service, ServiceName } from '../../service.ts'
import { inService } from './faults-in-spanish.ts'
import type { Step } from './progress.ts'

/** Where a service is in the log, and where the log ends. */
type Place = { at: number; top: number }

/** Rounds of all, until a whole one has nothing to do. */
export async function hearOut(
  services: readonly Service[],
  pool: (service: ServiceName) => Pool,
  tell: (step: Step) => void = () => undefined,
): Promise<void> {
  const hearing = new Hearing(pool, tell)
  await Promise.all(services.map((service) => hearing.look(service)))
  const round = (service: Service): Promise<number> =>
    inService(service.name, async () => {
      const did = await service.round(new Date())
      await hearing.look(service)
      return did
    })
  for (let did = 1; did > 0; ) {
    const rounds = await Promise.all(services.map(round))
    did = rounds.reduce((sum, one) => sum + one, 0)
  }
}

/** Counts from where each service was at first: what it had heard before is not waited for. What its rounds have before them besides is added as it comes to light. */
class Hearing {
  readonly #pool: (service: ServiceName) => Pool
  readonly #tell: (step: Step) => void
  readonly #began = new Map<ServiceName, number>()
  readonly #at = new Map<ServiceName, number>()
  readonly #left = new Map<ServiceName, number>()
  /** Of what the rounds had before them besides the log. */
  #done = 0
  #top = 0
  #share = 0

  constructor(pool: (service: ServiceName) => Pool, tell: (step: Step) => void) {
    this.#pool = pool
    this.#tell = tell
  }

  /** The end of the log goes on while services tell of what they found; what is done of the whole never goes back. */
  async look(service: Service): Promise<void> {
    const { name } = service
    const [{ at, top }, left] = await Promise.all([this.#placeOf(name), service.left(new Date())])
    if (!this.#began.has(name)) this.#began.set(name, at)
    this.#at.set(name, at)
    this.#done += Math.max(0, (this.#left.get(name) ?? 0) - left)
    this.#left.set(name, left)
    this.#top = Math.max(this.#top, top)
    const began = sumOf(this.#began)
    const count = sumOf(this.#at) - began + this.#done
    const all = this.#top * this.#began.size - began + this.#done + sumOf(this.#left)
    this.#share = Math.max(this.#share, all > 0 ? count / all : 0)
    this.#tell({ count, done: this.#share * all, all })
  }

  async #placeOf(service: ServiceName): Promise<Place> {
    const { rows } = await this.#pool(service).query<Place>(
      `select (select coalesce(max(seq), 0) from outbox.event) as top,
              coalesce((select seq from ${service}.position where id = 1), 0) as at`,
    )
    return rows[0] ?? { at: 0, top: 0 }
  }
}

const sumOf = (numbers: ReadonlyMap<ServiceName, number>): number =>
  [...numbers.values()].reduce((sum, one) => sum + one, 0)
