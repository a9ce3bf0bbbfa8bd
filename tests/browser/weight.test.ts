/** What a reader has to load before the first figure: under 180 kB of JavaScript, packed; chart, map and explorer come later. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ROOT, read } from '../support/source-files.ts'

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
}

const DIST = path.join(ROOT, 'dashboard/dist')
const manifest: Record<string, Chunk> = JSON.parse(readFileSync(path.join(DIST, '.vite/manifest.json'), 'utf8'))

/** The entry and all that it imports before it runs. */
function initialFiles(entry: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[entry]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const other of chunk.imports ?? []) initialFiles(other, seen)
  return seen
}

const packed = (file: string) => gzipSync(readFileSync(path.join(DIST, file))).length

const sizes = [...initialFiles('index.html')]
  .filter((file) => file.endsWith('.js'))
  .map((file) => [file, packed(file)] as const)
const firstLoad = sizes.reduce((sum, [, size]) => sum + size, 0)

test('the first load has less than 180 kB of JavaScript', () => {
  expect(firstLoad, JSON.stringify(sizes)).toBeLessThan(180_000)
})

test('it comes in few parts: each is packed by itself', () => {
  expect(sizes.length).toBeLessThan(10)
})

test('the README says how much it is', () => {
  const [, told] = /First JavaScript under 180 kB gzip \(about (\d+)\)/.exec(read('dashboard/README.md')) ?? []

  expect(Math.abs(Number(told) - firstLoad / 1_000)).toBeLessThan(2)
})

test('chart, geometry and explorer are not in it', () => {
  const code = [...initialFiles('index.html')].map((file) => readFileSync(path.join(DIST, file), 'utf8')).join('\n')

  expect(code.match(/recharts-\w+|"Topology"|monaco-editor/g)).toBeNull()
})
