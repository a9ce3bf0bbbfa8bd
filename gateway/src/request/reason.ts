/** Why somebody asks, in the asker's own words: it goes into the audit with what was read. */
import type { IncomingMessage } from 'node:http'
import { LONGEST_WORDS, ruleBrokenBy, SHORTEST_REASON, type WordsFault } from '@vigia/law/written-words'
import { Refused } from './refused.ts'

const HEADER = 'x-vigia-reason'
/** It stays in the audit for years, in plain words, for whoever oversees. */
const FAULTS: Readonly<Record<WordsFault, string>> = {
  TOO_SHORT: `is too short: say why in at least ${SHORTEST_REASON} signs, or leave it out.`,
  TOO_LONG: `is too long: a text of at most ${LONGEST_WORDS} signs, percent-encoded.`,
  CHARACTERS: 'holds signs that cannot be seen, or a second line: plain text in one.',
  NAMES_SOMEBODY: 'holds a CURP, a telephone or an e-mail: write why without it.',
  SAYS_NOTHING: 'says nothing: write why, in three different words at least, or leave it out.',
}

/** Null where none is given. A header holds no accents: whoever writes them sends them percent-encoded. */
export function reasonOf({ headers }: IncomingMessage): string | null {
  const given = headers[HEADER]
  if (typeof given !== 'string' || given.trim() === '') return null
  const reason = decoded(given).trim()
  const fault = ruleBrokenBy(reason, SHORTEST_REASON)
  if (fault) throw new Refused(400, 'BAD_REQUEST', `${HEADER} ${FAULTS[fault]}`)
  return reason
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new Refused(400, 'BAD_REQUEST', `${HEADER} is not percent-encoded as it should be.`)
  }
}
