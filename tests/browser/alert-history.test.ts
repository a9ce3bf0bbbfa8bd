/** The history of alerts, as a page tells it: how those of a state stood on another day, all that there ever was of one child, what was overlooked. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { loaded, openDashboard, PAGES, wrongInFurthestLooks } from '../support/dashboard.ts'
import { startWorld, type World } from '../support/world.ts'

const IN_A_STATION = { 'NOMBRE DEL LUGAR': 'Estación migratoria Siglo XXI', 'TIPO DE LUGAR': 'Estación migratoria' }
const HELD = 'NNA en estación o estancia migratoria'

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  browser = await openBrowser()
  await twoHeldTenDaysAgo()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** One is held to this day, the other left five days ago: as if the registry had been told of it then. */
async function twoHeldTenDaysAgo(): Promise<void> {
  const found = [aDetection(), aDetection()]
  await world.takeIn('children/detections', found)
  const stays = found.map(({ ACTA }) => aStay(ACTA, IN_A_STATION))
  await world.takeIn('placements/stays', stays)
  await world.settle()
  await world.takeIn('placements/stays', [{ ...stays[1], EGRESO: written(hoursAgo(1)) }])
  await world.settle()
  await world.database.query(`
    update oversight.alert set opened_at = opened_at - interval '10 days', resolved_at = resolved_at - interval '5 days';
    update oversight.alert_history set at = at - case step when 'RESOLVED' then interval '5 days' else interval '10 days' end`)
}

const heldIn = (page: Page, list: RegExp) =>
  page.getByRole('table', { name: list }).getByRole('row').filter({ hasText: HELD })

test('the alerts of a state are shown as they stood at the end of a day, which stands in the address', async () => {
  const { page, errors } = await openDashboard(browser, world, { path: '/estado/07' })
  await loaded(page, PAGES['/estado/07'])
  const shownOn = async (daysBefore: number): Promise<number> => {
    const day = localDay(daysAgo(daysBefore))
    await page.getByLabel('Ver cómo estaban otro día').fill(day)
    await page.waitForURL(new RegExp(`dia=${day}`))
    await loaded(page, '.on-day .alert-list tbody tr')
    return heldIn(page, /^Cómo estaban el/).count()
  }

  expect(await shownOn(7)).toBe(2)
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(await shownOn(3)).toBe(1)
  expect(await shownOn(12)).toBe(0)
  await page.getByText(/^De ese día no consta ninguna alerta abierta\. .*no es un cero\.$/).waitFor()
  expect(errors).toEqual([])
})

test('the page of an alert shows all that there was of its child, what is over too', async () => {
  const [over] = await world.database.query<{ id: string }>(
    "select id from oversight.alert where kind = 'HELD_IN_PROHIBITED_PLACE' and resolved_at is not null",
  )
  const { page, errors } = await openDashboard(browser, world, { path: `/alertas/${over?.id}` })
  await page.waitForFunction((title) => document.title === title, `${HELD}, Chiapas · Vigía`)
  const history = page.getByRole('table', { name: /^Todas las alertas de NNA-/ })
  // While they are on their way, rows without a word keep their place.
  await heldIn(page, /^Todas las alertas de NNA-/)
    .first()
    .waitFor()

  expect(await heldIn(page, /^Todas las alertas de NNA-/).allInnerTexts()).toEqual([
    expect.stringContaining('Resuelta'),
  ])
  expect(await history.getByRole('row').filter({ hasText: 'Abierta' }).count()).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test('the inbox says how long the alert stands that was overlooked longest, and leads to it', async () => {
  const { page, errors } = await openDashboard(browser, world, { path: '/alertas' })
  await page.getByRole('link', { name: /^Sin acuse, la que lleva más tiempo abierta: 10\sdías$/ }).click()

  await page.locator('.letter').waitFor()
  expect(await page.getByRole('button', { name: /^Acusar/ }).count()).toBe(1)
  expect(errors).toEqual([])
})
