/** Each kind of alert is raised by files alone, as the authorities send them, and ended by a file: what only acts of persons tell (A36, A38) apart. */
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { ALERT_OFFICES } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MODES, startWorld, type World } from '../support/world.ts'
import { OF_CARE } from './kinds/of-care.ts'
import { OF_CASEWORK } from './kinds/of-casework.ts'
import { OF_FIRST_STEPS } from './kinds/of-first-steps.ts'
import { OF_PLACES } from './kinds/of-places.ts'
import { OF_RETURNS } from './kinds/of-returns.ts'
import type { Sent, Story } from './kinds/story.ts'

const STORIES: readonly Story[] = [...OF_FIRST_STEPS, ...OF_CARE, ...OF_CASEWORK, ...OF_RETURNS, ...OF_PLACES]
const BY_ACTS = ['SECRETARIAT_VACANT', 'SECURITY_BREACH']

const FIELDS = 'severity citation dutyHolders resolvedAt resolvedBy { fact }'

interface Seen {
  severity: string
  citation: string
  dutyHolders: string[]
  resolvedAt: string | null
  resolvedBy: { fact: string } | null
}
interface Answer {
  [story: string]: { edges: { node: Seen }[] }
}

/** What all stories send, a file of each feed and sender; what others are about before what is about it. */
function filesOf(sent: readonly Sent[]): Sent[] {
  const bySender = Map.groupBy(sent, ({ feed, sender }) => `${feed} ${JSON.stringify(sender)}`)
  const files = [...bySender.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, rows: [first, ...more].flatMap(({ rows }) => rows) }] : [],
  )
  const order = [
    'children/detections',
    'placements/facilities',
    'representation/protection-cases',
    'returns/executed-returns',
  ]
  const rank = ({ feed }: Sent) => (order.indexOf(feed) + order.length + 1) % (order.length + 1)
  return files.toSorted((one, other) => rank(one) - rank(other))
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  beforeAll(async () => {
    world = await startWorld({ mode })
  })
  afterAll(() => world.stop())

  async function send(which: 'given' | 'later') {
    for (const { feed, rows, sender } of filesOf(STORIES.flatMap((story) => story[which])))
      await world.takeIn(feed, rows, sender)
    await world.settle()
  }

  /** The alert of each story: it is the only one of its kind in its state. */
  async function seen(): Promise<(Seen | undefined)[]> {
    const parts = STORIES.map(
      ({ kind, state }, i) =>
        `s${i}: alerts(first: 2, filter: { kind: [${kind}], state: "${state}" }) { edges { node { ${FIELDS} } } }`,
    )
    const found: (Seen | undefined)[] = []
    for (let at = 0; at < parts.length; at += 5) {
      const { data, errors } = await world.ask<Answer>(`{ ${parts.slice(at, at + 5).join(' ')} }`)
      expect(errors).toBeUndefined()
      for (const { edges } of Object.values(data ?? {})) found.push(edges.length > 1 ? undefined : edges[0]?.node)
    }
    return found
  }

  /** To the minute, which is not told to everybody. */
  const clocks = () =>
    world.database.query<{ kind: string; state: string; since: Date }>(
      `select kind, state, since from oversight.alert where (kind, state) in (select * from json_to_recordset($1) s (kind text, state text)) order by 1, 2`,
      [JSON.stringify(STORIES.map(({ kind, state }) => ({ kind, state })))],
    )

  test('every kind of which files tell has its story', () => {
    expect([...STORIES.map(({ kind }) => kind), ...BY_ACTS].toSorted()).toEqual(codesOf(ALERT_KINDS).toSorted())
  })

  test('each is raised by what its files tell, as grave as its clock says, and ends by what the next ones tell', async () => {
    await send('given')
    const raised = (await seen()).map((alert, i) => ({ kind: STORIES[i]?.kind, ...alert }))
    const began = await clocks()
    await send('later')
    const ended = (await seen()).map((alert, i) => ({
      kind: STORIES[i]?.kind,
      by: alert?.resolvedBy?.fact ?? null,
      isOver: alert?.resolvedAt !== null,
    }))

    expect(raised).toMatchObject(
      STORIES.map(({ kind, severity, citation, owedBy }) => ({
        kind,
        severity,
        citation,
        dutyHolders: owedBy,
        resolvedAt: null,
      })),
    )
    expect(began).toEqual(
      STORIES.map(({ kind, state, since }) => ({ kind, state, since })).toSorted((one, other) =>
        one.kind < other.kind ? -1 : 1,
      ),
    )
    expect(ended).toEqual(STORIES.map(({ kind, endedBy = null }) => ({ kind, by: endedBy, isOver: true })))
  })

  interface Owed {
    id: string
    dutyHolders: string[]
  }
  async function owed(filter: string): Promise<Owed[]> {
    const found: Owed[] = []
    for (let after: string | null = null, isMore = true; isMore; ) {
      const page: string = `alerts(first: 100, after: ${JSON.stringify(after)}, filter: ${filter})`
      const { data } = await world.ask<{
        alerts: { edges: { node: Owed }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
      }>(`{ ${page} { edges { node { id dutyHolders } } pageInfo { hasNextPage endCursor } } }`)
      found.push(...(data?.alerts.edges ?? []).map(({ node }) => node))
      ;({ hasNextPage: isMore, endCursor: after } = data?.alerts.pageInfo ?? { hasNextPage: false, endCursor: null })
    }
    return found
  }

  test('of an office those are listed that say it owes the duty, and no other', async () => {
    const all = await owed('{}')
    const held = codesOf(ALERT_OFFICES).map((office) => all.filter(({ dutyHolders }) => dutyHolders.includes(office)))

    expect(await Promise.all(codesOf(ALERT_OFFICES).map((office) => owed(`{ dutyHolder: ${office} }`)))).toEqual(held)
    expect(held.filter((those) => those.length > 0).length).toBeGreaterThanOrEqual(4)
  })
})
