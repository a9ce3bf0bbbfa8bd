/** Personal tokens as they stand, and what is done with them: one is made and shown this once, one is over. */
import { useCallback, useEffect, useState } from 'react'
import { tell } from '../../ui/announcer.tsx'
import { useWords } from '../../words/words.ts'
import { ask, type Fault, faultIn, type Token } from './token-doors.ts'

/** `id` is not known where the list could not be read. */
type Made = { secret: string; id: string | null }

export function useTokens() {
  const { t } = useWords()
  const [tokens, setTokens] = useState<readonly Token[] | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const [isMaking, setMaking] = useState(false)
  const read = useCallback(async (): Promise<readonly Token[] | null> => {
    const answer = await ask('/session/tokens')
    const list: readonly Token[] | null = answer?.ok ? (await answer.json()).tokens : null
    if (list) setTokens(list)
    setFault(faultIn(answer))
    return list
  }, [])
  useEffect(() => void read(), [read])

  /** Gives whether one was made. */
  async function make(wanted: FormData): Promise<boolean> {
    const body = JSON.stringify({ name: wanted.get('name'), days: Number(wanted.get('days')) })
    // What is said twice is heard twice only where it was not there in between.
    setFault(null)
    setMaking(true)
    const answer = await ask('/session/tokens', { method: 'POST', body })
    const secret: string | null = answer?.ok ? (await answer.json()).token : null
    const list = await read()
    // One that was made before may not be kept yet: what makes no other leaves it where it is.
    if (secret) setMade({ secret, id: list?.[0]?.id ?? null })
    setMaking(false)
    setFault(answer ? faultIn(answer) : 'session.tokens.unknown')
    return secret !== null
  }

  function noteRevoked({ id, name }: Token) {
    if (made?.id === id) setMade(null)
    tell(t('session.tokens.revoked', { name }))
    void read()
  }
  return { tokens, made, fault, isMaking, make, noteRevoked }
}
