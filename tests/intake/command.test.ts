/** `npm run intake` as a person at a state DIF types it: what it says of ugly files, and its lists of batches and unjoined rows. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { csvOf } from '../support/builders/row.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { ROOT } from '../support/source-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-command-'))
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function intake(...args: string[]): Promise<{ said: string; status: number }> {
  const options = { cwd: ROOT, env: { ...process.env, DATABASE_URL: database.url } }
  return new Promise((resolve) => {
    execFile('node', ['services/_kit/src/intake/command/command.ts', ...args], options, (error, stdout, stderr) =>
      resolve({ said: stdout + stderr, status: Number(error?.code ?? 0) }),
    )
  })
}

function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const BY_INM = ['--source', 'INM', '--cutoff', '31/10/2026']
const BY_DIF = ['--source', 'DIF', '--state', 'Chiapas', '--cutoff', '2026-10-31', '--preliminary']
const [ana, luis] = [aDetection(), aDetection()]

/** As a state system exports it: Latin-1, semicolons, two titles, variants of headers, a line break in a cell, a total, a source. */
const STAYS = `SISTEMA ESTATAL DIF CHIAPAS;;;;
Estancias al 31 de octubre de 2026;;;;

No. de acta;Nombre del centro;Tipo de centro;Edo.;Fecha de ingreso;F. egreso;Expediente DIF
${ana.ACTA};"Albergue
Ñandú";Albergue;Chis.;15-oct-26 10:30;;DIF-07-1
INM/07/2026/9999999;Casa;Albergue;Chiapas;16/10/2026;;
TOTAL;2;;;;;
Fuente: DIF estatal;;;;;;
`

test('a refused file: what is wrong, where, and what can be done', async () => {
  const file = fileOf('detecciones.csv', csvOf([ana, { ...luis, ENTIDAD: 'Chapas', EDAD: '34' }]))

  const { said, status } = await intake('children/detections', file, ...BY_INM)

  expect(status).toBe(1)
  expect(said.split('\n')).toEqual(
    expect.arrayContaining([
      'detecciones.csv: RECHAZADO, no se escribió nada',
      '  2 registros: 1 rechazado; 1 sin defecto',
      '  renglón 3, ENTIDAD: «Chapas» no es una entidad federativa.',
      '  renglón 3, EDAD: «34» Tiene 18 años o más: este registro es de niñas, niños y adolescentes. Si antes se envió como menor de edad, aquello sigue contando hasta que se retire ese lote.',
      `  Todos los rechazos, con renglón, columna, valor y motivo: ${file}.rechazos.csv`,
      '  Corrija esos renglones y envíe el archivo otra vez; con --accept-good entran los demás.',
    ]),
  )
})

test('an ugly file goes in, and the two lists tell what became of it', async () => {
  await intake('children/detections', fileOf('buenas.csv', csvOf([ana, luis])), ...BY_INM)
  const file = fileOf('estancias octubre.csv', Buffer.from(STAYS, 'latin1'))

  const { said, status } = await intake('placements/stays', file, ...BY_DIF)

  expect(status).toBe(0)
  const batch = /^estancias octubre\.csv: recibido \(lote ([0-9a-f-]{36})\)$/m.exec(said)?.[1] ?? ''
  expect(said).toContain('  2 registros: 1 nuevo, 1 sin unir; 2 renglones no son registros\n')
  expect(said).toContain('Sin unir, se guarda para unirse después: 1 (renglón 7). Ninguno de sus identificadores')
  expect(await database.query('select name from placements.facility')).toEqual([{ name: 'Albergue Ñandú' }])

  const reason = 'Ninguno de sus identificadores es de una niña, niño o adolescente del registro.'
  expect((await intake('unmatched', 'placements')).said).toBe(
    `stays: 1 renglón sin unir. ${reason}\n` +
      `stays  estancias octubre.csv, renglón 7  ACTA:INM/07/2026/9999999 LUGAR:Casa  ${reason}\n`,
  )
  const listed = `${batch}  stays  DIF 07  corte 2026-10-31  estancias octubre.csv`
  expect((await intake('batches', 'placements')).said).toBe(
    `${listed}  (preliminar)\n  2 registros: 1 escrito, 1 sin unir; 2 renglones no son registros\n`,
  )

  const back = await intake('withdraw', 'placements', batch, '--reason', 'enviado por error')
  expect(back.said).toMatch(/: retirado\. Hechos borrados: 2; .*renglones sin unir que se quitan: 1\.$/m)
  expect((await intake('batches', 'placements')).said).toContain(`${listed}  (retirado: enviado por error)`)
  expect((await intake('unmatched', 'placements')).said).toBe('Todos los renglones están unidos.\n')
})

test.each<[what: string, args: string[], sentence: string]>([
  ['a service that is none', ['batches', 'dif'], 'Los servicios son children, placements,'],
  ['a table that it has not', ['placements/estancias', 'x.csv'], 'No existe el archivo x.csv.'],
  ['no sender', ['children/detections', fileOf('sin-fuente.csv', 'ACTA\n')], 'Nada dice quién envía sin-fuente.csv'],
  ['nothing', [], 'Diga qué se va a recibir.'],
  ['a folder for a file', ['children/detections', folder, ...BY_INM], `${folder} es una carpeta: se recibe entera`],
  ['a stream for a file', ['children/detections', '/dev/null', ...BY_INM], '/dev/null no es un archivo'],
])('asked wrongly, with %s: a sentence, the usage and 2', async (_what, args, sentence) => {
  const { said, status } = await intake(...args)

  expect(status).toBe(2)
  expect(said).toContain(sentence)
  expect(said).toContain('Uso:')
})

test('asked how it is used, it says so and ends well', async () => {
  const { said, status } = await intake('--help')

  expect(status).toBe(0)
  expect(said).toMatch(/^Uso:/)
})

test('of a folder it says what would happen, and writes nothing, be it a number in the log', async () => {
  await intake('children/detections', fileOf('nuevas.csv', csvOf([aDetection()])), ...BY_INM, '--no-settle')
  const waiting = () => database.query('select id from outbox.pending order by id')
  const before = await waiting()
  fileOf('casa.csv', csvOf([aStay(ana.ACTA)]))
  const entry = { file: 'casa.csv', service: 'placements', feed: 'stays', source: 'INM', state: null }
  fileOf('manifest.json', JSON.stringify([{ ...entry, cutoff: '2026-10-31', status: 'DEFINITIVE' }]))

  const { said, status } = await intake(folder, '--dry-run')

  expect([said, status]).toEqual([expect.stringContaining('casa.csv: solo se probó, no se escribió nada'), 0])
  expect(before.length).toBeGreaterThan(0)
  expect(await waiting()).toEqual(before)
  expect(await database.query("select from placements.batch where file_name = 'casa.csv'")).toEqual([])
})

test('a table that lacks a column says which titles were not understood', async () => {
  const file = fileOf('sin-entidad.csv', csvOf([ana]).replace('ENTIDAD', 'LUGAR DE LOS HECHOS'))

  const { said } = await intake('children/detections', file, ...BY_INM)

  expect(said).toContain('Falta la columna «ENTIDAD». Sin reconocer: «LUGAR DE LOS HECHOS».')
})
