/** `npm run rebuild -- <service>…`: derives the pictures and counters of services again; the answers stay the same. */
import { constants } from 'node:os'
import { askedOf, IN_ENGLISH, wordOf } from '@vigia/db/asked'
import { databaseOfCommand, loadService } from './command-database.ts'
import { SERVICE_NAMES, type ServiceName } from './service.ts'

const USAGE = `Usage: npm run rebuild -- <service>…      (${SERVICE_NAMES.join(', ')}, or all)
Empties what the service keeps of the others and its counters, and derives them again from the log and its own facts,
in one transaction: nobody sees half of it, and who asks for what is being derived waits until it is whole.`

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => cutShort(signal))

/** Whoever stops it after a minute wants to know what he has left. */
function cutShort(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): never {
  console.error(
    '\nInterrupted: what is said above is derived again; each other service is as it was, and nothing of it is half done.',
  )
  process.exit(128 + constants.signals[signal])
}

const HOW = { usage: USAGE, sentences: IN_ENGLISH, flags: {} }
await rebuildAll(askedOf(HOW, ({ positionals }) => servicesOf(positionals)))

function servicesOf(words: readonly string[]): readonly ServiceName[] {
  const [first, ...more] = [words[0], ...words.slice(1)].map((word) =>
    wordOf(word, [...SERVICE_NAMES, 'all'], IN_ENGLISH),
  )
  const named = new Set([first, ...more])
  return SERVICE_NAMES.filter((name) => named.has('all') || named.has(name))
}

async function rebuildAll(services: readonly ServiceName[]): Promise<void> {
  try {
    const { stop } = await databaseOfCommand()
    try {
      for (const name of services) await rebuildOne(name)
    } finally {
      await stop()
    }
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}

async function rebuildOne(name: ServiceName): Promise<void> {
  const service = await loadService(name)
  try {
    const started = performance.now()
    const read = await service.rebuild(new Date(), (events) => progress(name, events))
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${name}: ${read.toLocaleString('en')} events read again in ${seconds} s`)
  } finally {
    await service.close()
  }
}

function progress(name: ServiceName, events: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${name}: ${events.toLocaleString('en')} events …\r`)
}
