/** Every hop of a run goes by a wire that can be troubled: from clients to gateways, on to services, to the database, and out to receivers. */
import type { Chance } from '../fuzz/chance.ts'
import { HOST } from './member.ts'
import { TROUBLES, Wire } from './wire.ts'

const TROUBLED_FOR_MS = [200, 6_000] as const
const SHARE_CUT_AFTER = 0.5

export class Network {
  readonly #wires: Wire[] = []
  /** How many times each kind of trouble was caused. */
  readonly troubles: Record<string, number> = {}

  /** The port at which whoever listens at `port` is reached from now on. */
  async to(name: string, port: number): Promise<number> {
    const wire = await Wire.to(name, port)
    this.#wires.push(wire)
    return wire.port
  }

  /** The same address with the port of a wire, to which no socket leads. */
  async toAddress(name: string, address: string): Promise<string> {
    const url = new URL(address)
    url.hostname = HOST
    url.port = String(await this.to(name, Number(url.port)))
    return url.href.replace(/\/$/, '')
  }

  /** Troubles one hop for a while. Draws the same number of times whatever stands. */
  async trouble(chance: Chance, note: (line: string) => void): Promise<void> {
    const [wire, trouble, isCutAfter] = [chance.pick(this.#wires), chance.pick(TROUBLES), chance.of(SHARE_CUT_AFTER)]
    const [least, most] = TROUBLED_FOR_MS
    const forMs = least + chance.below(most - least)
    this.troubles[trouble] = (this.troubles[trouble] ?? 0) + 1
    note(`the hop ${wire.name} is ${trouble} for ${forMs} ms`)
    await wire.suffer(trouble, { forMs, isCutAfter })
  }

  stop(): void {
    for (const wire of this.#wires) wire.stop()
  }
}
