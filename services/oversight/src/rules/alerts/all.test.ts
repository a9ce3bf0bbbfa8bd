import { dutiesBehind } from '@vigia/law/alert-duties'
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { nameOfBasis } from '@vigia/law/bases'
import { codesOf } from '@vigia/law/code-list'
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../../../../../tests/support/source-files.ts'
import { ALL_RULES, NATION_RULES } from './all.ts'

const files = repositoryFiles('services/oversight/src/rules/alerts').filter((file) => !/(all|[.]test)[.]ts$/.test(file))

test('every kind of alert has one rule', () => {
  expect(ALL_RULES.map(({ kind }) => kind).sort()).toEqual([...codesOf(ALERT_KINDS)].sort())
})

test('the nation has a post of its own, and nothing else of a state', () => {
  expect(NATION_RULES.map(({ kind }) => kind)).toEqual(['SECRETARIAT_VACANT'])
})

test('every alert of domain.md has a rule', () => {
  const numbers = Array.from({ length: 38 }, (_none, i) => `A${String(i + 1).padStart(2, '0')}`)
  const known: readonly string[] = codesOf(ALERT_KINDS).map((kind) => ALERT_KINDS[kind].number)

  expect(numbers.filter((number) => !known.includes(number))).toEqual([])
})

test('every threshold, and the duty behind every alert, rests on something that the graph can name', () => {
  for (const kind of codesOf(ALERT_KINDS)) {
    expect(thresholdsOf(kind).length, kind).toBeGreaterThan(0)
    for (const basis of [...dutiesBehind(kind), ...thresholdsOf(kind).map((threshold) => threshold.basis)])
      expect(nameOfBasis(basis)).toMatch(/^[A-Z0-9_]+$/)
  }
})

test.each(files)('%s says what is law, what a court has said and what is policy', (file) => {
  expect(read(file)).toMatch(/\* Law {5}\S[\s\S]*\* Court {3}\S[\s\S]*\* Policy {2}\S/)
})
