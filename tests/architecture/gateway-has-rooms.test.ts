/** Whoever looks for something in the gateway finds its room by the table of its README, and few files beside the rooms. */
import { expect, test } from 'vitest'
import { read, repositoryFiles } from '../support/source-files.ts'

const SRC = 'gateway/src/'
/** Its tests have one to themselves. */
const OF_TESTS = 'testing'

const files = repositoryFiles('gateway/src')
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => file.slice(SRC.length))

test('the gateway has at most 20 files beside its rooms', () => {
  expect(files.filter((file) => !file.includes('/')).length).toBeLessThanOrEqual(20)
})

test('each room of the gateway stands in the table of its README, and none else does', () => {
  const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]))
  rooms.delete(OF_TESTS)
  const [, table = ''] = read('gateway/README.md').split('## Its rooms\n')
  const named = [...(table.split('\n## ')[0] ?? '').matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)\/`/g)].map(([, room]) => room),
  )

  expect(named.toSorted()).toEqual([...rooms].sort())
})
