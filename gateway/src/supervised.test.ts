/** A supervised process is started again when it dies, and ends with its supervisor. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Supervised } from './supervised.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-supervised-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('given a process that is killed, it is said and it runs again; stopped, it stays down', async () => {
  const trace = path.join(folder, 'trace')
  const file = path.join(folder, 'program.ts')
  writeFileSync(trace, '')
  writeFileSync(
    file,
    `import { appendFileSync } from 'node:fs'
    appendFileSync(process.env.TRACE ?? '', 'x')
    setInterval(() => {}, 1_000)`,
  )
  const said: string[] = []
  const starts = () => readFileSync(trace, 'utf8').length
  const program = new Supervised({ name: 'children', file, env: { TRACE: trace }, say: (line) => said.push(line) })
  await expect.poll(starts, { timeout: 5_000 }).toBe(1)

  process.kill(Number(program.pid), 'SIGKILL')

  await expect.poll(starts, { timeout: 5_000 }).toBe(2)
  expect(said).toEqual([expect.stringContaining('children ended (SIGKILL)')])

  await program.stop()
  expect(starts()).toBe(2)
  expect(said).toHaveLength(1)
})
