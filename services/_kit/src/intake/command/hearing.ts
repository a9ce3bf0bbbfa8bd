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
  await Promise.all(services.map(({ name }) => hearing.look(name)))
  const round = (service: Service): Promise<number> =>
    inService(service.name, async () => {
      const did = await service.round(new Date())
      await hearing.look(service.name)
      return did
    })
  for (let did = 1; did > 0; ) {
    const rounds = await Promise.all(services.map(round))
    did = rounds.reduce((sum, one) => sum + one, 0)
  }
}

/** Counts from where each service was at first: what it had heard before is not waited for. */
class Hearing {
  readonly #pool: (service: ServiceName) => Pool
  readonly #tell: (step: Step) => void
  readonly #began = new Map<ServiceName, number>()
  readonly #at = new Map<ServiceName, number>()
  #top = 0
  #share = 0

  constructor(pool: (service: ServiceName) => Pool, tell: (step: Step) => void) {
    this.#pool = pool
    this.#tell = tell
  }

  /** The end of the log goes on while services tell of what they found; what is done of the whole never goes back. */
  async look(service: ServiceName): Promise<void> {
    const { at, top } = await this.#placeOf(service)
    if (!this.#began.has(service)) this.#began.set(service, at)
    this.#at.set(service, at)
    this.#top = Math.max(this.#top, top)
    const began = sumOf(this.#began)
    const count = sumOf(this.#at) - began
    const all = this.#top * this.#began.size - began
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
