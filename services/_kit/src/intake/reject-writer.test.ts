import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { RejectWriter } from './reject-writer.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => void vi.unstubAllEnvs())

const reject = { line: 7, column: 'EDAD', value: 'x', reason: 'No es un número.' }

function written(wanted: string): string | null {
  const rejects = new RejectWriter(wanted)
  rejects.add([reject])
  rejects.close()
  return rejects.path
}

test('rejects stand beside the file, in the place of those of an earlier try', () => {
  const wanted = path.join(folder, 'a.csv.rechazos.csv')
  writeFileSync(wanted, 'of the try before')

  expect(written(wanted)).toBe(wanted)
  expect(readFileSync(wanted, 'utf8')).toBe('\ufeffrenglón,columna,valor,motivo\r\n7,EDAD,x,No es un número.\r\n')
})

// As a spreadsheet reads it.
test.each(['José\nLuis', 'José\rLuis', 'José\r\nLuis'])('%j stays one cell of one row', (value) => {
  const wanted = path.join(folder, 'lines.csv.rechazos.csv')
  const rejects = new RejectWriter(wanted)

  rejects.add([{ ...reject, value }, reject])
  rejects.close()

  expect(parse(readFileSync(wanted), { bom: true, record_delimiter: ['\r\n', '\n', '\r'] })).toEqual([
    ['renglón', 'columna', 'valor', 'motivo'],
    ['7', 'EDAD', value, reject.reason],
    ['7', 'EDAD', 'x', reject.reason],
  ])
})

// As root any folder may be written to: one that is not there, and a folder in the place of the file, may not by anybody.
test.each([
  ['nothing can be made', path.join(folder, 'none', 'b.csv.rechazos.csv')],
  ['a folder stands', path.join(folder, 'b.csv.rechazos.csv')],
])('where %s beside the file, rejects go to a folder of their own, and its place is told', (_what, wanted) => {
  mkdirSync(path.join(folder, 'b.csv.rechazos.csv'), { recursive: true })

  const place = written(wanted) ?? ''

  expect(place).not.toBe(wanted)
  expect(path.basename(place)).toBe('b.csv.rechazos.csv')
  expect(readFileSync(place, 'utf8')).toContain('7,EDAD,x,No es un número.')
  rmSync(path.dirname(place), { recursive: true })
})

test('what else keeps them from being written is told, and they go nowhere else', () => {
  const wanted = path.join(folder, 'c.csv.rechazos.csv')
  symlinkSync(wanted, wanted)
  // The folder of the machine is everybody's: what others make there meanwhile is none of ours.
  const elsewhere = path.join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, elsewhere)

  expect(() => written(wanted)).toThrow('ELOOP')
  expect(readdirSync(elsewhere)).toEqual([])
})

test('a full disk is told with the first reject, and with each after it', () => {
  const wanted = path.join(folder, 'd.csv.rechazos.csv')
  symlinkSync('/dev/full', wanted)
  const rejects = new RejectWriter(wanted)
  const full = expect.objectContaining({ code: 'ENOSPC', path: wanted })

  expect(() => rejects.add([reject])).toThrow(full)
  expect(() => rejects.add([reject])).toThrow(full)
  rejects.close()
})
