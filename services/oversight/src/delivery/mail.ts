/** Letters to offices: by SMTP where SMTP_URL names a server; else they stay where the graph shows them (outboxMessages). */
import type { Pool } from 'pg'
import { nextTry } from '../rules/retry-schedule.ts'
import { writeEmergencyLetters } from '../store/emergency-letter-store.ts'
import { type Addresses, sendOne, writeLetters } from '../store/mail-store.ts'

interface Letter {
  to: string
  subject: string
  text: string
  messageId: string
}

export interface Mailing {
  addresses: Addresses
  /** Null where letters are shown and not sent. */
  transport: {
    from: string
    send: (mail: Letter) => Promise<unknown>
  } | null
}

const PATIENCE_IN_MS = 15_000
const MOST_AT_ONCE = 50

export function mailingBy(settings: { smtpUrl: string | undefined; from: string; addresses: Addresses }): Mailing {
  const { smtpUrl, from, addresses } = settings
  // What is written meanwhile is owed to nobody: a server that is named months later would be given all of it.
  if (!smtpUrl) return { addresses: { ...addresses, of: {} }, transport: null }
  const waits = { connectionTimeout: PATIENCE_IN_MS, greetingTimeout: PATIENCE_IN_MS, socketTimeout: PATIENCE_IN_MS }
  // Loaded with the first letter: a registry that sends none, as a trial does, starts without it.
  const open = async () => (await import('nodemailer')).default.createTransport({ url: smtpUrl, ...waits })
  let opened: ReturnType<typeof open> | undefined
  const send = async (mail: Letter) => {
    opened ??= open()
    return (await opened).sendMail({ from, ...mail })
  }
  return { addresses, transport: { from, send } }
}

/**
 * Writes what is due to be written, and sends what is due to be sent. Gives how many letters it did something with. Told to stop, it begins no
 * further letter: a server that is slow over each of fifty would keep the process for minutes.
 */
export async function tellByMail(
  pool: Pool,
  { addresses, transport }: Mailing,
  now: Date,
  stopping?: AbortSignal,
): Promise<number> {
  let done = (await writeLetters(pool, addresses, now)) + (await writeEmergencyLetters(pool, addresses, now))
  if (!transport) return done
  // A server may take its time over each of fifty: when the last was sent is not when the first was begun.
  const began = performance.now()
  const clock = () => new Date(now.getTime() + Math.round(performance.now() - began))
  const retry = (failed: number, after: Date) => nextTry(failed, after, Math.random(), null)
  for (let sent = 0; sent < MOST_AT_ONCE && !stopping?.aborted; sent += 1) {
    const more = await sendOne(
      pool,
      clock,
      async ({ id, address, subject, body }) =>
        void (await transport.send({ to: address ?? '', subject, text: body, messageId: `<${id}@vigia>` })),
      retry,
    )
    if (!more) break
    done += 1
  }
  return done
}
