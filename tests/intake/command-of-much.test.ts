/** `npm run intake` and `npm run seed` where much has been taken in already: what a list leaves out, and who may come in no more. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { csvOf } from '../support/builders/row.ts'
import { ROOT } from '../support/source-files.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

function intake(...args: string[]): Promise<{ said: string; status: number }> {
  const options = { cwd: ROOT, env: { ...process.env, DATABASE_URL: desk.database.url } }
  return new Promise((resolve) => {
    execFile('node', ['services/_kit/src/intake/command/command.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ said: stdout + stderr, status: Number(error?.code ?? 0) }),
    )
  })
}

const BY_DIF = ['--source', 'DIF', '--state', 'Chiapas', '--cutoff', '2026-10-31', '--no-settle']

test('more files than are listed: how many more there are', async () => {
  await desk.database.query(`insert into oversight.batch (feed, source, cutoff_on, file_name, sha256)
    select 'inm-daily', 'INM', '2026-10-31', n || '.csv', 'of ' || n from generate_series(1, 203) n`)

  const lines = (await intake('batches', 'oversight')).said.trimEnd().split('\n')

  expect([lines.length, lines.at(-1)]).toEqual([2 * 200 + 1, '… y 3 más.'])
})

test('where authorities have sent files no invented child comes in, and the registry is not said to hold any', async () => {
  await desk.send('children/detections', [aDetection()])

  const { said, status } = await intake('--twin', '--scale', '0.001')

  expect([said, status]).toEqual([expect.stringContaining('En este registro hay archivos de autoridades'), 1])
  expect(await desk.database.query('select is_synthetic from outbox.registry')).toEqual([{ is_synthetic: false }])
})

test('given a pattern that catches the report of what was refused beside its file, the file alone is taken in', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-pattern-'))
  const [file, report] = [path.join(folder, 'detecciones.csv'), path.join(folder, 'detecciones.csv.rechazos.csv')]
  const row = aDetection()
  const send = () => intake('children/detections', file, ...(existsSync(report) ? [report] : []), ...BY_DIF)
  writeFileSync(file, csvOf([{ ...row, ENTIDAD: 'Chapas' }]))
  expect((await send()).status).toBe(1)
  expect(existsSync(report)).toBe(true)

  writeFileSync(file, csvOf([row]))
  const { said, status } = await send()
  rmSync(folder, { recursive: true })

  expect(said).toContain('detecciones.csv.rechazos.csv: no se recibe, es el informe de lo que se rechazó.')
  expect([said, status]).toEqual([expect.stringContaining('detecciones.csv: recibido'), 0])
})
