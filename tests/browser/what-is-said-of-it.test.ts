/** What a page says of itself: that its data are made up, old or not live, that nobody answers, that there is no such page. */
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, openPageOfFile } from '../support/browser.ts'
import { loaded, openDashboard, signInPage, wrongInFurthestLooks } from '../support/dashboard.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

const BETWEEN_LOOKS_IN_MS = 15_000
const NO_ANSWER_AFTER_IN_MS = 5_000
const TWO_DAYS_IN_MS = 2 * 24 * 3_600_000
/** A figure whose service had no time for it is asked for again after half a minute. */
const IN_ITS_TIME = { timeout: 45_000 }

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const isInSight = (part: Locator) =>
  part.evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

test('given the stream of changes does not come, the page says that it is not live, and since when', async () => {
  const { page } = await openPage(browser)
  await page.route('**/graphql/stream', (route) => route.abort())
  await signInPage(page, world)
  await page.goto(`${world.url}/panorama`)
  await loaded(page, '.state-map')
  await page.locator('.live[data-state=off]').waitFor()

  expect(await page.locator('.live').innerText()).toMatch(/Sin conexión en vivo desde las \d\d:\d\d/)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  expect(await isInSight(page.locator('.live'))).toBe(true)
  await expect.poll(() => page.locator('.figure-value').count(), IN_ITS_TIME).toBe(3)
  expect(await wrongInFurthestLooks(page)).toEqual([])
})

test('given a network that loses all, which ends no stream, the page says that it is not live all the same', async () => {
  const { page } = await openPage(browser)
  await page.clock.install()
  await signInPage(page, world)
  await page.goto(`${world.url}/panorama`)
  await page.locator('.live[data-state=on]').waitFor()
  await page.route('**/graphql', () => {})

  await page.clock.fastForward(BETWEEN_LOOKS_IN_MS)
  await page.clock.fastForward(NO_ANSWER_AFTER_IN_MS)

  await page.locator('.live[data-state=off]').waitFor()
})

test('given the data are two days old, masthead and figures say so before they say anything else', async () => {
  const { page } = await openPage(browser)
  await page.clock.setFixedTime(Date.now() + TWO_DAYS_IN_MS)
  await signInPage(page, world)
  await page.goto(`${world.url}/panorama`)
  await loaded(page, '.state-map')

  expect(await page.getByRole('banner').innerText()).toMatch(/de hace 4\d\sh/)
  await expect.poll(() => page.locator('.figure-value[data-old]').count(), IN_ITS_TIME).toBe(3)
  expect(await page.locator('.figure-change').first().innerText()).toMatch(/dato de hace 4\d\sh/)
  expect(await wrongInFurthestLooks(page)).toEqual([])
})

test('given nobody answers for the figures, each says so, and none is 0', async () => {
  const { page } = await openPage(browser)
  await page.route('**/graphql', async (route) => {
    const isFirst = /registry/.test(route.request().postData() ?? '')
    await (isFirst ? route.continue() : route.fulfill({ status: 503, body: '' }))
  })
  await signInPage(page, world)
  await page.goto(`${world.url}/panorama`)
  await loaded(page, '.map-panel .failed-word')

  expect(new Set(await page.locator('.failed-word').allInnerTexts())).toEqual(new Set(['No disponible']))
  expect(await page.locator('.figure-value, .state-table tbody tr').count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Reintentar: / }).count()).toBeGreaterThan(5)
  expect(await wrongInFurthestLooks(page)).toEqual([])
})

describe('a page that was opened once', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openDashboard(browser, world, { path: '/panorama', open: openPageOfFile }))
    await loaded(page, '.state-map')
  })
  afterAll(() => page.context().close())

  test('given an office is behind, map, table and figures say which one, and until when its data go', async () => {
    await page.locator('.late-states').waitFor()
    const until = /PPNNA, dato hasta \d+ \p{L}+/u

    expect(await page.locator('.late-states').innerText()).toMatch(until)
    expect(await page.locator('.state-table .late').first().innerText()).toMatch(until)
    const waiting = page.locator('section.figure').filter({ has: page.locator('#figure-unprocessed') })
    expect(await waiting.innerText()).toMatch(/PPNNA, dato hasta: \d+ \p{L}+ en \p{Lu}/u)
    const held = page.locator('section.figure').filter({ has: page.locator('#figure-held') })
    expect(await held.innerText()).not.toMatch(/dato hasta/)
  })

  test('a definition stands open over the page without a fault', async () => {
    await page
      .getByRole('button', { name: /^Cómo se cuenta: Retenidos/ })
      .first()
      .click()
    await page.locator('.definition:popover-open dd').first().waitFor()

    expect(await wrongInFurthestLooks(page)).toEqual([])
    expect(await page.locator('.definition:popover-open').count()).toBe(1)
    await page.keyboard.press('Escape')
  })

  test.each([
    ['a screen', 1440, 900],
    ['a telephone held sideways', 740, 360],
    ['a screen magnified four times', 320, 256],
  ])('a definition stands within %s, with the button that closes it', async (_, width, height) => {
    await page.setViewportSize({ width, height })
    const fits = { top: true, left: true, bottom: true, right: true }
    for (const name of [/^Cómo se cuenta: Hasta/, /^Cómo se cuenta: Retenidos/]) {
      const button = page.getByRole('button', { name }).first()
      await button.evaluate((each) => each.scrollIntoView({ block: 'center' }))
      await button.press('Enter')
      await page.locator('.definition:popover-open dd').first().waitFor()
      await page.keyboard.press('Tab')

      await expect.poll(() => fitOf(page, '.definition:popover-open')).toEqual(fits)
      await expect.poll(() => fitOf(page, '.definition:popover-open :focus')).toEqual(fits)
      await page.keyboard.press('Escape')
    }
  })

  test('on a telephone a definition is high enough to read wherever its button stands, and stays so as the page moves', async () => {
    await page.setViewportSize({ width: 360, height: 800 })
    const open = page.locator('.definition:popover-open')
    const isRead = async () => {
      const { height, scrollHeight } = await open.evaluate(({ clientHeight, scrollHeight }) => ({
        height: clientHeight,
        scrollHeight,
      }))
      return height >= Math.min(scrollHeight, 300)
    }
    for (const name of [/^Cómo se cuenta: Retenidos/, /^Cómo se cuenta: Retornos/]) {
      const button = page.getByRole('button', { name }).first()
      await button.evaluate((each) => each.scrollIntoView({ block: 'end' }))
      await button.click()
      await open.locator('dd').first().waitFor()
      await expect.poll(isRead).toBe(true)

      await button.evaluate((each) => each.scrollIntoView({ block: 'start' }))
      await expect.poll(isRead).toBe(true)
      await page.keyboard.press('Escape')
    }
  })

  test('the box of an article is no higher than its words', async () => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`${world.url}/alertas`)
    await loaded(page, '.alert-lines [data-line]')
    await page
      .getByRole('button', { name: /^Ver el texto de / })
      .first()
      .click()
    const open = page.locator('.definition:popover-open')
    await open.locator('dd').first().waitFor()
    const [box, close] = await Promise.all([open.boundingBox(), open.getByRole('button').boundingBox()])

    const below = (box?.y ?? 0) + (box?.height ?? 0) - ((close?.y ?? 0) + (close?.height ?? 0))
    expect(below).toBeLessThan(45)
  })
})

/** On which sides it stands within what is seen. */
function fitOf(page: Page, selector: string) {
  return page.locator(selector).evaluate((element) => {
    const { top, left, bottom, right } = element.getBoundingClientRect()
    return { top: top >= 0, left: left >= 0, bottom: bottom <= innerHeight, right: right <= innerWidth }
  })
}

describe('a page that is none', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openPageOfFile(browser))
    await signInPage(page, world)
  })
  afterAll(() => page.context().close())

  test.each([
    ['/estado/99', 'Ninguna entidad tiene la clave 99.'],
    ['/unknown', 'Esta página no existe.'],
  ])('%s says so, says that the data are synthetic, and leads back', async (path, words) => {
    const answer = await page.goto(world.url + path)
    await page.getByRole('heading', { level: 1, name: words }).waitFor()
    await page.locator('.synthetic').waitFor()

    expect(answer?.status()).toBe(404)
    expect(await wrongInFurthestLooks(page)).toEqual([])
    await page.getByRole('main').getByRole('link').click()
    await page.waitForURL('**/panorama')
  })
})
