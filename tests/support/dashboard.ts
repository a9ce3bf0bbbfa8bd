/** The dashboard in a browser, over a world: opens pages, waits until they show figures, and says what axe finds. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openPage, type WatchedPage } from './browser.ts'
import type { World } from './world.ts'

export const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'light, 1440': { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  'dark, 1440': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  'phone, 360': { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  'projector, 1920': { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' },
  'forced colours, 1440': { viewport: { width: 1440, height: 900 }, forcedColors: 'active' },
}

/** Every page of the dashboard, and what is on it when it has loaded. */
export const PAGES = {
  '/panorama': '.state-map [role=button]',
  '/estado/07': '.figure-value',
  '/informe': '.figure-value',
} as const

export async function openDashboard(
  browser: Browser,
  world: World,
  { path, look = {} }: { path: string; look?: BrowserContextOptions },
): Promise<WatchedPage> {
  const watched = await openPage(browser, look)
  await watched.page.goto(world.url + path)
  return watched
}

/** Nothing is loading any more, and the letters are there. */
export async function loaded(page: Page, sign: string): Promise<void> {
  await page.locator(sign).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelectorAll('.bone').length === 0)
  await page.evaluate(() => document.fonts.ready)
}

/** Rule and place of each violation: empty when there is none. WCAG 2 A to 2.2 AA and best practice. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
