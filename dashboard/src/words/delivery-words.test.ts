/** What became of a message is said in words, whatever the registry may tell of it: no code of the graph stands on the page. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { notices as english } from './en/notices.ts'
import { notices as spanish } from './es/notices.ts'

const GRAPH = readFileSync(new URL('../../../gateway/api.graphql', import.meta.url), 'utf8')

/** As the contract lists them in the description of a field. */
const codesIn = (sentence: RegExp) => sentence.exec(GRAPH)?.[1]?.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? []

test.each([
  ['why it was not sent', /Why it was withheld,([^"]+)"""/, 'reasons'],
  ['what went wrong', /What went wrong:([^"]+)"""/, 'faults'],
] as const)('each word for %s has one in both languages', (_of, sentence, key) => {
  const codes = codesIn(sentence)

  expect(codes.length).toBeGreaterThanOrEqual(7)
  for (const { log } of [spanish, english]) expect(codes.filter((code) => !(code in log[key]))).toEqual([])
})

test('of an address that is refused each rule is said that it may have broken', () => {
  for (const { outcomes } of [spanish, english])
    for (const rule of [/https/, /internet/, /443/, /contraseña|password/, /#/, /2,000/])
      expect(outcomes.url).toMatch(rule)
})
