/** From where somebody asks: what a stranger says of it counts for nothing, what a proxy of one's own says does. */
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { Addresses, proxiesOf } from './addresses.ts'
import { Rates } from './rates.ts'

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  const request = new IncomingMessage(socket)
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded
  return request
}

const addresses = (proxies = '') => new Addresses(new Rates(60, Date.now), proxiesOf(proxies))

test.each([
  ['', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
  ['', '::ffff:192.0.2.7', undefined, '192.0.2.7'],
  ['10.0.0.4', '10.0.0.4', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.4', '10.0.0.4', '203.0.113.9, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.0/8, ::1', '::1', '198.51.100.1, 10.7.7.7', '198.51.100.1'],
  ['10.0.0.4', '10.0.0.4', undefined, ''],
  ['10.0.0.4', '10.0.0.4', '198.51.100.1:50123', '198.51.100.1'],
  ['10.0.0.4, 10.0.0.5', '10.0.0.4', '198.51.100.1:50123, 10.0.0.5:443', '198.51.100.1'],
  ['10.0.0.4', '10.0.0.4', '[2001:db8::1]:50123', '2001:db8:0:0::/64'],
])('given proxies "%s", a request from %s that says %s is of %s', (proxies, remote, forwarded, expected) => {
  expect(addresses(proxies).of(from(remote, forwarded))).toBe(expected)
})

test.each([
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('given the IPv6 address %s, its network is counted', (remote, expected) => {
  expect(addresses().of(from(remote))).toBe(expected)
})

test.each(['10.0.0', '10.0.0.0/99', '10.0.0.0/', '10.0.0.0/8/8', 'proxy.example'])(
  'given "%s", which is no address, it is refused',
  (text) => {
    expect(() => proxiesOf(text)).toThrow()
  },
)
