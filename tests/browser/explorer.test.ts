/** The explorer at `/graphql`: opens without a network, has the acceptance queries ready, and runs them. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secretaryOfEveryState } from '../support/asking.ts'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { signInPage } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let page: Page
let strangers: string[]
let errors: string[]
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  browser = await openBrowser()
  ;({ page, strangers, errors } = await openPageOfFile(browser, { viewport: { width: 1440, height: 900 } }))
  // Whoever reads a child's whole way whenever it asks.
  const { cookie } = await signedIn(world.database.url, secretaryOfEveryState())
  await signInPage(page, { ...world, cookie })
  await page.goto(`${world.url}/graphql`)
  // The editor comes last; until it stands there is nothing to run.
  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 })
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

test('it has a tab for each acceptance query', async () => {
  const tabs = await page.locator('[role=tab], .graphiql-tab').allInnerTexts()

  expect(tabs.join(' ')).toMatch(/Oversight/i)
  expect(tabs.join(' ')).toMatch(/AuthoritySays/i)
})

test('it runs the query of the tab, and shows what the graph answers', async () => {
  const answered = page.waitForResponse((response) => /query Oversight/.test(response.request().postData() ?? ''))
  await page
    .getByRole('button', { name: /Execute query/i })
    .first()
    .click()
  const answer = await (await answered).json()

  expect(answer.errors).toBeUndefined()
  expect(answer.data.states).toHaveLength(32)
  await page.locator('.result-window').getByText('Aguascalientes').first().waitFor()
})

test('it says that the data are synthetic, in both languages', async () => {
  await page.locator('.synthetic').waitFor()

  expect(await page.locator('.synthetic').innerText()).toMatch(/sintéticos.+synthetic/i)
})

test('what is ours of it passes axe; tabs and editors are those of GraphiQL', async () => {
  const ours = (await violationsOn(page)).filter(
    (violation) => !/graphiql|view-line|mtk\d|li:nth-child|^(bypass|region|landmark|page-has)/.test(violation),
  )

  expect(ours).toEqual([])
})

test('the tab of one child is about a child of this registry', async () => {
  await page
    .locator('.graphiql-tab')
    .filter({ hasText: 'OneChild' })
    .getByRole('tab')
    .or(page.getByRole('tab', { name: 'OneChild' }))
    .first()
    .click()
  await page.locator('.graphiql-query-editor').getByText('OneChild').first().waitFor()
  const answered = page.waitForResponse((response) => /query OneChild/.test(response.request().postData() ?? ''))
  await page
    .getByRole('button', { name: /Execute query/i })
    .first()
    .click()
  const answer = await (await answered).json()

  expect(answer.errors).toBeUndefined()
  expect(answer.data.child.ppnnaCase.determination.decidedAt).toMatch(/^20/)
})

test('nobody outside is asked, and nothing goes wrong', () => {
  expect(strangers).toEqual([])
  expect(errors).toEqual([])
})
