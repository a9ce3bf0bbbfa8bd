/** Why somebody asks, in the asker's own words: it goes into the audit with what was read. */
import type { IncomingMessage } from 'node:http'
import { namesSomebody } from '@vigia/law/written-words'
import { Refused } from './refused.ts'

const HEADER = 'x-vigia-reason'
const LONGEST = 500

/** Null where none is given. A header holds no accents: whoever writes them sends them percent-encoded. */
export function reasonOf({ headers }: IncomingMessage): string | null {
  const given = headers[HEADER]
  if (typeof given !== 'string' || given.trim() === '') return null
  const reason = decoded(given).trim()
  // Control characters, and those that turn the direction of writing: a reason is read as it was written.
  if (reason.length > LONGEST)
    throw new Refused(400, 'BAD_REQUEST', `${HEADER} is too long: a text of at most ${LONGEST} signs, percent-encoded.`)
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(reason))
    throw new Refused(
      400,
      'BAD_REQUEST',
      `${HEADER} holds signs that cannot be seen, or a second line: plain text in one.`,
    )
  // It stays in the audit for years, in plain words, for whoever oversees.
  if (namesSomebody(reason))
    throw new Refused(400, 'BAD_REQUEST', `${HEADER} holds a CURP, a telephone or an e-mail: write why without it.`)
  return reason
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refused(400, 'BAD_REQUEST', `${HEADER} is not percent-encoded as it should be.`)
  }
}
