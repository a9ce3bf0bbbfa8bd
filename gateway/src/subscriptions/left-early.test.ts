/** Who leaves before he is let in takes no place: a page that is opened and closed at once, again and again, is let in at last. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { MOST_STREAMS_OF_ONE } from '@vigia/law/terms-of-partners'
import { Router } from 'express'
import { expect, test } from 'vitest'
import type { AssembledSignIn } from '../sign-in/assemble-sign-in.ts'
import type { Caller } from '../sign-in/caller.ts'
import { Rates } from '../sign-in/rates.ts'
import { startWorld } from '../testing/two-services.ts'

const CALLER: Caller = {
  ...{ actor: PSEUDONYMOUS_FEDERAL_SECRETARY, name: 'A test', by: 'session', key: 'a test' },
  ...{ epoch: 1, givenAt: 0, endsAt: Number.POSITIVE_INFINITY },
}

/** Sign-in that looks everybody up for as long as the test says. */
function slowSignIn() {
  const looked: (() => void)[] = []
  const identify = () => new Promise<Caller>((resolve) => looked.push(() => resolve(CALLER)))
  const keeper: AssembledSignIn['keeper'] = {
    mayBeHeard: async () => {},
    mayCome: () => true,
    ...{ identify, identifySocket: identify, known: () => null, addressOf: () => '' },
    ...{ refuseForeignStream: () => {}, endedOf: async () => new Map(), isOut: () => false, onEnd: () => () => {} },
  }
  const rates = { person: new Rates(1e9, Date.now), machine: new Rates(1e9, Date.now) }
  const signIn = { keeper, doors: Router(), rates, stop: async () => {}, warmUp: async () => {} }
  return { signIn, looked }
}

test('given as many as one may have who left while they were looked up, the next is told', async () => {
  const { signIn, looked } = slowSignIn()
  const world = await startWorld({ signIn: async () => signIn })
  const [gone, stays] = [new AbortController(), new AbortController()]
  const open = (signal: AbortSignal) =>
    fetch(`${world.url}/graphql/stream`, {
      ...{ method: 'POST', signal, body: JSON.stringify({ query: 'subscription { boardChanged { version } }' }) },
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    })
  const left = Array.from({ length: MOST_STREAMS_OF_ONE }, () => open(gone.signal).catch(() => 'left'))
  await expect.poll(() => looked.length).toBe(MOST_STREAMS_OF_ONE)
  gone.abort()
  await Promise.all(left)
  // The server hears of it in its own time: whoever asks on another connection is heard after them.
  await fetch(`${world.url}/health/live`)
  for (const look of looked.splice(0)) look()

  const next = open(stays.signal)
  await expect.poll(() => looked.length).toBe(1)
  looked[0]?.()

  expect((await next).status).toBe(200)
  stays.abort()
  await world.stop()
})
