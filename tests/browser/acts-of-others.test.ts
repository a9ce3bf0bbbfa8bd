/** What an ombudsperson sees on the pages of alerts of acts that another is competent for: who that is, and never an error nor "none". */
import type { Role } from '@vigia/law/access-matrix'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillWithBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'
import { openBrowser } from '../support/browser.ts'
import { loaded, openDashboard, wrongInFurthestLooks, wrongInLooks } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

const OF_CHIAPAS = 'de la competencia de la comisión de derechos humanos de Chiapas: existencia y fecha'
const OF_THE_CNDH = 'de la competencia de la CNDH: existencia y fecha'

let world: World
let browser: Browser
beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld({ mode: 'in-process' }), openBrowser()])
  await fillWithBothSides(world)
  await world.settle()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

interface Seen {
  page: Page
  errors: string[]
}

async function inboxOf(role: Role): Promise<Seen> {
  const { cookie } = await signedIn(world.database.url, anActor(role))
  const { page, errors } = await openDashboard(browser, { ...world, cookie }, { path: '/alertas' })
  await loaded(page, '[data-line]')
  const lines = page.locator('[data-line]')
  for (let line = 0; line < (await lines.count()); line += 1) await lines.nth(line).click()
  await loaded(page, '.notice-head, .alert-list')
  return { page, errors }
}

const wordsOn = (page: Page) => page.locator('main').innerText()

test('the inbox says who is competent for the place of others, in every look, and names it in no line about a child', async () => {
  const { page, errors } = await inboxOf('ombudsperson-federal')
  const told = page.locator('main tr').filter({ hasText: OF_CHIAPAS })
  await told.first().waitFor()

  for (const words of await told.allInnerTexts()) expect(words).not.toContain('Casa Estatal')
  expect(await page.locator('.part-failure, .failure').count()).toBe(0)
  expect(errors).toEqual([])
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(await wrongInLooks(page, ['light, 1440', 'dark, 1440'])).toEqual([])
  await page.context().close()
})

test('who oversees nobody is told the place', async () => {
  const { page } = await inboxOf('state-secretary')

  expect(await wordsOn(page)).toContain('Casa Estatal')
  expect(await wordsOn(page)).not.toContain('existencia y fecha')
  await page.context().close()
})

test('so does the page of an alert, to the ombudsperson of the state of one in the place of a federal body', async () => {
  const [alert] = await world.database.query<{ id: string }>(
    `select a.id from oversight.alert a join oversight.facility_ref f using (facility_id)
     where a.child_id is not null and a.state = '07' and f.side = 'FEDERAL' limit 1`,
  )
  const { cookie } = await signedIn(world.database.url, anActor('ombudsperson-state'))
  const path = `/alertas/${alert?.id}`
  const { page, errors } = await openDashboard(browser, { ...world, cookie }, { path })
  await loaded(page, '.alert-head')

  expect(await wordsOn(page)).toContain(OF_THE_CNDH)
  expect(await wordsOn(page)).not.toMatch(/Centro Federal|Casa de COMAR/)
  expect(errors).toEqual([])
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await page.context().close()
})
