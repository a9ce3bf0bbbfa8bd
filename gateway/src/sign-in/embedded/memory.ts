/** What the embedded issuer remembers while it runs: codes, sessions of its own, grants. A new start forgets them. */
import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  payload: AdapterPayload
  until: number
}

const MOST_KEPT = 10_000

/** One for all models of a provider. */
export function memory(): new (model: string) => Adapter {
  const kept = new Map<string, Kept>()

  function find(key: string): AdapterPayload | undefined {
    const found = kept.get(key)
    return found && found.until > Date.now() ? found.payload : undefined
  }

  return class Memory implements Adapter {
    readonly #model: string

    constructor(model: string) {
      this.#model = model
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      for (const [key, { until }] of kept) if (until <= Date.now() || kept.size > MOST_KEPT) kept.delete(key)
      kept.set(this.#key(id), { payload, until: Date.now() + (expiresIn || 3_600) * 1_000 })
    }

    async find(id: string) {
      return find(this.#key(id))
    }

    async findByUid(uid: string) {
      const own = [...kept].find(([key, { payload }]) => key.startsWith(`${this.#model} `) && payload.uid === uid)
      return own && find(own[0])
    }

    async findByUserCode() {
      return undefined // There is no device flow.
    }

    async consume(id: string): Promise<void> {
      const found = kept.get(this.#key(id))
      if (found) found.payload['consumed'] = Math.floor(Date.now() / 1_000)
    }

    async destroy(id: string): Promise<void> {
      kept.delete(this.#key(id))
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      // Of its model alone: a sign-in that is under way names its grant too, and goes on.
      const isOwn = (key: string) => key.startsWith(this.#key(''))
      for (const [key, { payload }] of kept) if (isOwn(key) && payload.grantId === grantId) kept.delete(key)
    }

    #key(id: string): string {
      return `${this.#model} ${id}`
    }
  }
}
