/** The first question of a program stands in the audit of a child: whoever reads that must find out whose it is. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkedSchema } from './checked-schema.ts'
import type { Gateway } from './gateway.ts'
import { askOnce } from './warm-up.ts'

const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')

test('it is asked in the name of no person, with a reason in Spanish, and AUDIT says who that is', async () => {
  const asked: Parameters<Gateway['execute']>[1][] = []
  const execute: Gateway['execute'] = async (_admitted, request) => {
    asked.push(request)
    return { status: 200, answer: { data: null } }
  }

  await askOnce({ execute } as Gateway, checkedSchema(read('gateway/api.graphql')))

  expect(asked.map(({ actor, reason }) => [actor.kind, reason])).toEqual([
    ['machine', 'Empieza el programa: nadie recibe la respuesta.'],
  ])
  expect(read('services/AUDIT.md')).toContain(`\`${asked[0]?.actor.sub}\``)
})
