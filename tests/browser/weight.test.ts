/** What a reader has to load before the first figure: under 180 kB of JavaScript, packed; chart, map and explorer come later. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ROOT } from '../support/source-files.ts'

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

test('the first load has less than 180 kB of JavaScript', () => {
  const files = [...initialFiles('index.html')].filter((file) => file.endsWith('.js'))
  const sizes = files.map((file) => [file, packed(file)] as const)

  expect(
    sizes.reduce((sum, [, size]) => sum + size, 0),
    JSON.stringify(sizes),
  ).toBeLessThan(180_000)
})

test('chart, geometry and explorer are not in it', () => {
  const code = [...initialFiles('index.html')].map((file) => readFileSync(path.join(DIST, file), 'utf8')).join('\n')

  expect(code.match(/recharts-\w+|"Topology"|monaco-editor/g)).toBeNull()
})
