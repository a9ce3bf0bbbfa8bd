/** A row is sealed under one key of its own; a row that holds nothing of the kind has none. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { open } from './cipher.ts'
import { dataKeyOf, makeKeys } from './keys.ts'
import { columnsOfSealed, type SealedCells, sealRow } from './row-sealer.ts'

const NAME: SealedCells = { name: 'name', place: 'children.person_name', of: ['given', 'surname'], isMarked: true }
const CURP: SealedCells = { name: 'curp', place: 'children.identifier', of: ['curp'] }
const PART: SealedCells = { ...NAME, name: 'part', alsoMarked: ['surname_mark', ['surname'], 'S/D'] }

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-rows-'))
beforeAll(() => {
  vi.stubEnv('VIGIA_KEYS', path.join(folder, 'keys.json'))
  makeKeys()
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const sealed = (all: readonly SealedCells[], cells: Record<string, string>) => {
  const names = [...all.flatMap(columnsOfSealed), 'data_key', 'wrapped_key']
  const values = sealRow(all, (name) => cells[name] ?? null)
  expect(values).toHaveLength(names.length)
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? null]))
}

test('cells that say something are together in one text, under the key that stands beside', () => {
  const row = sealed([CURP, NAME], { given: 'Ana', curp: 'X' })
  const key = dataKeyOf(row['data_key'] ?? '', row['wrapped_key'] ?? '') ?? Buffer.alloc(32)

  expect(open(row['name_sealed'] ?? '', 'children.person_name', key)).toBe('{"given":"Ana"}')
  expect(open(row['curp_sealed'] ?? '', 'children.identifier', key)).toBe('{"curp":"X"}')
})

test('what is said again has the same mark and another text', () => {
  const [one, again, other] = [{ given: 'Ana' }, { given: 'Ana' }, { given: 'Eva' }].map((cells) =>
    sealed([NAME], cells),
  )

  expect(again?.['name_mark']).toBe(one?.['name_mark'])
  expect(other?.['name_mark']).not.toBe(one?.['name_mark'])
  expect(again?.['name_sealed']).not.toBe(one?.['name_sealed'])
  expect(again?.['data_key']).not.toBe(one?.['data_key'])
})

test('a part may be marked of its own', () => {
  const [one, other] = ['Ana', 'Eva'].map((given) => sealed([PART], { given, surname: 'Ku' }))

  expect(other?.['surname_mark']).toBe(one?.['surname_mark'])
  expect(other?.['part_mark']).not.toBe(one?.['part_mark'])
  expect(sealed([PART], { given: 'Ana', surname: 'S/D' })['surname_mark']).toBeNull()
})

test('where nothing is said nothing is sealed, and there is no key', () => {
  expect(Object.values(sealed([CURP, PART], { given: '{}' }))).toEqual(Array(6).fill(null))
})
