/** What was installed and built is not installed or built again: a second start has nothing to wait for. */
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { ROOT } from '../support/source-files.ts'

const BUILT = ['dashboard/dist/index.html', 'prisma/generated/client/client.ts', 'node_modules/.package-lock.json']
const changedAt = () => BUILT.map((file) => statSync(path.join(ROOT, file)).mtimeMs)

test('given all is ready, making it ready touches nothing and says nothing', async () => {
  const ready = () => promisify(execFile)('node', ['.ready.mjs', '--build', 'node', '--version'], { cwd: ROOT })
  await ready()
  const before = changedAt()

  const { stdout, stderr } = await ready()

  expect(stdout.trim()).toMatch(/^v24\./)
  expect(stderr).toBe('')
  expect(changedAt()).toEqual(before)
})
