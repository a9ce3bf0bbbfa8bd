/** Settings of the service, checked once. There is no default for the database: a test must never reach a real one. */
import { settingsIn } from '@vigia/db/settings'
import { z } from 'zod'
import { type MailSettings, readMailSettings } from './delivery/mail-settings.ts'

const Given = z
  .object({
    /** The login of this service, which can touch its own tables alone; DATABASE_URL where only that is given. */
    databaseUrl: z.string('Set OVERSIGHT_DATABASE_URL or DATABASE_URL.').min(1),
    /** Where people find the registry: for links in letters. */
    address: z.string().default(''),
    smtpUrl: z.string().optional(),
    /** Receivers on this machine, http included: for trials and tests, and never in production. */
    webhooksToLoopback: z.boolean(),
  })
  .refine(
    ({ smtpUrl, address }) => !smtpUrl || address !== '',
    'VIGIA_ADDRESS is needed with SMTP_URL: the address under which people find Vigía, to which letters link.',
  )

const Loopback = z.object({ WEBHOOKS_TO_LOOPBACK: z.enum(['yes', 'no']).optional().describe('yes or no') })

/** What the service is told of its surroundings. */
export type Settings = z.infer<typeof Given> & MailSettings

/** Throws SettingUnusable, or a ZodError whose messages are sentences. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { OVERSIGHT_DATABASE_URL, DATABASE_URL, NODE_ENV, VIGIA_ADDRESS } = environment
  const { WEBHOOKS_TO_LOOPBACK } = settingsIn(Loopback, {
    WEBHOOKS_TO_LOOPBACK: environment['WEBHOOKS_TO_LOOPBACK'] || undefined,
  })
  const mail = readMailSettings(environment)
  const given = Given.parse({
    databaseUrl: OVERSIGHT_DATABASE_URL || DATABASE_URL,
    address: VIGIA_ADDRESS?.replace(/\/$/, ''),
    smtpUrl: mail.smtpUrl,
    webhooksToLoopback: WEBHOOKS_TO_LOOPBACK === 'yes' && NODE_ENV !== 'production',
  })
  return { ...given, ...mail }
}
