/** A registry that runs elsewhere is asked through its proxy: what that refuses by itself is no fault of the registry, and all else is. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { headers, longHeader } from './every-answer.ts'
import { Product } from './product.ts'

const GUARDED = {
  'x-request-id': 'number',
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy':
    "default-src 'self';script-src 'self';object-src 'none';base-uri 'none';frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

const isLong = ({ headers: sent }: IncomingMessage) => sent['x-long'] !== undefined

async function aProduct(given: (request: IncomingMessage) => object): Promise<Product> {
  const server = createServer({ maxHeaderSize: 64_000 }, (request, response) => {
    response.writeHead(isLong(request) ? 400 : 200, { ...given(request) }).end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => void server.close())
  return new Product(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, null, null)
}

test('given a proxy that refuses a long header by itself, both lines hold', async () => {
  const product = await aProduct((request) => (isLong(request) ? {} : GUARDED))

  expect(await longHeader(product)).toBe(null)
  await product.send({ method: 'GET' })
  expect(await headers(product)).toBe(null)
})

test('given an answer of the registry itself without a header that guards, it is named', async () => {
  const { 'referrer-policy': _left, ...rest } = GUARDED
  const product = await aProduct(() => rest)
  await product.send({ method: 'GET' })

  expect(await headers(product)).toBe('referrer-policy is "" on an answer with 200')
})
