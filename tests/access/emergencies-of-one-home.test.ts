/** An officer of the DIF of single places knows of the children lodged there: not by the emergencies of colleagues of others either. */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { codeOf, emergency, LIST, NOBODY, type OpeningWorld, signing, worldOfOpenings } from '../support/openings.ts'

const OFFICE = anActor('dif-officer', { sub: 'the office' })
const HOME = anActor('dif-officer', { sub: 'of one home', facilities: [NOBODY] })

let world: OpeningWorld
beforeAll(async () => {
  world = await worldOfOpenings()
})
afterAll(() => world.stop())

interface Use {
  id: string
  childId: string
  maySign: boolean
}

async function listedFor(actor: Actor): Promise<Use[]> {
  const { data } = await world.ask(actor, LIST)
  return (data as { emergencyAccesses: { edges: { node: Use }[] } }).emergencyAccesses.edges.map(({ node }) => node)
}

async function use(actor: Actor, child: string): Promise<string> {
  const { data } = await world.ask(actor, emergency(child))
  return (data as { emergencyAccess: { emergency: { id: string } } }).emergencyAccess.emergency.id
}

test('it reads of its own uses alone, and signs for no other', async () => {
  const [ofOffice, own] = [await use(OFFICE, world.stranger), await use(HOME, world.secondStranger)]

  expect((await listedFor(HOME)).map(({ id }) => id)).toEqual([own])
  expect(codeOf(await world.ask(HOME, signing(ofOffice)))).toBe('NOT_FOUND')
})

test('the office of the state reads of its uses, and signs for them', async () => {
  const [ofHome] = (await listedFor(OFFICE)).filter(({ childId }) => childId === world.secondStranger)
  expect(ofHome).toMatchObject({ maySign: true })

  expect((await world.ask(OFFICE, signing(ofHome?.id ?? ''))).errors).toBeUndefined()
})
