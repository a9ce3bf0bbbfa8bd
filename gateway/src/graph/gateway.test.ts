/** What the federated graph keeps of the questions that it is asked, and whom it asks. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { expect, test } from 'vitest'
import { read } from '../../../tests/support/source-files.ts'
import { createAdmission } from './admission.ts'
import { checkedSchema } from './checked-schema.ts'
import { createGateway, type Gateway } from './gateway.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const QUESTIONS = 500
const COMMENT = 90_000
const MB = 2 ** 20

/** The whole graph, in which every service says that the nation has this code. */
const gatewayOf = (code: string) =>
  createGateway({
    supergraph: read('gateway/supergraph.graphql'),
    log,
    sourceOf: () => ({ process: async () => ({ data: { nation: { code } } }) }),
  })

const admission = createAdmission(checkedSchema(read('gateway/api.graphql')), { introspection: false })

function ask(gateway: Gateway, query: string) {
  const admitted = admission.admit({ query, operationName: null, variables: {} }, 'plain')
  const [actor, deadline] = [PSEUDONYMOUS_FEDERAL_SECRETARY, Date.now() + 5_000]
  return gateway.execute(admitted, { actor, requestId: 'a test', reason: null, deadline })
}

const saying = (code: string) => ({ status: 200, answer: { data: { nation: { code } } } })

test('given two gateways over one supergraph, asked at the same time, each answers from its own services', async () => {
  const [one, other] = [await gatewayOf('00'), await gatewayOf('99')]

  const answers = await Promise.all([one, other, one].map((gateway) => ask(gateway, '{ nation { code } }')))

  expect(answers).toEqual([saying('00'), saying('99'), saying('00')])
})

test('given one question comes 500 times with another comment of 90 KB, its 45 MB of text are not kept', async () => {
  const gateway = await gatewayOf('00')
  const commented = (number: number) => `# ${number} ${'x'.repeat(COMMENT)}\n{ nation { code } }`
  expect(await ask(gateway, commented(0))).toEqual(saying('00'))
  collect()
  const before = process.memoryUsage().heapUsed

  for (let number = 1; number <= QUESTIONS; number += 1) await ask(gateway, commented(number))

  collect()
  expect((process.memoryUsage().heapUsed - before) / MB).toBeLessThan(25)
})
