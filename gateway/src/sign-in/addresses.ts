/** From where somebody asks, and how often one address may show what does not hold (security.md 9). */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Rates } from './rates.ts'

export class Addresses {
  readonly #rates: Rates
  readonly #proxies: BlockList

  /** `proxies` are believed when they say for whom they ask; nobody else is. */
  constructor(rates: Rates, proxies: BlockList) {
    this.#rates = rates
    this.#proxies = proxies
  }

  /** Throws Refused, 429, when there was too much. */
  charge(request: IncomingMessage): void {
    this.#rates.charge(this.of(request), 1)
  }

  /** Of IPv6 the network, since one household or office has all addresses of it. */
  of({ socket: { remoteAddress = '' }, headers }: IncomingMessage): string {
    const told = String(headers['x-forwarded-for'] ?? '').split(',')
    const hops = [remoteAddress, ...told.reverse()].map((hop) => plain(hop.trim()))
    const first = hops.find((hop) => !this.#isProxy(hop)) ?? ''
    return isIPv6(first) ? networkOf(first) : first
  }

  #isProxy(address: string): boolean {
    return isIP(address) !== 0 && this.#proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }
}

/** Addresses and networks, parted by commas: "10.0.0.4, 10.1.0.0/16". Throws where one is none. */
export function proxiesOf(text: string): BlockList {
  const proxies = new BlockList()
  for (const one of text.split(',').flatMap((part) => part.trim() || [])) {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d+))?$/.exec(one) ?? []
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, Number(bits), family)
  }
  return proxies
}

/** An IPv4 address that comes in the dress of IPv6. Some proxies write the port beside it, which is another for each connection. */
const plain = (address: string): string =>
  address
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')

const GROUPS = 8

function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? 0 : GROUPS - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [...(before ?? []), ...Array<string>(zeros).fill('0'), ...(after ?? [])]
  return `${groups
    .slice(0, GROUPS / 2)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
