/** `one-child.graphql` runs verbatim, in both run modes: one child across all five services, and nobody where there is none. */
import { addHours } from '@vigia/law/durations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { signedIn } from '../support/signed-in.ts'
import { read } from '../support/source-files.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const ONE_CHILD = read('tests/acceptance/one-child.graphql')

interface Page {
  children: { edges: { node: { id: string } }[] }
}

describe.each(MODES)('%s', (mode) => {
  let world: World
  let id: string
  let ask: (id: string, query?: string) => Promise<{ data?: unknown; errors?: unknown }>
  beforeAll(async () => {
    world = await startWorld({ mode })
    const detection = aDetection()
    const file = aCase(detection.ACTA)
    const more = { 'DERECHOS VULNERADOS': 'Salud|Familia', 'FECHA NNA ESCUCHADA': writtenDay(daysAgo(12)) }
    const decided = aDetermination(file.FOLIO, more)
    const left = hoursAgo(650)
    const stay = aStay(detection.ACTA, {
      INGRESO: written(addHours(left, -50)),
      EGRESO: written(left),
      'TIPO DE EGRESO': 'Canalización institucional',
    })
    await world.takeIn('children/detections', [detection])
    await world.takeIn('placements/stays', [stay])
    await world.takeIn('representation/protection-cases', [file], { state: '07' })
    await world.takeIn('representation/determinations', [decided], { state: '07' })
    await world.takeIn('returns/executed-returns', [aReturn(detection.ACTA)])
    await world.settle()
    const { data } = await world.ask<Page>('{ children(first: 1) { edges { node { id } } } }')
    id = data?.children.edges[0]?.node.id ?? ''
    // Where a child is and who represents it the federal secretary reads for a reason; that of the state whenever it asks.
    const { headers } = await signedIn(world.database.url, anActor('state-secretary'))
    ask = async (asked, query = ONE_CHILD) => {
      const body = JSON.stringify({ query, variables: { id: asked } })
      const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
      return (await fetch(`${world.url}/graphql`, init)).json() as ReturnType<typeof ask>
    }
  })
  afterAll(() => world.stop())

  test('a child is told from detection to return, each part by its service', async () => {
    const { data, errors } = await ask(id)

    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      child: {
        id,
        folio: expect.stringMatching(/^NNA-/),
        ageGroup: 'FROM_12_TO_17',
        sex: 'FEMALE',
        nationality: 'HND',
        accompaniment: 'UNACCOMPANIED',
        detections: {
          totalCount: 1,
          edges: [{ node: { authority: 'INM_AFM', state: { code: '07' }, ppnnaNotifiedAt: expect.any(String) } }],
        },
        placements: {
          edges: [{ node: { hours: 50, facility: { type: 'CCAN', legalClass: 'AD_HOC', state: { code: '07' } } } }],
        },
        ppnnaCase: { status: 'OPEN', determination: { outcome: 'RETURN_PERMITTED' } },
        representations: [],
        returns: [{ destination: 'HND', standing: 'VALID' }],
      },
    })
  })

  test('a determination tells which rights were violated, and of each guarantee whether it was heeded and when', async () => {
    const DETERMINATION = 'determination { violatedRights guarantees { guarantee answer on } }'
    const query = `query One($id: ID!) { child(id: $id) { ppnnaCase { ${DETERMINATION} } } }`

    expect(await ask(id, query)).toMatchObject({
      data: {
        child: {
          ppnnaCase: {
            determination: {
              violatedRights: ['HEALTH', 'FAMILY'],
              guarantees: expect.arrayContaining([
                { guarantee: 'CHILD_HEARD', answer: 'YES', on: localDay(daysAgo(12)) },
                { guarantee: 'NOTIFIED', answer: 'UNKNOWN', on: null },
              ]),
            },
          },
        },
      },
    })
  })

  test('the fifth service tells of the same child which duties to it are broken, and none of another', async () => {
    const { headers } = await signedIn(world.database.url, anActor('state-secretary'))
    const ALERTS = 'alerts(first: 5) { totalCount edges { node { kind citation child { id } } } }'
    const query = ONE_CHILD.replace('folio', `folio ${ALERTS}`)
    const body = JSON.stringify({ query, variables: { id } })
    const init = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
    const { data, errors } = await (await fetch(`${world.url}/graphql`, init)).json()

    expect(errors).toBeUndefined()
    expect(data.child).toMatchObject({ id, placements: { edges: [{}] }, ppnnaCase: {}, returns: [{}] })
    const { totalCount, edges } = data.child.alerts
    expect(totalCount).toBeGreaterThan(0)
    expect(edges).toHaveLength(Math.min(totalCount, 5))
    for (const { node } of edges) expect(node).toMatchObject({ kind: expect.any(String), child: { id } })
  })

  test.each([
    ['a child who does not exist', '00000000-0000-4000-8000-000000000000'],
    ['a folio that is of nobody', 'NNA-0000-000000000000'],
  ])('%s is null, without an error', async (_who, unknown) => {
    expect(await ask(unknown)).toMatchObject({ data: { child: null } })
    expect((await ask(unknown)).errors).toBeUndefined()
  })

  test('no answer tells the name of a child', async () => {
    const answer = JSON.stringify(await ask(id))

    expect(answer).not.toMatch(/Ana|Prueba|INM\/07/)
  })
})
