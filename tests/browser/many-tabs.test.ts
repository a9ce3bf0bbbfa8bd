/** One person who opens one alert after the other in tabs of one browser: it keeps six connections to a registry for all of them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { openDashboard, signInPage } from '../support/dashboard.ts'
import { startWorld, type World } from '../support/world.ts'

const TABS = 8
const IN_A_STATION = { 'NOMBRE DEL LUGAR': 'Estación migratoria Siglo XXI', 'TIPO DE LUGAR': 'Estación migratoria' }

let world: World
let browser: Browser
beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld({ mode: 'in-process', isLive: true }), openBrowser()])
  await world.takeIn('children/detections', [aDetection()])
  await world.settle()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** As the browser tells a page that another tab is before it, or no longer: without a screen it tells none. */
function turn(page: Page, to: 'hidden' | 'visible'): Promise<unknown> {
  return page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
    Object.defineProperty(document, 'hidden', { configurable: true, value: state === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }, to)
}

const isLive = (page: Page) => page.getByText('En vivo', { exact: true }).first().waitFor()
const inAStation = (page: Page) =>
  page.locator('[data-line]').and(page.getByLabel(/NNA en estación o estancia migratoria/))

test('each of eight tabs opens and is live, and the first one tells what came while the others were read', async () => {
  const { page: first, errors } = await openDashboard(browser, world, { path: '/alertas' })
  await isLive(first)
  let before = first
  for (let tab = 2; tab <= TABS; tab += 1) {
    await turn(before, 'hidden')
    const next = await first.context().newPage()
    await signInPage(next, world)
    await next.goto(`${world.url}/alertas`)
    await isLive(next)
    before = next
  }

  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA, IN_A_STATION)])
  await world.settle()
  await inAStation(before).waitFor()
  expect(await inAStation(first).count()).toBe(0)

  await turn(before, 'hidden')
  await turn(first, 'visible')
  await inAStation(first).waitFor()
  await isLive(first)
  expect(errors).toEqual([])
})
