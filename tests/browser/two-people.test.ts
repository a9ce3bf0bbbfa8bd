/** One browser and two people, one after the other or each in a tab: whoever signs in is who he chose, and no page goes on in another's name. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { aDetection } from '../support/builders/inm.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', [aDetection()])
  await world.settle()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

async function enter(page: Page, account: string, asked: string): Promise<void> {
  await page.goto(`${world.url}/session/start?to=${asked}`)
  await page.locator(`[name=account][value=${account}]`).click()
  await page.locator('.who').waitFor()
}

const whoIsOn = (page: Page) => page.locator('.who').innerText()

test('given one who has left, or has not, the next one at the same browser is let in as himself', async () => {
  const { page } = await openPage(browser)
  await enter(page, 'secretaria-federal', '/cuenta')
  await page.locator('.who button').click()
  await page.locator('.sign-in-why').waitFor()

  await enter(page, 'secretaria-chiapas', '/cuenta')
  expect(await whoIsOn(page)).toContain('Chiapas')

  await enter(page, 'inm-tabasco', '/cuenta')
  expect(await whoIsOn(page)).toContain('INM · Tabasco')
})
