/** The stream of changes of the registry, kept open; and a look at the version now and then, since a stream can die unheard. */
import type { Client } from 'urql'
import { listen, openStream } from './event-stream.ts'
import { catchUp, noteConnection, tellChange } from './live.ts'
import { sessionNow } from './session.ts'
import { versionNow } from './version-now.ts'

const SUBSCRIPTION = 'subscription BoardChanged { boardChanged { version asOf } }'
const BETWEEN_LOOKS_IN_MS = 15_000

export async function startLive(client: Client) {
  let isOpen = false
  const onConnection = (connected: boolean) => {
    isOpen = connected
    noteConnection(connected)
  }
  const stream = await openStream({ onConnection })
  let told: string | null = null
  const begin = () =>
    listen<{ boardChanged: { version: string } }>(stream, {
      question: { query: SUBSCRIPTION },
      onConnection,
      onEvent(data) {
        if (data) told = data.boardChanged.version
        tellChange()
      },
    })
  let stop = begin()
  document.addEventListener('visibilitychange', catchUp)
  setInterval(async () => {
    // A page that nobody sees is not in use, and its session may end.
    if (document.hidden || sessionNow().state !== 'in') return
    const version = await versionNow(client)
    if (version === null) return noteConnection(false)
    // Nobody answered the look before, and the stream went on all the same: there is no other word that it is there.
    if (isOpen) noteConnection(true)
    if (version === told) return
    // The figures moved and the stream did not say so: they are asked for, and the stream is opened anew.
    tellChange()
    if (told !== null) {
      stop()
      stop = begin()
    }
    told = version
  }, BETWEEN_LOOKS_IN_MS)
}
