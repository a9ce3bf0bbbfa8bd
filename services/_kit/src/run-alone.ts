/** The main of a service that runs alone: settings from the environment, an HTTP server, an orderly end. */
import { z } from 'zod'
import type { EnvelopeKeys } from './envelope.ts'
import { log } from './log.ts'
import { serve } from './serve.ts'
import { SERVICE_NAMES, type Service } from './service.ts'

const FIRST_PORT = 4001
const LEAST_KEY = 32

/** `id:key` pairs parted by commas; the first signs, all verify. */
const Keys = z
  .string('Set ENVELOPE_KEYS: a service answers only whom the gateway vouches for.')
  .transform((text, check) => {
    const pairs = text.split(',').map((pair) => pair.split(':'))
    if (pairs.some(([id, key]) => !id || (key?.length ?? 0) < LEAST_KEY))
      check.addIssue(`ENVELOPE_KEYS holds id:key pairs, each key of at least ${LEAST_KEY} characters.`)
    return new Map(pairs.map(([id = '', key = '']) => [id, Buffer.from(key)])) satisfies EnvelopeKeys
  })

export async function runAlone(service: Service): Promise<void> {
  const settings = z
    .object({
      PORT: z.coerce
        .number()
        .int()
        .min(0)
        .max(65_535)
        .default(FIRST_PORT + SERVICE_NAMES.indexOf(service.name)),
      HOST: z.string().min(1).default('127.0.0.1'),
      ENVELOPE_KEYS: Keys,
    })
    .safeParse(process.env)
  if (!settings.success) return refuse(service, settings.error.issues.map(({ message }) => message).join(' '))
  const { PORT: port, HOST: host, ENVELOPE_KEYS: keys } = settings.data
  try {
    const { port: listening, stop } = await serve({ service, keys, port, host })
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void stop().then(() => process.exit(0)))
    console.log(`${service.name} listens on http://${host}:${listening}/graphql`)
  } catch (fault) {
    log.error({ fault }, 'cannot start')
    refuse(service, fault instanceof Error ? fault.message : 'It cannot start.')
  }
}

function refuse(service: Service, sentence: string): void {
  console.error(`${service.name}: ${sentence}`)
  process.exitCode = 1
}
