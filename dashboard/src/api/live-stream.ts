/** The stream of changes of the registry, kept open; and a look at the version at once and now and then, since a stream can die unheard. */
import type { Client } from 'urql'
import { listen, openStream } from './event-stream.ts'
import { catchUp, noteConnection, tellChange } from './live.ts'
import { sessionNow } from './session.ts'
import { versionNow } from './version-now.ts'

const SUBSCRIPTION = 'subscription BoardChanged { boardChanged { version asOf } }'
const BETWEEN_LOOKS_IN_MS = 15_000

/** A stream opens also while those are away who would send anything by it: until somebody has answered, it is no word that it is live. */
class WordOfStream {
  private isOpen = false
  private asked: string | null = null
  isAnswered = false

  readonly onConnection = (connected: boolean) => {
    this.isOpen = connected
    if (this.isAnswered || !connected) noteConnection(connected)
  }

  onAnswer() {
    this.isAnswered = true
    if (this.isOpen) noteConnection(true)
  }

  /** A stream that is opened anew begins with the version of now: the figures of that may have been asked for. */
  isNews(version: string): boolean {
    const isNew = version !== this.asked
    this.asked = version
    return isNew
  }
}

export async function startLive(client: Client) {
  const word = new WordOfStream()
  const { onConnection } = word
  let told: string | null = null
  const stream = await openStream({ onConnection })
  const begin = () =>
    listen<{ boardChanged: { version: string } }>(stream, {
      question: { query: SUBSCRIPTION },
      onConnection,
      onEvent(data) {
        if (data) {
          told = data.boardChanged.version
          word.onAnswer()
        }
        if (!data || word.isNews(data.boardChanged.version)) tellChange()
      },
    })
  let stop = begin()
  document.addEventListener('visibilitychange', () => {
    catchUp()
    if (!word.isAnswered) void look()
  })

  async function look() {
    // A page that nobody sees is not in use, and its session may end.
    if (document.hidden || sessionNow().state !== 'in') return
    const version = await versionNow(client)
    if (version === undefined) return
    if (version === null) return noteConnection(false)
    // Nobody answered the look before, and the stream went on all the same: there is no other word that it is there.
    word.onAnswer()
    if (version === told) return
    // The figures moved and the stream did not say so: they are asked for, and the stream is opened anew.
    if (told !== null && word.isNews(version)) {
      tellChange()
      stop()
      stop = begin()
    }
    told = version
  }
  // The browser knows at once that the network went, which the stream may not.
  for (const turn of ['offline', 'online']) addEventListener(turn, () => void look())
  void look()
  setInterval(look, BETWEEN_LOOKS_IN_MS)
}
