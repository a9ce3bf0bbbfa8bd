/** A real browser for a test file: opens pages of the dashboard and remembers what went wrong on them. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { unpackBrowser } from './unpack-browser.ts'

const FLAGS = [
  '--no-sandbox', // Needed as root and in containers.
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface WatchedPage {
  page: Page
  /** Errors of the console and of scripts, in order. */
  errors: string[]
  /** Addresses that were asked for outside this machine. */
  strangers: string[]
}

export async function openBrowser(): Promise<Browser> {
  const { executablePath, libraries } = await unpackBrowser()
  const env = libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env
  return chromium.launch({ executablePath, args: FLAGS, env: env as Record<string, string> })
}

/** A page in a context of its own, which ends with its test: nothing is shared with another one, and none goes on drawing behind it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const watched = await openPageOfFile(browser, options)
  onTestFinished(() => watched.page.context().close())
  return watched
}

/**
 * As somebody of this country has it. What moves by itself while a page loads is drawn sixty times a second, which here a processor does: a
 * test that looks at it asks for it.
 */
const USUAL = { locale: 'es-MX', timezoneId: 'America/Mexico_City', reducedMotion: 'reduce' } as const

/** A page that all tests of a file or a part of it look at; it ends with the browser, unless they close it. */
export async function openPageOfFile(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ ...USUAL, ...options })
  const page = await context.newPage()
  const errors: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isHere = ['127.0.0.1', 'localhost'].includes(hostname) || ['data:', 'blob:'].includes(protocol)
    if (!isHere) strangers.push(request.url())
  })
  return { page, errors, strangers }
}
