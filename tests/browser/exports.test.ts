/** Taking a list out as a file, as a person does: from the account, from a part of the board, and with a second person. */
import { readFileSync } from 'node:fs'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { aDetection } from '../support/builders/inm.ts'
import { signInPage, wrongInFurthestLooks } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

const CHIAPAS = anActor('state-secretary', { sub: 'secretaria-chiapas' })
const FEDERAL = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'secretaria-federal' }
const ROWS = 1_001

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  await world.takeIn(
    'children/detections',
    Array.from({ length: ROWS }, () => aDetection()),
  )
  await world.settle()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

async function open(actor: Actor, path: string): Promise<Page> {
  const { page } = await openPage(browser)
  await signInPage(page, { url: world.url, cookie: (await signedIn(world.database.url, actor)).cookie })
  await page.goto(world.url + path)
  return page
}

async function fileOf(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

test('a part of the board gives its figures, which need no second person and hold no row of anybody', async () => {
  const page = await open(FEDERAL, '/panorama')
  const button = page.locator('.state-table .download button')

  const { name, text } = await fileOf(page, () => button.click())

  expect(name).toMatch(/^vigia-EXP-\d{6}-figures\.csv$/)
  expect(text).toContain('Chiapas')
  expect(text.trim().split('\r\n').length).toBeGreaterThan(32)
  await page.locator('.state-table .download [role=status]', { hasText: /Se descargó EXP-/ }).waitFor()
})

test('given nothing says what for, that is said in the language of the page, and not in that of the browser', async () => {
  const page = await open(CHIAPAS, '/cuenta')
  const purpose = page.locator('.exports [name=purpose]')
  const said = async (): Promise<string> => {
    await page.locator('.exports form button').click()
    return purpose.evaluate((field: HTMLInputElement) => field.validationMessage)
  }

  await expect.poll(said).toBe('Falta llenar este campo.')
  await page.getByRole('button', { name: 'English' }).first().click()
  await expect.poll(said).toBe('Fill in this field.')
})

test('a long list waits for a second person, who approves it, and is then downloaded once', async () => {
  const page = await open(CHIAPAS, '/cuenta')
  await page.locator('.exports select').first().selectOption('children')
  await page.locator('.exports [name=purpose]').fill('Informe anual al sistema estatal')
  await page.locator('.exports form button').click()
  const said = await page.locator('.exports > [role=status]', { hasText: 'espera' }).innerText()
  const number = /EXP-\d+/.exec(said)?.[0] ?? ''
  expect(await page.locator('.exports li', { hasText: number }).innerText()).toContain('espera aprobación')
  expect(await wrongInFurthestLooks(page)).toEqual([])

  const other = await open(FEDERAL, '/cuenta')
  await other.getByRole('button', { name: `Aprobar ${number}` }).click()
  // The page brings with it how a dialog looks: a browser's own has another edge.
  expect(await other.locator('dialog').evaluate((asked) => getComputedStyle(asked).borderTopWidth)).toBe('1px')
  expect(await wrongInFurthestLooks(other)).toEqual([])
  await other.locator('dialog .action').click()
  await other.getByRole('button', { name: `Aprobar ${number}` }).waitFor({ state: 'detached' })

  await page.reload()
  const fetching = page.getByRole('button', { name: `Descargar ${number}` })
  const { name, text } = await fileOf(page, () => fetching.click())
  expect(name).toBe(`vigia-${number}-children.csv`)
  expect(text).toContain('secretaria-federal')
  await fetching.waitFor({ state: 'detached' })
})

test('whoever may take nothing out is offered nothing', async () => {
  const page = await open(anActor('inm-officer', { org: 'INM-07' }), '/cuenta')

  await page.locator('.tokens li').waitFor()
  expect(await page.locator('.exports').count()).toBe(0)
})
