/** Which files a folder says that it holds, and until when one tells. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AskedWrongly } from '@vigia/db/asked'
import { DAY_IN_MS } from '@vigia/law/durations'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manifestOf, senderOf } from './senders.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigia-manifest-'))
  writeFileSync(path.join(folder, 'one.csv'), 'ACTA')
})
afterAll(() => rmSync(folder, { recursive: true }))

const says = (manifest: string) => writeFileSync(path.join(folder, 'manifest.json'), manifest)
const entry = (file: string) => ({
  ...{ file, service: 'children', feed: 'detections', source: 'INM' },
  ...{ state: null, cutoff: '2026-11-25', status: 'DEFINITIVE' },
})

test('without a manifest nothing says what is in it', async () => {
  await expect(manifestOf(folder)).rejects.toThrow(AskedWrongly)
})

test('the files that it lists, in its order', async () => {
  says(JSON.stringify([entry('one.csv')]))

  expect(await manifestOf(folder)).toEqual([entry('one.csv')])
})

test.each([
  ['a file that is not there', [entry('one.csv'), entry('two.csv')], /no está en su carpeta: two\.csv$/],
  ['a file of another folder', [entry('../one.csv')], /fuera de su carpeta/],
  [
    'something else',
    [{ file: 'one.csv' }],
    /no lista los archivos como debe: falta «service» en el número 1 \(one\.csv\)\.$/,
  ],
  [
    'a word that says nothing',
    [entry('one.csv'), { ...entry('one.csv'), status: 'FINAL' }],
    /: «status» en el número 2 \(one\.csv\) no es lo que se espera\.$/,
  ],
  ['a name alone', ['one.csv'], /: el número 1 no dice nada de un archivo\.$/],
  ['an object', { files: [] }, /: no es una lista en JSON\.$/],
  [
    'a sender whom nobody knows, of the last file',
    [entry('one.csv'), { ...entry('one.csv'), source: 'NADIE' }],
    /^manifest\.json, one\.csv: «NADIE» no es una autoridad/,
  ],
  [
    'a day to come',
    [{ ...entry('one.csv'), cutoff: '2962-11-25' }],
    /^manifest\.json, one\.csv: El corte 2962-11-25 está en el futuro/,
  ],
])('%s: a sentence, before anything is taken in', async (_, manifest, sentence) => {
  says(JSON.stringify(manifest))

  await expect(manifestOf(folder)).rejects.toThrow(AskedWrongly)
  await expect(manifestOf(folder)).rejects.toThrow(sentence)
})

test('a folder that is not there, or a file for one: it is said which', async () => {
  writeFileSync(path.join(folder, 'one.csv'), 'ACTA')

  await expect(manifestOf(path.join(folder, 'octubre'))).rejects.toThrow(/^No existe la carpeta .*octubre\.$/)
  await expect(manifestOf(path.join(folder, 'one.csv'))).rejects.toThrow(
    /one\.csv es un archivo: diga antes de qué tabla/,
  )
})

const cutoffOf = async (cutoff: string) => {
  rmSync(path.join(folder, 'manifest.json'), { force: true })
  const others = { isPreliminary: false, isConfirmed: false, dryRun: false, acceptGood: false, settle: true }
  const sender = await senderOf(path.join(folder, 'one.csv'), { source: 'INM', cutoff, ...others }, {})
  return sender.cutoff
}

test('a file tells until a day that has come', async () => {
  const inAYear = new Date(Date.now() + 365 * DAY_IN_MS)

  expect(await cutoffOf('31/10/2022')).toBe('2022-10-31')
  expect(await cutoffOf(localDateOf(new Date()))).toBe(localDateOf(new Date()))
  await expect(cutoffOf('31/31/2026')).rejects.toThrow(/^«31\/31\/2026» no es un día/)
  await expect(cutoffOf(localDateOf(inAYear))).rejects.toThrow(/está en el futuro/)
})
