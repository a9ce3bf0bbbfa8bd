/**
 * Whoever opens the record of a child leaves an entry in the audit, by whatever door; and where no entry can be left, nothing is
 * told (security.md 4). Asked through the gateway, in both run modes, of a registry with one child in every service.
 */
import { log } from '@vigia/kit/log'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkedSchema } from '../../gateway/src/graph/checked-schema.ts'
import { createGateway } from '../../gateway/src/graph/gateway.ts'
import { askOnce } from '../../gateway/src/graph/warm-up.ts'
import { PATIENCE, Reach } from '../../gateway/src/sources/reach.ts'
import { accessInProcess } from '../../gateway/src/start/start-services.ts'
import { anActor } from '../support/asking.ts'
import { signedIn } from '../support/signed-in.ts'
import { read } from '../support/source-files.ts'
import { asker, MODES, startWorld, type World } from '../support/world.ts'
import { type Entry, entriesOf, fillWithOneChild } from './reading-the-audit.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  let child: string
  beforeAll(async () => {
    world = await startWorld({ mode })
    child = await fillWithOneChild(world)
  })
  afterAll(() => world.stop())

  /** The entries that a question leaves: of the federal secretary, or of whoever these headers let in. */
  async function leaves(query: string, headers = world.headers): Promise<Entry[]> {
    const before = await entriesOf(world.database)
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    expect(await response.json()).not.toHaveProperty('errors')
    return (await entriesOf(world.database)).slice(before.length)
  }

  test('one child: an entry of each service that was asked, with who, what, of whom and by which groups', async () => {
    const left = await leaves(
      `{ child(id: "${child}") { folio detections { totalCount } placements { totalCount } returns { standing } } }`,
    )

    expect(left.map(({ service }) => service).sort()).toEqual(['children', 'placements', 'returns'])
    expect(left.find(({ service }) => service === 'children')).toMatchObject({
      act: 'READ',
      subject: 'federal-secretary',
      role: 'federal-secretary',
      asked: ['child'],
      types: ['Child'],
      scopes: ['child:read', 'detection:read'],
      children: [child],
      missed: [],
      records: 1,
      reason: null,
      batch_id: null,
    })
    expect(left.find(({ service }) => service === 'returns')).toMatchObject({
      asked: ['_entities'],
      types: ['Child', 'ExecutedReturn'],
      scopes: ['return:read'],
      children: [child],
    })
    expect(new Set(left.map(({ request_id }) => request_id)).size).toBe(1)
  })

  test.each([
    ['the list of children', '{ children { edges { node { folio } } } }', 'children'],
    ['the list of placements', '{ placements { edges { node { enteredAt } } } }', 'placements'],
    [
      'the children of a place',
      '{ facilities { edges { node { placements { edges { node { hours } } } } } } }',
      'placements',
    ],
    ['a case by its child', '{ children { edges { node { ppnnaCase { status } } } } }', 'representation'],
    [
      'a determination',
      '{ children { edges { node { ppnnaCase { determination { outcome } } } } } }',
      'representation',
    ],
  ])('%s leaves an entry that names the child', async (_door, query, service) => {
    const secretary = await signedIn(world.database.url, anActor('state-secretary'))
    const left = await leaves(query, secretary.headers)

    expect(left.filter((entry) => entry.service === service).flatMap(({ children }) => children)).toEqual([child])
  })

  test('a list that is empty was asked for all the same', async () => {
    const [entry] = await leaves('{ children(filter: { nationality: ["AUT"] }) { edges { node { folio } } } }')

    expect(entry).toMatchObject({ asked: ['children'], scopes: ['child:read'], children: [], records: 0 })
  })

  test('a child that is not there was asked for all the same', async () => {
    const nobody = '00000000-0000-4000-8000-000000000001'
    const [entry] = await leaves(`{ child(id: "${nobody}") { folio } }`)

    expect(entry).toMatchObject({ asked: ['child'], children: [], missed: [nobody], records: 0 })
  })

  test('what is closed to the asker is refused, and that it was asked for is written down', async () => {
    const before = (await entriesOf(world.database)).length
    const { errors } = await world.ask(`{ child(id: "${child}") { identifiers { totalCount } } }`)
    const left = (await entriesOf(world.database)).slice(before)

    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(left).toMatchObject([
      { service: 'gateway', act: 'REFUSED', subject: 'federal-secretary', asked: ['child.identifiers'], children: [] },
    ])
    expect(left[0]?.missed).toEqual([child])
  })

  test('of an officer of INM it is written down of which child he was refused, or of which id that is no child', async () => {
    const nobody = '00000000-0000-4000-8000-000000000002'
    const officer = await signedIn(world.database.url, anActor('inm-officer'))
    const ask = asker(world.url, officer.headers)
    const before = (await entriesOf(world.database)).length
    for (const id of [child, nobody, 'no id']) await ask(`{ child(id: "${id}") { folio } }`)
    const left = (await entriesOf(world.database)).slice(before)

    expect(left.map(({ act, missed }) => [act, missed])).toEqual([
      ['REFUSED', [child]],
      ['REFUSED', [nobody]],
      ['REFUSED', []],
    ])
  })

  test('what is closed is written down by its name, and not by one that the asker gave it', async () => {
    const before = (await entriesOf(world.database)).length
    const { errors } = await world.ask(`{ registry: child(id: "${child}") { version: identifiers { totalCount } } }`)
    const left = (await entriesOf(world.database)).slice(before)

    expect(errors).toMatchObject([{ path: ['registry', 'version'] }])
    expect(left).toMatchObject([{ act: 'REFUSED', asked: ['child.identifiers'] }])
  })

  test('figures of a state are of nobody, and leave none', async () => {
    expect(await leaves('{ state(code: "07") { detention { heldNow } casework { unprocessed } } }')).toEqual([])
  })

  test('the reason that was given stands beside what was read, whatever service it was', async () => {
    const reason = 'Queja 12 de 2026: se revisa la niñez retenida'
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { ...world.headers, 'content-type': 'application/json', 'x-vigia-reason': encodeURIComponent(reason) },
      body: JSON.stringify({ query: `{ child(id: "${child}") { folio placements { totalCount } } }` }),
    })
    const entries = await entriesOf(world.database)
    const left = entries.filter(({ request_id }) => request_id === response.headers.get('x-request-id'))

    expect(left.map((entry) => [entry.service, entry.reason]).sort()).toEqual([
      ['children', reason],
      ['placements', reason],
    ])
  })

  test('without its audit a service tells nothing of a child, and says that it cannot; figures go on', async () => {
    const query = `{ child(id: "${child}") { folio placements { totalCount } } }`
    const right = 'execute on all functions in schema audit'
    await world.database.query(`revoke ${right} from vigia_placements, vigia_placements_reader`)
    const partly = await world.ask<{ child: unknown }>(query)
    const board = await world.ask('{ nation { detention { heldNow } } }')
    await world.database.query(`revoke ${right} from vigia_children, vigia_children_reader`)
    const withheld = await world.ask<{ child: unknown }>(query)
    for (const service of ['children', 'placements']) {
      await world.database.query(`grant execute on function audit.record, audit.chain to vigia_${service}`)
      await world.database.query(`grant execute on function audit.record to vigia_${service}_reader`)
    }

    expect(partly.data).toEqual({ child: { folio: expect.any(String), placements: null } })
    expect(partly.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'placements' } }])
    expect(board).toMatchObject({ data: { nation: { detention: { heldNow: 1 } } } })
    expect(withheld.data).toEqual({ child: null })
    expect(JSON.stringify(withheld.errors)).not.toMatch(/audit|permission|NNA-/)
    expect((await world.ask(query)).errors).toBeUndefined()
  })

  test('given the entry of an answer does not reach the disk, nothing of the answer is told', async () => {
    const query = `{ child(id: "${child}") { folio placements { totalCount } } }`
    // Fails with the commit, when the entry itself was taken.
    await world.database.query(`create function public.refuse_to_keep() returns trigger language plpgsql as $$ begin
        if new.service = 'placements' then raise exception 'the disk is full' using errcode = '53100'; end if; return null; end $$;
      create constraint trigger refuse_to_keep after insert on audit.entry deferrable initially deferred
        for each row execute function public.refuse_to_keep()`)
    const withheld = await world.ask<{ child: { folio: string; placements: unknown } | null }>(query)
    await world.database.query('drop function public.refuse_to_keep cascade')

    expect(withheld.data?.child?.placements ?? null).toBeNull()
    expect(withheld.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'placements' } }])
    expect(JSON.stringify(withheld.errors)).not.toMatch(/audit|disk|NNA-/)
    expect((await world.ask(query)).errors).toBeUndefined()
  })

  test('a gateway that begins asks each service once, in the name of no person, and opens the record of no child', async () => {
    const before = await entriesOf(world.database)
    const access = accessInProcess([...world.services.values()])
    const answered: { name: string; by: string | undefined; isWhole: boolean }[] = []
    const gateway = await createGateway({
      supergraph: read('gateway/supergraph.graphql'),
      log,
      sourceOf: (name) => {
        const source = access.get(name)?.source(new Reach(name, PATIENCE, () => {}))
        return {
          async process(options) {
            const answer = await source?.process(options)
            answered.push({ name, by: options.context?.actor?.kind, isWhole: answer?.errors === undefined })
            return answer ?? {}
          },
        }
      },
    })

    await askOnce(gateway, checkedSchema(read('gateway/api.graphql')))

    const inOrder = answered.toSorted((one, other) => one.name.localeCompare(other.name))
    expect(inOrder).toEqual([...SERVICE_NAMES].sort().map((name) => ({ name, by: 'machine', isWhole: true })))
    expect(await entriesOf(world.database)).toEqual(before)
  })
})
