/** Acknowledges in one act what stood under a notice when somebody began to write: nobody has seen what joins it meanwhile. */
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import { useRef, useState } from 'react'
import { type Client, useClient } from 'urql'
import type { AlertFilter } from '../../api/filters.ts'
import { tellOwnChange } from '../../api/live.ts'
import { useWishKey } from '../../api/wish-key.ts'
import { useWords } from '../../words/words.ts'
import { wordsFaultIn } from '../../words/words-faults.ts'
import { AcknowledgeAllDocument, SeenDocument } from './notice-queries.ts'
import { type Outcome, outcomeOf } from './use-act.ts'

type Seen = { id: string; version: number }
/** `none`: of what was seen there nothing waits any more. */
type Stands = Outcome | 'sending' | 'none' | null

/** `left`: how many could not be. `send` gives how many were, in all, once none is left; else null. */
export function useAcknowledgeAll(filter: AlertFilter, atOnce: number) {
  const client = useClient()
  const keyed = useWishKey()
  const [opened] = useState(() => unseenIn(client, filter, atOnce))
  const seen = useRef<Promise<Seen[] | null> | null>(opened)
  const among = useRef<ReadonlySet<string> | null>(null)
  const done = useRef(0)
  const [outcome, setOutcome] = useState<Stands>(null)
  const [left, setLeft] = useState(0)
  const { language } = useWords()
  const [broken, setBroken] = useState<string | null>(null)

  async function send(words: string, until: string): Promise<number | null> {
    const fault = wordsFaultIn(words, REASON_CHARACTERS, language)
    setBroken(fault)
    if (fault) return null
    setOutcome('sending')
    setLeft(0)
    seen.current ??= unseenIn(client, filter, atOnce, among.current)
    const alerts = await seen.current
    if (!alerts) seen.current = null
    if (!alerts?.length) return ended(alerts ? 'none' : 'failed')
    const { data, error } = await keyed({ alerts, reason: words, until }, (input) =>
      client.mutation(AcknowledgeAllDocument, { input }).toPromise(),
    )
    const refused = data?.acknowledgeAlerts?.refused
    if (error || !refused) return ended(error ? outcomeOf(error) : 'failed')
    done.current += alerts.length - refused.length
    // Those that changed meanwhile are looked at anew, and no others.
    among.current = new Set(refused.map(({ id }) => id))
    seen.current = null
    setLeft(refused.length)
    setOutcome('done')
    tellOwnChange()
    return refused.length === 0 ? done.current : null
  }

  function ended(how: Stands): null {
    setOutcome(how)
    return null
  }
  return { send, left, outcome, broken }
}

/** Null where it cannot be told. */
async function unseenIn(
  client: Client,
  filter: AlertFilter,
  first: number,
  among: ReadonlySet<string> | null = null,
): Promise<Seen[] | null> {
  const variables = { filter: { ...filter, isAcknowledged: false }, first }
  const { data } = await client.query(SeenDocument, variables, { requestPolicy: 'network-only' }).toPromise()
  const alerts = data?.alerts?.edges.map(({ node: { id, version } }) => ({ id, version })) ?? null
  return alerts && among ? alerts.filter(({ id }) => among.has(id)) : alerts
}
