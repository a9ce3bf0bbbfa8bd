/** What an export must be asked with is told in the language of the graph, as every refusal is. */
import { expect, test } from 'vitest'
import { Refused } from '../request/refused.ts'
import { wishOf } from './wish.ts'

const refusalOf = (body: object): Refused | null => {
  try {
    wishOf(new TextEncoder().encode(JSON.stringify(body)))
    return null
  } catch (error) {
    return error instanceof Refused ? error : null
  }
}

test('given a day as Spanish forms write it, the sentence says in English how days are written', () => {
  const refused = refusalOf({
    list: 'children',
    purpose: 'Para el informe anual',
    from: '01/02/2026',
    to: '01/03/2026',
  })

  expect(refused?.code).toBe('BAD_USER_INPUT')
  expect(refused?.faults.map(({ message }) => message).join()).toMatch(/"from" and "to" \(YYYY-MM-DD\)/)
})
