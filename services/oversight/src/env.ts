/** Settings of the service, checked once. There is no default for the database: a test must never reach a real one. */
import { settingsIn } from '@vigia/db/settings'
import { z } from 'zod'

/** `{"state-secretary:07": "oficina@…"}` */
const MailTo = z
  .string()
  .default('{}')
  .transform((text, check) => {
    const read = z.record(z.string(), z.email()).safeParse(jsonOf(text))
    if (read.success) return read.data
    check.addIssue('no addresses of offices')
    return z.NEVER
  })
  .meta({
    description: 'JSON: an address for each office, as {"state-secretary:07": "office@example.org"}',
    isSecret: true,
  })
const Mail = z.object({ MAIL_TO: MailTo })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const Given = z
  .object({
    /** The login of this service, which can touch its own tables alone; DATABASE_URL where only that is given. */
    databaseUrl: z.string('Set OVERSIGHT_DATABASE_URL or DATABASE_URL.').min(1),
    /** Where people find the registry: for links in letters. */
    address: z.string().default(''),
    /** Without it letters are shown and not sent. */
    smtpUrl: z.string().optional(),
    mailFrom: z.string().default('vigia@localhost'),
    /** Receivers on this machine, http included: for trials and tests, and never in production. */
    webhooksToLoopback: z.boolean(),
  })
  .refine(
    ({ smtpUrl, address }) => !smtpUrl || address !== '',
    'VIGIA_ADDRESS is needed with SMTP_URL: the address under which people find Vigía, to which letters link.',
  )

/** What the service is told of its surroundings. */
export type Settings = z.infer<typeof Given> & { mailTo: Readonly<Record<string, string>> }

/** Throws SettingUnusable, or a ZodError whose messages are sentences. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { OVERSIGHT_DATABASE_URL, DATABASE_URL, NODE_ENV, VIGIA_ADDRESS, WEBHOOKS_TO_LOOPBACK } = environment
  const { SMTP_URL, MAIL_FROM } = environment
  const { MAIL_TO: mailTo } = settingsIn(Mail, { MAIL_TO: environment['MAIL_TO'] || undefined })
  const given = Given.parse({
    databaseUrl: OVERSIGHT_DATABASE_URL || DATABASE_URL,
    address: VIGIA_ADDRESS?.replace(/\/$/, ''),
    smtpUrl: SMTP_URL || undefined,
    mailFrom: MAIL_FROM || undefined,
    webhooksToLoopback: WEBHOOKS_TO_LOOPBACK === 'yes' && NODE_ENV !== 'production',
  })
  return { ...given, mailTo }
}
