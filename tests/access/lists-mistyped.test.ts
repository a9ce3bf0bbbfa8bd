/** A filter that names what there is not is refused: an empty list would say that nothing was sent, or nothing signed. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const CNDH = anActor('ombudsperson-federal')
const FEDERAL = anActor('federal-secretary')

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

test.each(['Inm', 'IMN', ''])(
  'given files of %o, which is no code of an authority, it is said, and not that none was sent',
  async (source) => {
    for (const asked of ['batches', 'unmatched']) {
      const question = `{ childrenIntake { ${asked}(filter: { source: "${source}" }) { edges { node { id } } } } }`
      const { errors } = await graph.ask(FEDERAL, question)
      expect(errors).toMatchObject([
        { message: expect.stringContaining('AUTHORITY'), extensions: { code: 'BAD_USER_INPUT' } },
      ])
    }
  },
)

test.each(['stay', 'placements/stays', 'detections', ''])(
  'given files of the kind %o, which this service takes in none of, it is said which there are, and not that none was sent',
  async (feed) => {
    for (const asked of ['batches', 'unmatched']) {
      const question = `{ placementsIntake { ${asked}(filter: { feed: "${feed}" }) { edges { node { id } } } } }`
      const { errors } = await graph.ask(FEDERAL, question)
      expect(errors).toMatchObject([
        { message: expect.stringContaining('facilities, stays, inspections'), extensions: { code: 'BAD_USER_INPUT' } },
      ])
    }
  },
)

test.each(['Children', 'audit', ''])(
  'given heads of the chain of %o, which keeps none, it is said, and not that none was signed',
  async (service) => {
    const question = `{ auditHeads(filter: { service: "${service}" }) { edges { node { service } } } }`
    const { errors } = await graph.ask(CNDH, question)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('gateway'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  },
)
