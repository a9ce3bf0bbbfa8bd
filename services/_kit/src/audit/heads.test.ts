/** The file of heads outlives whoever was cut short while writing into it, and its folder may be moved away. */
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { headsIn, headsOutside, unreadIn } from './heads.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-heads-'))
beforeAll(() => {
  vi.stubEnv('VIGIA_AUDIT_HEADS', folder)
  vi.stubEnv('VIGIA_AUDIT_KEY', path.join(folder, 'key.pem'))
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('a head of which half was written is none, and those before it and after it are found', () => {
  const heads = headsOutside()
  const sign = (seq: number) => heads.sign({ registry: 'registry', service: 'children', seq, hash: '00' }, new Date(0))
  const found = () => headsIn(folder, 'registry').map(({ seq, isSigned }) => [seq, isSigned])
  sign(1)
  appendFileSync(path.join(folder, 'registry', 'children.jsonl'), '{"registry":"registry","service":"chi')

  expect(found()).toEqual([[1, true]])
  sign(2)
  sign(3)

  expect(found()).toEqual([
    [1, true],
    [2, true],
    [3, true],
  ])
})

test('lines that are no heads are counted, file by file, and the end of a file is none', () => {
  const heads = headsOutside()
  const place = path.join(folder, 'other')
  for (const service of ['children', 'returns'])
    heads.sign({ registry: 'other', service, seq: 1, hash: '00' }, new Date(0))
  expect(unreadIn(folder, 'other')).toEqual([])
  appendFileSync(path.join(place, 'returns.jsonl'), '{"registry":"other"}\nnothing at all\n')

  expect(unreadIn(folder, 'other')).toEqual([{ file: path.join(place, 'returns.jsonl'), lines: 2 }])
  expect(unreadIn(folder, 'nowhere')).toEqual([])
})

test('given the folder was moved away while it runs, the heads of the new one are signed by a key that stands there', () => {
  const heads = headsOutside()
  const sign = (seq: number) => heads.sign({ registry: 'moved', service: 'children', seq, hash: '00' }, new Date(0))
  sign(1)
  for (const moved of ['keys', 'moved']) rmSync(path.join(folder, moved), { recursive: true })
  sign(2)

  expect(headsIn(folder, 'moved').map(({ seq, isSigned }) => [seq, isSigned])).toEqual([[2, true]])
})

test('given a disk so full that a key of which nothing was written stands beside the heads, it is written once there is room', () => {
  const heads = headsOutside()
  const sign = (seq: number) => heads.sign({ registry: 'full', service: 'children', seq, hash: '00' }, new Date(0))
  const areSigned = () => headsIn(folder, 'full').map(({ seq, isSigned }) => [seq, isSigned])
  sign(1)
  for (const name of readdirSync(path.join(folder, 'keys'))) writeFileSync(path.join(folder, 'keys', name), '')

  expect(areSigned()).toEqual([[1, false]])
  sign(2)

  expect(areSigned()).toEqual([
    [1, true],
    [2, true],
  ])
  expect(readdirSync(path.join(folder, 'keys'))).toHaveLength(1)
})
