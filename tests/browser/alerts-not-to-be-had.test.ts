/** The inbox while the service of alerts is down: it says so, claims no number, and is whole again by itself once it is up. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { loaded, openDashboard, PAGES, wrongInFurthestLooks } from '../support/dashboard.ts'
import { startWorld, type World } from '../support/world.ts'

const IN_A_STATION = { 'NOMBRE DEL LUGAR': 'Estación migratoria Siglo XXI', 'TIPO DE LUGAR': 'Estación migratoria' }

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http', isHurried: true })
  await aChildIsHeld()
  await world.settle()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

async function aChildIsHeld(): Promise<void> {
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA, IN_A_STATION)])
}

test('given oversight is down, the inbox says so and shows no count; what arose meanwhile is there when it is up again', async () => {
  const { page } = await openDashboard(browser, world, { path: '/alertas' })
  await loaded(page, PAGES['/alertas'])
  const critical = page.locator('.severity-filter b').first()
  const before = Number(await critical.innerText())

  await world.stopService('oversight')
  await page.reload()
  const inbox = page.locator('.alerts-screen')
  // Figures that the gateway has kept are told for half a minute more, as of then.
  await inbox.locator('.failed-word').first().waitFor({ timeout: 90_000 })
  expect(await inbox.locator('.failed-word').first().innerText()).toBe('No disponible')
  expect(await inbox.innerText()).toMatch(/El servicio de vigilancia no responde desde las \d\d:\d\d/)
  expect([await critical.count(), await page.locator('[data-line]').count()]).toEqual([0, 0])
  expect(await inbox.innerText()).not.toMatch(/[Nn]inguna alerta/)
  expect(await wrongInFurthestLooks(page)).toEqual([])

  // A page looks every 15 seconds whether somebody answers.
  await page.locator('.not-live').waitFor({ timeout: 40_000 })

  await aChildIsHeld()
  await world.startService('oversight')

  await expect.poll(async () => Number(await critical.innerText()), { timeout: 40_000 }).toBeGreaterThan(before)
  await expect.poll(() => page.locator('.not-live').count(), { timeout: 40_000 }).toBe(0)
})
