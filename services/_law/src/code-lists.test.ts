import { expect, test } from 'vitest'
import type { CodeList } from './code-list.ts'
import { CODE_LISTS } from './code-lists.ts'
import { COUNTRIES } from './countries.ts'

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts', '!./code-lists.ts'], {
  eager: true,
})

function isCodeList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const labels = Object.values(value)
  return labels.length > 0 && labels.every((label) => typeof label?.es === 'string' && typeof label?.en === 'string')
}

test('every code list of the law has a name, and none has two', () => {
  const listed = Object.values<{ codes: CodeList }>(CODE_LISTS).map(({ codes }) => codes)
  const exported = Object.values(modules).flatMap((file) => Object.values(file).filter(isCodeList))

  expect(exported.filter((list) => !listed.includes(list as CodeList))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

test('countries are a list like the others', () => {
  expect(Object.keys(CODE_LISTS.COUNTRY.codes)).toHaveLength(COUNTRIES.length)
})
