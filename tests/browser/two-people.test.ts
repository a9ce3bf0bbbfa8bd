/** One browser and two people, one after the other or each in a tab: whoever signs in is who he chose, no page goes on in another's name, and who comes back finds his words. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { aDetection } from '../support/builders/inm.ts'
import { openAs, signInPage } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
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

test('given somebody else signs in by another tab, what was being written is sent in nobody’s name but its own', async () => {
  const { page } = await openPage(browser)
  await openAs(page, world, { account: 'secretaria-federal', path: '/sistema' })
  const part = page.getByRole('region', { name: 'Días en que se suspenden labores' })
  await part.getByRole('button', { name: 'Anotar' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/Qué acuerdo es/)
    .fill('Acuerdo del Diario Oficial')
  const other = await page.context().newPage()

  await enter(other, 'cndh', '/cuenta')

  await page.locator('.sign-in-why').waitFor()
  expect(await page.locator('.sign-in-why').innerText()).toContain('Lo que escribía se guardó')
  expect(await page.locator('.who').count()).toBe(0)
  expect(await whoIsOn(other)).toContain('Comisión Nacional de los Derechos Humanos')
})

test('given the session ends while somebody writes, the same person finds it in the same form, and the tab kept nobody’s words', async () => {
  const { page } = await openPage(browser)
  const part = page.getByRole('region', { name: 'Días en que se suspenden labores' })
  const open = () => part.getByRole('button', { name: 'Anotar' }).click()
  const written = page.getByRole('dialog').getByLabel(/Qué acuerdo es/)
  const chosen = page.getByRole('dialog').locator('[name=authority]')
  await openAs(page, world, { account: 'secretaria-federal', path: '/sistema' })
  await open()
  await written.fill('Acuerdo del Diario Oficial')
  await chosen.selectOption('COMAR')

  await world.database.query(
    `update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = 'secretaria-federal'`,
  )
  await page.getByText('Lo que escribía se guardó en esta pestaña').waitFor()
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }))
  expect(kept).toMatch(/^(?!.*(Diario|COMAR)).*sealed/)
  await page.locator('.sign-in-enter').click()
  await page.locator('[name=account][value=secretaria-federal]').click()
  await open()
  await expect.poll(() => written.inputValue()).toBe('Acuerdo del Diario Oficial')
  await expect.poll(() => chosen.inputValue()).toBe('COMAR')
  expect(await page.evaluate(() => sessionStorage.getItem('vigia-draft'))).toBeNull()
})

test('given the same person signs in again by another tab, the first goes on', async () => {
  const { page, errors } = await openPage(browser)
  await openAs(page, world, { account: 'secretaria-federal', path: '/cuenta' })
  const other = await page.context().newPage()

  await enter(other, 'secretaria-federal', '/panorama')
  await page.locator('.tokens [name=name]').fill('Hoja de cálculo')
  await page.locator('.tokens .action').click()

  await page.locator('.token-made code').waitFor()
  expect(errors).toEqual([])
})

test('given the same person is let in for another state since, the page of the former one is taken away, and says so', async () => {
  const { page } = await openPage(browser)
  const enterFor = async (state: string) => {
    const actor = anActor('state-secretary', { sub: 'who moves', states: [state] })
    const { cookie } = await signedIn(world.database.url, actor)
    await signInPage(page, { url: world.url, cookie })
  }
  await enterFor('07')
  await page.goto(`${world.url}/estado/07`)
  await page.locator('.figure-value').first().waitFor()

  await enterFor('30')

  await page.locator('.sign-in-why').waitFor()
  expect(await page.locator('.sign-in-why').innerText()).toContain('Las cifras se retiraron')
  expect(await page.locator('.figure-value').count()).toBe(0)
  await page.reload()
  await page.getByText('Su cuenta ve Veracruz').first().waitFor()
  expect(await page.locator('.figure-value').count()).toBe(0)
})
