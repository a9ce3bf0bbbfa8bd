/** The main of a service that runs alone: settings from the environment, an HTTP server, an orderly end. */
import { settingsIn } from '@vigia/db/settings'
import { z } from 'zod'
import { readEnvelopeKeys } from './envelope.ts'
import { endByDefects } from './log.ts'
import { serve } from './serve.ts'
import { SERVICE_NAMES, type Service, type ServiceName } from './service.ts'

const FIRST_PORT = 4001

/** Loads the service when its settings are known to be there: what is missing is said in a sentence, not in a stack. */
export async function runAlone(name: ServiceName, load: () => Promise<{ openService: () => Service }>): Promise<void> {
  const Port = z.coerce.number().int().min(0).max(65_535)
  const Settings = z.object({
    PORT: Port.default(FIRST_PORT + SERVICE_NAMES.indexOf(name)).describe('a whole number from 0 to 65535'),
    HOST: z.string().min(1).default('127.0.0.1').describe('an address of this machine'),
    ENVELOPE_KEYS: z.string().meta({
      description:
        'what `npm run --silent envelope` prints for it, since a service answers only whom the gateway vouches for',
      isSecret: true,
    }),
  })
  try {
    const { PORT: port, HOST: host, ENVELOPE_KEYS: written } = settingsIn(Settings, process.env)
    const keys = readEnvelopeKeys(name, written)
    const service = (await load()).openService()
    const { port: listening, stop } = await serve({ service, keys, port, host })
    let isStopping = false // A terminal tells it, and so do its parents, who hand that on.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
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
