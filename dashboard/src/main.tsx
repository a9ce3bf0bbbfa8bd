/** Starts the dashboard: words, graph, the stream of changes, then the page. */
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/source-sans-3/wght.css'
import '@mantine/core/styles/baseline.css'
import './ui/styles/tokens.css'
import './ui/styles/own-tokens.css'
import './ui/styles/base.css'
import './ui/styles/filter-line.css'
import './ui/styles/frame.css'
import './ui/styles/part.css'
import './ui/styles/cohort.css'
import './ui/styles/figures.css'
import './ui/styles/tables.css'
import './ui/styles/lists.css'
import './ui/styles/authority.css'
import './ui/styles/map-legend.css'
import './ui/styles/map.css'
import './ui/styles/narrow.css'
import './ui/styles/funnel-cards.css'
import './ui/styles/phone.css'
import './ui/styles/forced.css'
import './ui/styles/print.css'
import './ui/styles/report.css'
import './ui/styles/print-pages.css'
import { openClient } from './api/client.ts'
import { isWithinReach } from './api/reach.ts'
import { loadSession, mayReadBoard, reloadOnceKnown, sessionNow } from './api/session.ts'
import { App } from './app/app.tsx'
import { startWords } from './words/words.ts'

const RELOADED = 'vigia-reloaded-at'
const MINUTE_IN_MS = 60_000

// A page that stays open while a new one takes its place asks for parts that are gone: it is loaded anew, not over and
// over, and not while nobody answers, when it would be lost.
addEventListener('vite:preloadError', async () => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED)) < MINUTE_IN_MS) return
  if (!(await isWithinReach())) return
  sessionStorage.setItem(RELOADED, String(Date.now()))
  location.reload()
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const client = openClient()
// Beside the page, and begun before it: told of the version of now once its parts have asked, they would all ask again.
const live = import('./api/live-stream.ts')
await Promise.allSettled([startWords(), loadSession()])
const session = sessionNow()
if (session.state === 'in' && mayReadBoard(session.person)) void live.then(({ startLive }) => startLive(client))
if (session.state === 'out' && session.why === 'unknown') reloadOnceKnown()
createRoot(root).render(<App client={client} />)
