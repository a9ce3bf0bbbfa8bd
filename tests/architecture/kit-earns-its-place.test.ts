/** A file of the kit is there because at least three services use it; else it belongs to the one that does. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { read, repositoryFiles, SERVICES } from '../support/source-files.ts'

/** Started by their path and not by an import: npm scripts and the gateway load them for every service alike. */
const COMMANDS = [
  ...['audit/command', 'intake/command/command', 'rebuild-command', 'graph/write-schema'],
  ...['seal/erase-command', 'seal/keys-command', 'seal/retention-command'],
]

/** What two services must say alike, and a third has no use for. */
const OF_TWO = ['seal/pseudonyms'] // A partner is given one word for a child, by its list of overstays and by its alerts.

const KIT = 'services/_kit/src/'
const kit = repositoryFiles('services/_kit/src').filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
const sources = SERVICES.map((service) => repositoryFiles(`services/${service}/src`).map(read).join('\n'))

const isShared = (file: string) => sources.filter((text) => text.includes(`'@vigia/kit/${nameOf(file)}'`)).length >= 3

function nameOf(file: string): string {
  return file.slice(KIT.length).replace(/[.]ts$/, '')
}

/** What these files need of the kit, and what that needs. */
function withTheirParts(files: readonly string[]): Set<string> {
  const reached = new Set<string>()
  const waiting = [...files]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    const parts = [...read(file).matchAll(/(?:from |import |import\()'([.]{1,2}\/[\w./-]+[.]ts)'/g)]
    waiting.push(...parts.map((match) => path.normalize(path.join(path.dirname(file), match[1] ?? ''))))
  }
  return reached
}

test('every file of the kit serves three services, or a part of the kit that does', () => {
  const commands = kit.filter((file) => [...COMMANDS, ...OF_TWO].includes(nameOf(file)))
  const earned = withTheirParts([...commands, ...kit.filter(isShared)])

  expect(kit.filter((file) => !earned.has(file))).toEqual([])
})

test('every command is still a file', () => {
  expect(kit.map(nameOf)).toEqual(expect.arrayContaining(COMMANDS))
})

test('the kit has at most 20 files beside its six rooms, audit, competence, figures, graph, intake and seal', () => {
  const atTheTop = kit.map(nameOf).filter((name) => !name.includes('/'))
  const rooms = new Set(
    kit
      .map(nameOf)
      .filter((name) => name.includes('/'))
      .map((name) => name.split('/')[0]),
  )

  expect(atTheTop.length).toBeLessThanOrEqual(20)
  expect([...rooms].sort()).toEqual(['audit', 'competence', 'figures', 'graph', 'intake', 'seal'])
})

test('no room of the kit holds more than 20 files', () => {
  const rooms = Map.groupBy(kit, (file) => path.dirname(file))

  expect([...rooms].filter(([, files]) => files.length > 20).map(([room]) => room)).toEqual([])
})
