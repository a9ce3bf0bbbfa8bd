/** Of several that start at once over one folder each goes by the same secrets. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder } from '../../../../tests/support/program.ts'
import { secretsFile, secretsIn } from './secrets.ts'

const DAY_IN_MS = 86_400_000

test('given three begin with none, each goes by what is kept, and nothing else is left', async () => {
  const folder = dataFolder()
  onTestFinished(folder.remove)
  const now = new Date()

  const [one, two, three] = await Promise.all([1, 2, 3].map(() => secretsIn(folder.path, now)))

  expect([two, three]).toEqual([one, one])
  expect(await secretsIn(folder.path, now)).toEqual(one)
  expect(readdirSync(path.dirname(secretsFile(folder.path)))).toEqual(['issuer.json'])
})

test('given its key is old, another signs, and the former is still believed', async () => {
  const folder = dataFolder()
  onTestFinished(folder.remove)
  const first = await secretsIn(folder.path, new Date(Date.now() - 40 * DAY_IN_MS))

  const renewed = await secretsIn(folder.path, new Date())

  expect(renewed.keys.slice(1)).toEqual(first.keys)
  expect({ ...renewed, keys: [] }).toEqual({ ...first, keys: [] })
  expect(await secretsIn(folder.path, new Date())).toEqual(renewed)
})
