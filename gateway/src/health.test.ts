/** Readiness: what can be answered, and which part is missing. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { type Check, ready } from './health.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

const up: Check = async () => {}
const down: Check = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:4001'))
const silent: Check = () => new Promise(() => {})

async function readiness(checks: Record<string, Check>) {
  const server = createServer(express().get('/', ready(checks))).listen(0, '127.0.0.1')
  stops.push(() => server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return { code: response.status, body: await response.json() }
}

test.each<[string, Record<string, Check>, number, string]>([
  ['all are up', { database: up, children: up, returns: up }, 200, 'ready'],
  ['a service is down', { database: up, children: up, returns: down }, 200, 'degraded'],
  ['a service does not answer in time', { database: up, children: up, returns: silent }, 200, 'degraded'],
  ['NATS is away', { database: up, nats: down, children: up }, 200, 'degraded'],
  ['NATS alone is there', { database: up, nats: up, children: down }, 503, 'unavailable'],
  ['every service is down', { database: up, children: down, returns: down }, 503, 'unavailable'],
  ['the database is away', { database: down, children: up, returns: up }, 503, 'unavailable'],
])('given %s, it says so and names the part', async (_what, checks, code, status) => {
  const parts = Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [name, check === up ? 'ready' : 'unavailable']),
  )

  expect(await readiness(checks)).toEqual({ code, body: { status, parts } })
})
