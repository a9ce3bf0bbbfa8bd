/** What the federated graph keeps of the questions that it is asked. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { expect, test } from 'vitest'
import { read } from '../../tests/support/source-files.ts'
import { createAdmission } from './admission.ts'
import { checkedSchema } from './checked-schema.ts'
import { createGateway } from './gateway.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const QUESTIONS = 500
const COMMENT = 90_000
const MB = 2 ** 20

test('given one question comes 500 times with another comment of 90 KB, its 45 MB of text are not kept', async () => {
  const gateway = await createGateway({
    supergraph: read('gateway/supergraph.graphql'),
    log,
    sourceOf: () => ({ process: async () => ({ data: { nation: { code: '00' } } }) }),
  })
  const admission = createAdmission(checkedSchema(read('gateway/api.graphql')), { introspection: false })
  const ask = async (number: number) => {
    const query = `# ${number} ${'x'.repeat(COMMENT)}\n{ nation { code } }`
    const admitted = admission.admit({ query, operationName: null, variables: {} }, 'plain')
    const errand = {
      actor: PSEUDONYMOUS_FEDERAL_SECRETARY,
      requestId: 'a test',
      reason: null,
      deadline: Date.now() + 5_000,
    }
    return gateway.execute(admitted, errand)
  }
  expect(await ask(0)).toEqual({ status: 200, answer: { data: { nation: { code: '00' } } } })
  collect()
  const before = process.memoryUsage().heapUsed

  for (let number = 1; number <= QUESTIONS; number += 1) await ask(number)

  collect()
  expect((process.memoryUsage().heapUsed - before) / MB).toBeLessThan(25)
  await gateway.stop()
})
