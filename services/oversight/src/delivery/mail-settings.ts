/** Settings of letters: a server, a sender and addresses that cannot be are said at the start, and not found out by letters that nobody gets. */
import { settingsIn } from '@vigia/db/settings'
import { MATRIX } from '@vigia/law/access-matrix'
import { ALERT_OFFICES, roleOfOffice } from '@vigia/law/alert-offices'
import { codesOf } from '@vigia/law/code-list'
import { STATE_CODES } from '@vigia/law/states'
import { z } from 'zod'

/** As letters name whom they are for: a role, and its state where it is of one. INM is written to of nothing. */
const OFFICES: ReadonlySet<string> = new Set(
  codesOf(ALERT_OFFICES).flatMap((office) => {
    const role = roleOfOffice(office)
    if (role === null || office === 'INM') return []
    return MATRIX[role].byState ? STATE_CODES.map((state) => `${role}:${state}`) : [role]
  }),
)

const MailTo = z
  .string()
  .default('{}')
  .transform((text, check) => {
    const read = z.record(z.string(), z.email()).safeParse(jsonOf(text))
    if (read.success && Object.keys(read.data).every((office) => OFFICES.has(office))) return read.data
    check.addIssue('no addresses of offices')
    return z.NEVER
  })
  .meta({
    description:
      'JSON: an address for each office, as {"federal-secretary": "office@example.org", "state-secretary:07": "chiapas@example.org"}, by roles that letters go to',
    isSecret: true,
  })

const Mail = z.object({
  /** Without it letters are shown and not sent. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: /./ })
    .optional()
    .meta({ description: 'the address of a server of mail, as smtps://user:password@host:465', isSecret: true }),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/)
    .default('vigia@localhost')
    .describe('an address, or a name and behind it an address as <office@example.org>'),
  MAIL_TO: MailTo,
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export interface MailSettings {
  smtpUrl: string | undefined
  mailFrom: string
  /** By office. */
  mailTo: Readonly<Record<string, string>>
}

/** Throws SettingUnusable. */
export function readMailSettings(environment: NodeJS.ProcessEnv): MailSettings {
  const given = Object.fromEntries(Object.keys(Mail.shape).map((name) => [name, environment[name] || undefined]))
  const { SMTP_URL, MAIL_FROM, MAIL_TO } = settingsIn(Mail, given)
  return { smtpUrl: SMTP_URL, mailFrom: MAIL_FROM, mailTo: MAIL_TO }
}
