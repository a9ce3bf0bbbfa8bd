/**
 * The steps of alerts as the registry tells them, beside the stream of changes: what is shown of alerts is asked for again at each, and
 * after a break the stream goes on from the last cursor. A heartbeat carries one too; a stream without any is dead, and is opened anew.
 */
import { HEARTBEAT_IN_MS } from '@vigia/law/terms-of-partners'
import { useEffect } from 'react'
import { listen, openStream } from './event-stream.ts'
import type { graphql } from './graphql.ts'
import { type Liveness, tellChange } from './live.ts'
import { storeOf, useStore } from './store.ts'

type AlertStreamFilter = ReturnType<typeof graphql.scalar<'AlertStreamFilter'>>
type AlertLiveness = { state: Exclude<Liveness['state'], 'paused'>; since: Date }

const SUBSCRIPTION =
  'subscription AlertTold($after: String, $filter: AlertStreamFilter) { alertRaised(after: $after, filter: $filter) { cursor } }'
/** Three heartbeats. */
const SILENCE_IN_MS = 3 * HEARTBEAT_IN_MS
/** Bad or too old: what was missed is asked for whole, and the stream begins with now. */
const CURSOR_REFUSED: readonly number[] = [400, 410]
const CURSOR = /(?:^|\n)id: (\S+)\n/g

const liveness = storeOf<AlertLiveness>({ state: 'connecting', since: new Date() })

export const useAlertLiveness = () => useStore(liveness)

/** Follows what is shown for as long as it is; a filter that says the same is the same. */
export function useAlertStream(filter: AlertStreamFilter) {
  const written = JSON.stringify(filter)
  useEffect(() => followAlerts(JSON.parse(written)), [written])
}

function followAlerts(filter: AlertStreamFilter): () => void {
  let isOver = false
  let cursor: string | null = null
  let stop = () => {}
  let silence: ReturnType<typeof setTimeout> | undefined
  become('connecting')

  const onConnection = (connected: boolean) => {
    if (isOver) return
    const isBack = connected && liveness.read().state === 'off'
    become(connected ? 'on' : 'off')
    if (isBack) tellChange()
  }
  const onResponse = (response: Response) => {
    if (CURSOR_REFUSED.includes(response.status)) cursor = null
    return response.ok ? heard(response, note) : response
  }
  const note = (text: string) => {
    cursor = [...text.matchAll(CURSOR)].at(-1)?.[1] ?? cursor
    clearTimeout(silence)
    silence = setTimeout(again, SILENCE_IN_MS)
  }
  const variables = {
    filter,
    get after() {
      return cursor
    },
  }
  const begin = async () => {
    const stream = await openStream({ onConnection, onResponse })
    if (!isOver)
      stop = listen(stream, { question: { query: SUBSCRIPTION, variables }, onConnection, onEvent: tellChange })
  }
  const again = () => {
    // Nobody sees the page: it holds no stream that could be dead.
    if (document.hidden) return
    stop()
    onConnection(false)
    if (!isOver) void begin()
  }
  void begin()
  return () => {
    isOver = true
    clearTimeout(silence)
    stop()
    // Whatever page comes next and follows none has lost none.
    become('connecting')
  }
}

/** Tells what comes as it passes. A cursor that comes in two pieces is passed over: the one before it loses nothing. */
function heard(response: Response, note: (text: string) => void): Response {
  const letters = new TextDecoder()
  const passing = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      note(letters.decode(chunk))
      out.enqueue(chunk)
    },
  })
  return new Response(response.body?.pipeThrough(passing) ?? null, response)
}

function become(state: AlertLiveness['state']) {
  if (liveness.read().state !== state) liveness.write({ state, since: new Date() })
}
