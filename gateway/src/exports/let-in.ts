/** What is taken out is given as long as whoever takes it is let in: rows are gathered for a while, and a reader may be slow. */
import type { Response } from 'express'
import { cutOff } from '../request/cut-off.ts'
import type { Refused } from '../request/refused.ts'
import type { Caller } from '../sign-in/caller.ts'
import { unauthenticated, unknowable } from '../sign-in/credentials.ts'
import type { OpenStreams } from '../subscriptions/open-streams.ts'
import type { StreamEnd } from '../subscriptions/outlet.ts'

/** Aborted with the refusal once he is let in no more, or that cannot be known: what is on its way to him breaks off then. */
export function whileLetIn(open: Pick<OpenStreams, 'add'>, caller: Caller, response: Response): AbortSignal {
  const over = new AbortController()
  const forget = open.add(caller, (why) => {
    over.abort(refusalOf(why, caller))
    if (response.headersSent) cutOff(response.socket)
  })
  if (response.closed) forget()
  else response.once('close', forget)
  return over.signal
}

const refusalOf = ({ code, message }: StreamEnd, { by }: Caller): Refused =>
  code === 'SIGN_IN_UNAVAILABLE' ? unknowable() : unauthenticated(message, by !== 'session')
