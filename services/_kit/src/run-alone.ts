/** The main of a service that runs alone: settings from the environment, an HTTP server, an orderly end. */
import { z } from 'zod'
import type { EnvelopeKeys } from './envelope.ts'
import { endByDefects } from './log.ts'
import { serve } from './serve.ts'
import { SERVICE_NAMES, type Service, type ServiceName } from './service.ts'

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

/** Loads the service when its settings are known to be there: what is missing is said in a sentence, not in a stack. */
export async function runAlone(name: ServiceName, load: () => Promise<{ service: Service }>): Promise<void> {
  const Settings = z.object({
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(FIRST_PORT + SERVICE_NAMES.indexOf(name)),
    HOST: z.string().min(1).default('127.0.0.1'),
    ENVELOPE_KEYS: Keys,
  })
  try {
    const { PORT: port, HOST: host, ENVELOPE_KEYS: keys } = Settings.parse(process.env)
    const { service } = await load()
    const { port: listening, stop } = await serve({ service, keys, port, host })
    let isStopping = false // A terminal tells it, and so do its parents, who hand that on.
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (isStopping) return
        isStopping = true
        void stop().then(() => process.exit(0))
      })
    endByDefects({ service: name })
    console.log(`${name} listens on http://${host}:${listening}/graphql`)
  } catch (fault) {
    console.error(`${name}: ${sentenceOf(fault)}`)
    process.exit(1)
  }
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof z.ZodError) return fault.issues.map(({ message }) => message).join(' ')
  return fault instanceof Error ? fault.message : 'It cannot start.'
}
