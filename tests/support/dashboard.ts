/** The dashboard in a browser, over a world: opens pages, waits until they show figures, and says what axe finds in each look. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { violationsOn } from './axe.ts'
import { openPage, type WatchedPage } from './browser.ts'
import { signInAt } from './signed-in.ts'
import type { World } from './world.ts'

export const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'light, 1440': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'dark, 1440': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'phone, 360': { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  'dark phone, 360': { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
  'projector, 1920': { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  'dark projector, 1920': { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' },
  'forced colours, 1440': { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
}

/** All of them, so that what is dark comes after what is light of the same size. */
const IN_ORDER = [
  'light, 1440',
  'dark, 1440',
  'phone, 360',
  'dark phone, 360',
  'projector, 1920',
  'dark projector, 1920',
  'forced colours, 1440',
] as const

/** Loaded in the first of each, and in the others by turning to them, as somebody does who turns his telephone or dims his screen. */
export const LOADED_IN = {
  'a light screen': IN_ORDER,
  'a dark telephone': ['dark phone, 360', 'phone, 360', ...IN_ORDER.slice(0, 2), ...IN_ORDER.slice(4)],
} as const

/** Every page of the dashboard, and what is on it when it has loaded. */
export const PAGES = {
  '/panorama': '.state-map [role=button]',
  '/estado/07': '.figure-value',
  '/estado/07?con=30': '.comparison',
  '/alertas': '.alert-lines [data-line]',
  '/informe': '.figure-value',
} as const

export async function openDashboard(
  browser: Browser,
  world: World,
  { path, look = {}, open = openPage }: { path: string; look?: BrowserContextOptions; open?: typeof openPage },
): Promise<WatchedPage> {
  const watched = await open(browser, look)
  await signInPage(watched.page, world)
  await watched.page.goto(world.url + path)
  return watched
}

/** As the federal secretary of the world, without the way by the issuer. */
export async function signInPage(page: Page, { url, cookie }: Pick<World, 'url' | 'cookie'>): Promise<void> {
  const session = { name: '__Host-vigia', value: cookie, httpOnly: true, secure: true, sameSite: 'Lax' } as const
  // The browser takes a Secure cookie from loopback over http, but lets a test set it for https alone.
  await page.context().addCookies([{ ...session, url: url.replace('http:', 'https:') }])
}

/** One page goes from person to person: it is left first, or it would go on asking in the name of whoever had it open. */
export async function handPageTo(page: Page, who: Pick<World, 'url' | 'cookie'>): Promise<void> {
  await page.goto('about:blank')
  await signInPage(page, who)
}

/** As one of the accounts that come with Vigía, let in before the page is opened, where a test is not about how. */
export async function openAs(
  page: Page,
  { url }: Pick<World, 'url'>,
  { account, path }: { account: string; path: string },
): Promise<void> {
  const { cookie = '' } = await signInAt(url, account)
  await signInPage(page, { url, cookie: cookie.replace('__Host-vigia=', '') })
  await page.goto(url + path)
  await page.locator('.who').waitFor()
}

/** Nothing is loading any more, and the letters are there. */
export async function loaded(page: Page, sign: string): Promise<void> {
  await page.locator(sign).first().waitFor({ state: 'attached' })
  await page.locator('.bone').first().waitFor({ state: 'detached' })
  await page.evaluate(() => document.fonts.ready)
}

/** What axe asks of colours; all the rest it asks of what stands on the page and where. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** The smallest and the largest screen, light and dark. */
const FURTHEST_LOOKS = ['phone, 360', 'dark phone, 360', 'dark projector, 1920', 'projector, 1920'] as const

export const wrongInFurthestLooks = (page: Page): Promise<string[]> => wrongInLooks(page, FURTHEST_LOOKS)

/**
 * As `violationsOn`, in one look after the other without loading anew, with what runs over the edge of the page or is parted where it
 * may not be, cells that are not told, and tables without a name. Of a page that only changes its colours, these are looked at again.
 */
export async function wrongInLooks(page: Page, looks: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  let lookedAt = 0
  for (const look of looks) {
    const { viewport, colorScheme = 'light', forcedColors = 'none' } = LOOKS[look] ?? {}
    await page.emulateMedia({ colorScheme, forcedColors })
    if (viewport) await page.setViewportSize(viewport)
    const drawn = isOnPaper(page) ? 'light' : colorScheme
    await page.locator(`html[data-mantine-color-scheme=${drawn}]`).waitFor({ state: 'attached' })
    const isSamePage = viewport?.width === lookedAt && forcedColors === 'none'
    const found = await violationsOn(page, isSamePage ? OF_COLOURS : undefined)
    lookedAt = viewport?.width ?? 0
    if ((await overflowOf(page)) > 0) found.push('runs over the edge')
    found.push(...(await partedOn(page)), ...(await hiddenCellsOn(page)), ...(await namelessOn(page)))
    wrong.push(...found.map((each) => `${look}: ${each}`))
  }
  return wrong
}

/** Where a withheld count stands over two lines: "1–" above "4" is read as two figures. */
function partedOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parted: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: withheld, index } of (text.textContent ?? '').matchAll(/1–\u2060?4/g)) {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + withheld.length)
        if (range.getClientRects().length > 1) parted.push(`1–4 is parted: ${text.parentElement?.outerHTML}`)
      }
    }
    return parted
  })
}

/** A cell that is kept from those who listen lets them hear the cells behind it under the head of the one before. */
function hiddenCellsOn(page: Page): Promise<string[]> {
  const cells = page.locator(':is(td, th, [role=cell])[aria-hidden=true]')
  return cells.evaluateAll((all) => all.map(({ outerHTML }) => `a hidden cell: ${outerHTML}`))
}

/** Whoever goes from table to table hears of each what it is called. */
function namelessOn(page: Page): Promise<string[]> {
  return page.locator('table').evaluateAll((all) =>
    (all as HTMLTableElement[])
      .filter((each) => {
        const heading = document.getElementById(each.getAttribute('aria-labelledby') ?? '')
        return !(heading?.textContent || each.ariaLabel || each.caption?.textContent)
      })
      .map(({ outerHTML }) => `a table without a name: ${outerHTML.slice(0, 80)}`),
  )
}

/** The report is paper, and light whatever the screen is. */
const isOnPaper = (page: Page) => new URL(page.url()).pathname === '/informe'

export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
