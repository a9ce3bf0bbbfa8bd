/** Who takes part in a run: those who follow alerts, those whose systems are sent them, and those who act on them. */
import type { Actor } from '@vigia/kit/actor'
import { type Role, scopesOf } from '@vigia/law/access-matrix'
import { ALERT_STEPS } from '@vigia/law/alert-kinds'
import type { Chance } from '../fuzz/chance.ts'
import { AN_AGREEMENT } from '../support/an-agreement.ts'
import { signedIn } from '../support/signed-in.ts'
import { byServerSentEvents, byWebSocket } from './connection.ts'
import type { FallingDatabase } from './database.ts'
import type { Fleet } from './fleet.ts'
import type { Network } from './network.ts'
import { Official } from './officials.ts'
import { type Manner, Receiver } from './receivers.ts'
import { Subscriber } from './subscriber.ts'

export interface Parts {
  database: FallingDatabase
  fleet: Fleet
  network: Network
  /** Each has a chance of its own: what one does must not change what another does. */
  chanceOf: (name: string) => Chance
}

const anActor = (sub: string, role: Role, states: string[] | null, org: string | null = null): Actor => ({
  ...{ sub, kind: 'person', role, states, org },
  scopes: scopesOf(role),
  ...(role === 'partner' && { agreement: AN_AGREEMENT }),
})

const STEPS = Object.keys(ALERT_STEPS)

/** Two of each way and of some rights; two partners whose states differ; one who asks for all that happens to an alert. */
export async function subscribersOf({ database, fleet, chanceOf }: Parts): Promise<Subscriber[]> {
  const wanted = [
    { actor: anActor('federal-1', 'federal-secretary', null), connect: byWebSocket },
    { actor: anActor('federal-2', 'federal-secretary', null), connect: byServerSentEvents, steps: STEPS },
    { actor: anActor('cndh', 'ombudsperson-federal', null), connect: byWebSocket },
    { actor: anActor('chiapas-1', 'state-secretary', ['07']), connect: byWebSocket, steps: STEPS },
    { actor: anActor('chiapas-2', 'state-secretary', ['07']), connect: byServerSentEvents },
    { actor: anActor('tabasco', 'ombudsperson-state', ['27']), connect: byServerSentEvents },
    { actor: anActor('partner-1', 'partner', ['07', '30'], 'partner one'), connect: byWebSocket },
    { actor: anActor('partner-2', 'partner', ['27'], 'partner two'), connect: byServerSentEvents },
  ]
  const subscribers: Subscriber[] = []
  for (const one of wanted) {
    const { headers } = await signedIn(database.url, one.actor)
    const { sub: name } = one.actor
    const chance = chanceOf(`subscriber ${name}`)
    subscribers.push(new Subscriber({ ...one, name, headers: { ...headers }, gateways: fleet.gateways, chance }))
  }
  return subscribers
}

/** Who behaves how; the last two are of partners, whose messages name nothing by its number. */
const SYSTEMS: readonly { manners: readonly Manner[]; role: Role; states?: string[] }[] = [
  { manners: ['sound', 'slow'], role: 'ombudsperson-federal' },
  { manners: ['failing', 'busy', 'redirecting'], role: 'ombudsperson-federal' },
  { manners: ['hanging', 'resetting'], role: 'ombudsperson-federal' },
  { manners: ['gone', 'failing'], role: 'ombudsperson-state', states: ['27'] },
  { manners: ['endless', 'slow'], role: 'partner', states: ['07', '27'] },
  { manners: ['resetting', 'busy'], role: 'partner', states: ['30'] },
]

export async function receiversOf({ database, fleet, network, chanceOf }: Parts): Promise<Receiver[]> {
  const receivers: Receiver[] = []
  for (const { manners, role, states = null } of SYSTEMS) {
    const name = `${role} ${manners.join(' and ')}`
    const actor = anActor(`receiver ${receivers.length}`, role, states, name)
    const { headers } = await signedIn(database.url, actor)
    const chance = chanceOf(`receiver ${name}`)
    const receiver = new Receiver({ name, manners, actor, headers: { ...headers }, gateways: fleet.gateways, chance })
    await receiver.register(network)
    receivers.push(receiver)
  }
  return receivers
}

export async function officialsOf({ database, fleet, chanceOf }: Parts, pauseMs: number): Promise<Official[]> {
  const actors = [
    anActor('official-federal', 'federal-secretary', null),
    anActor('official-chiapas', 'state-secretary', ['07']),
    anActor('official-ppnna', 'ppnna-officer', ['07']),
    anActor('official-inm', 'inm-officer', ['07']),
  ]
  const officials: Official[] = []
  for (const actor of actors) {
    const { headers } = await signedIn(database.url, actor)
    const chance = chanceOf(`official ${actor.sub}`)
    officials.push(new Official({ actor, headers: { ...headers }, gateways: fleet.gateways, chance, pauseMs }))
  }
  return officials
}
