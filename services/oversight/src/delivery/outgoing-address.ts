/**
 * Which addresses the registry sends to (security.md 6): https, on the internet, by a name that means one thing. Names are resolved once,
 * every answer is judged, and what was judged is what is dialled (post.ts).
 */
import { lookup } from 'node:dns/promises'
import { Refusal } from '@vigia/kit/errors'
import ipaddr from 'ipaddr.js'

export interface Outgoing {
  /** Receivers of tests and of trials stand on this machine; never in production. */
  allowsLoopback: boolean
  resolve: (host: string) => Promise<string[]>
}

const PORTS = ['', '443', '8443']
const LONGEST_URL = 2_000
/** Names that mean this machine or this network to somebody. */
const LOCAL = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|arpa|test|invalid|onion)$/
/** Letters of another script look like ours: what is written so is refused, whatever it means. */
const LOOK_ALIKE = /(^|\.)xn--/

export const resolveByDns = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true, order: 'verbatim' })).map(({ address }) => address)

/** Throws Refusal URL_NOT_ALLOWED, with what is wrong with it. */
export function checkUrl(text: string, { allowsLoopback }: Pick<Outgoing, 'allowsLoopback'>): URL {
  if (text.length > LONGEST_URL || !URL.canParse(text)) refuse('It is no address.')
  const url = new URL(text)
  if (url.username || url.password) refuse('It holds credentials.')
  if (url.hash) refuse('It holds a fragment, which no receiver is sent.')
  const host = hostOf(url)
  if (allowsLoopback && isLoopback(host) && /^https?:$/.test(url.protocol)) return url
  if (url.protocol !== 'https:') refuse('Only https is spoken.')
  if (!PORTS.includes(url.port)) refuse('Only ports 443 and 8443 are called.')
  if (ipaddr.isValid(host) ? !isPublic(host) : !isName(host)) refuse('It is no name or address of the internet.')
  return url
}

/** The addresses to dial. Throws Refusal where one of them is not of the internet: a name with one good answer is refused whole. */
export async function addressesOf(url: URL, { allowsLoopback, resolve }: Outgoing): Promise<string[]> {
  const host = hostOf(url)
  const addresses = ipaddr.isValid(host) ? [host] : await resolve(host)
  const isFit = (address: string) => isPublic(address) || (allowsLoopback && isLoopback(host) && isLoopback(address))
  if (addresses.length === 0 || !addresses.every(isFit)) refuse('It leads to no address of the internet.')
  return addresses
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

function isName(host: string): boolean {
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !LOCAL.test(host) && !LOOK_ALIKE.test(host) && /[a-z]/.test(host)
}

/** Of IPv6 what is given out today (2000::/3). An IPv4 address inside IPv6, however it is put there, is none of its own: refused. */
function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4' || address.match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number])
}

function isLoopback(text: string): boolean {
  return text === 'localhost' || (ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback')
}

function refuse(sentence: string): never {
  throw new Refusal('URL_NOT_ALLOWED', `This address is not called: ${sentence}`)
}
