/** Keeps the bytes of answers that hold counts alone, each for one version of the figures (performance.md 4.3). */
import { LRUCache } from 'lru-cache'
import type { BoardVersion, VersionSource } from './board-versions.ts'
import { Parcel } from './parcel.ts'

/** What one execution gave. An answer with errors is handed out but never kept. */
export interface Executed {
  status: number
  text: string
  isSound: boolean
}

export interface Delivery {
  status: number
  parcel: Parcel
}

const KEPT_BYTES = 64_000_000
/** Hours held grow without any write; so no answer is older than this, whatever the version says. A default of Vigía. */
const KEPT_FOR_MS = 10_000

export class ByteCache {
  readonly #versions: VersionSource
  readonly #kept = new LRUCache<string, Parcel>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ bytes }, key) => 3 * bytes.length + key.length, // with room for the packed forms
    ttl: KEPT_FOR_MS,
  })
  readonly #underWay = new Map<string, Promise<Delivery>>()
  /** One that is told anew, as after a break, may be of a database that was put back, and of other figures. */
  readonly #tellings = new WeakMap<BoardVersion, number>()
  #told = 0

  constructor(versions: VersionSource) {
    this.#versions = versions
  }

  /**
   * Gives the kept bytes, or joins the execution that is under way for the same version, or executes. The version is
   * read before the execution: bytes are never labelled newer than their data.
   */
  async deliver(key: string, execute: () => Promise<Executed>): Promise<Delivery> {
    const version = this.#versions.current()
    if (!version) return parcelled(await execute())
    const full = this.#fullKey(version, key)
    const kept = this.#kept.get(full)
    if (kept) return { status: 200, parcel: kept }
    const joined = this.#underWay.get(full)
    if (joined) return joined
    const started = this.#refill(full, execute)
    this.#underWay.set(full, started)
    return started
  }

  /** The bytes that are kept for this key and for the figures of now. */
  kept(key: string): Parcel | null {
    const version = this.#versions.current()
    return version ? (this.#kept.get(this.#fullKey(version, key)) ?? null) : null
  }

  /** An answer that is nobody else's: executed, and not kept. */
  async pass(execute: () => Promise<Executed>): Promise<Delivery> {
    return parcelled(await execute())
  }

  #fullKey(version: BoardVersion, key: string): string {
    const known = this.#tellings.get(version)
    if (known !== undefined) return `${known} ${key}`
    this.#told += 1
    this.#tellings.set(version, this.#told)
    return `${this.#told} ${key}`
  }

  /** A failed execution is forgotten at once; its key would fail for ever otherwise. */
  async #refill(key: string, execute: () => Promise<Executed>): Promise<Delivery> {
    try {
      const executed = await execute()
      const delivery = parcelled(executed)
      if (executed.isSound && executed.status === 200) this.#kept.set(key, delivery.parcel)
      return delivery
    } finally {
      this.#underWay.delete(key)
    }
  }
}

const parcelled = ({ status, text }: Executed): Delivery => ({ status, parcel: new Parcel(Buffer.from(text)) })
