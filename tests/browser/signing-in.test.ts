/** Signing in as a person does: from the page that was asked for to that page, out again, and turned out while looking. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPage, openPageOfFile } from '../support/browser.ts'
import { aDetection } from '../support/builders/inm.ts'
import { LOADED_IN, LOOKS, openAs, wrongInLooks } from '../support/dashboard.ts'
import { eventually } from '../support/eventually.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', [aDetection()])
  await world.settle()
  await world.database.query('update outbox.registry set is_synthetic = true')
  await eventually(
    async () => (await fetch(`${world.url}/session`)).headers.get('x-vigia-data'),
    (told) => told === 'SYNTHETIC',
  )
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const ASKED = '/estado/07?edad=12-17'

async function enter(page: Page, account: string, asked = ASKED): Promise<void> {
  await page.goto(world.url + asked)
  await page.locator('.sign-in-enter').click()
  await page.locator(`[name=account][value=${account}]`).click()
  await page.locator('.who').waitFor()
}

const addressOf = (page: Page) => page.url().slice(world.url.length)

describe('given a signed-out reader', () => {
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    ;({ page, errors } = await openPageOfFile(browser))
  })
  afterAll(() => page.context().close())

  test('the way in stands in the place of the page, and leads back to it', async () => {
    await page.goto(world.url + ASKED)
    expect(await page.locator('.sign-in').innerText()).toContain('edad=12-17')
    expect(await page.locator('.masthead').innerText()).toMatch(/datos sintéticos/i)
    expect(await page.locator('.figure-value').count()).toBe(0)

    await enter(page, 'secretaria-chiapas')

    expect(addressOf(page)).toBe(ASKED)
    await page.locator('.figure-value').first().waitFor()
    expect(await page.locator('.who').innerText()).toMatch(/Secretaría ejecutiva estatal · Chiapas\s+Salir/)
    expect(errors).toEqual([])
  })

  test('his cookie is sent to this host alone, read by no script, and nothing else is kept by the page', async () => {
    const cookies = await page.context().cookies(world.url)
    expect(cookies.find(({ name }) => name === '__Host-vigia')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
    })
    expect(await page.evaluate(() => document.cookie)).toBe('')
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toMatch(/eyJ|vigia_|token/)
  })
})

test('given a secretary of one state who asked for nothing else, he begins in his state', async () => {
  const { page } = await openPage(browser)
  await enter(page, 'secretaria-tabasco', '/')

  await page.waitForURL('**/estado/27')
})

test('given a browser that keeps no Secure cookie of http, as WebKit, the page says so', async () => {
  const { page } = await openPage(browser)
  await page.goto(world.url + ASKED)
  await page.locator('.sign-in-enter').click()
  await page.locator('[name=account][value=secretaria-chiapas]').waitFor()
  await page.context().clearCookies({ name: '__Host-vigia-sign-in' })
  await page.locator('[name=account][value=secretaria-chiapas]').click()

  await page.locator('.sign-in-why', { hasText: 'no devolvió la cookie' }).waitFor()
  expect(await violationsOn(page)).toEqual([])
})

describe('given an officer of INM', () => {
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    ;({ page, errors } = await openPageOfFile(browser, { viewport: { width: 1440, height: 900 } }))
    await openAs(page, world, { account: 'inm-chiapas', path: ASKED })
  })
  afterAll(() => page.context().close())

  test('the page says that he has no board and shows no figure; he asks his gates there', async () => {
    await page.getByLabel('Número de acta').fill('INM/07/2026/0000001')
    await page.getByRole('button', { name: 'Consultar' }).click()
    await page.getByText('No permitido', { exact: true }).first().waitFor()

    expect(await page.getByText('No permitido', { exact: true }).count()).toBe(2)
    expect(await page.locator('.masthead').innerText()).toMatch(/INM · Chiapas/)
    expect(await violationsOn(page)).toEqual([])

    expect(await page.locator('main').innerText()).toContain('Su cargo no consulta este tablero')
    expect(await page.title()).toBe('Su cargo no consulta este tablero · Vigía')
    expect(await page.locator('.figure-value').count()).toBe(0)
  })

  test('the explorer opens with what he may read, and asks for nothing else', async () => {
    await page.locator('main a[href="/graphql"]').click()
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 })

    const tabs = (await page.locator('[role=tab], .graphiql-tab').allInnerTexts()).join(' ')
    expect(tabs).toMatch(/OwnReceipts/)
    expect(tabs).toMatch(/Gates/)
    expect(tabs).not.toMatch(/Oversight|OneChild/)
    expect(errors).toEqual([])
    expect(
      await world.database.query("select from audit.entry where act = 'REFUSED' and role = 'inm-officer'"),
    ).toEqual([])
  })
})

test('given an office of one state that looks at the country, it sees its own state, and is told what is outside its scope', async () => {
  const { page, errors } = await openPage(browser)
  await openAs(page, world, { account: 'secretaria-chiapas', path: '/panorama' })
  await page.locator('.state-table tbody tr').first().waitFor()
  const figures = page.locator('.figures .figure-value')
  await figures.first().waitFor()

  const counts = async () => (await figures.allInnerTexts()).map((figure) => /^\d+/.exec(figure)?.[0])
  const inOverview = await counts()
  const text = await page.locator('main').innerText()
  expect(text).toMatch(/Su cuenta ve Chiapas\. El total del país no se le muestra/)
  expect(text).toMatch(/Su entidad/)
  expect(text).toMatch(/Fuera de su ámbito[\s,]+31 entidades/)
  expect(await page.locator('.where').innerText()).not.toContain('Ninguna autoridad')
  expect(await violationsOn(page)).toEqual([])

  await page.goto(`${world.url}/estado/27`)
  await page.locator('.beyond').waitFor()
  expect(await page.locator('.figure-value').count()).toBe(0)
  await page.locator('.masthead [lang=en]').click()
  await page.getByText('Outside your scope').first().waitFor()
  await page.locator('.beyond a').click()
  await page.waitForURL('**/estado/07')
  await figures.first().waitFor()
  await expect.poll(counts).toEqual(inOverview)
  expect(errors).toEqual([])
})

test('given a sign-out, no figure stays, not even when the page is loaded again', async () => {
  const { page } = await openPage(browser)
  await enter(page, 'secretaria-federal')
  await page.locator('.figure-value').first().waitFor()

  await page.locator('.who button').click()

  await page.locator('.sign-in-why').waitFor()
  expect(addressOf(page)).toBe(ASKED)
  expect(await page.locator('.figure-value').count()).toBe(0)
  await page.reload()
  await page.locator('.sign-in-enter').waitFor()
})

test('given a reader who is turned out while looking, the page says so, keeps its address and leads back', async () => {
  const { page } = await openPage(browser)
  await openAs(page, world, { account: 'ppnna-chiapas', path: ASKED })
  await page.locator('.figure-value').first().waitFor()

  await world.database.query(
    `update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = 'ppnna-chiapas'`,
  )

  await page.locator('.sign-in-why').waitFor({ timeout: 10_000 })
  expect(await page.locator('.sign-in-why').innerText()).toContain('Su sesión terminó')
  expect(addressOf(page)).toBe(ASKED)
  await page.locator('.sign-in-enter').click()
  await page.locator('[name=account][value=ppnna-chiapas]').click()
  await page.locator('.figure-value').first().waitFor()
  expect(addressOf(page)).toBe(ASKED)
})

test('a personal token is made, shown once and revoked on the page of the account', async () => {
  const { page } = await openPage(browser)
  await openAs(page, world, { account: 'secretaria-federal', path: ASKED })
  await page.locator('.who a').click()

  await page.locator('.tokens [name=name]').fill('Hoja de cálculo')
  await page.locator('.tokens .action').click()
  const token = await page.locator('.token-made code').innerText()
  const asked = () =>
    fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ nation { code } }' }),
    })
  expect((await asked()).status).toBe(200)
  expect(await violationsOn(page)).toEqual([])

  for (const button of ['.tokens li button', 'dialog .action']) await page.locator(button).click()
  await page.locator('.tokens li').waitFor({ state: 'detached' })
  expect((await asked()).status).toBe(401)
})

test('given a signed-out reader of the explorer, he signs in and is there', async () => {
  const { page } = await openPage(browser, { viewport: { width: 1440, height: 900 } })
  await page.goto(`${world.url}/graphql`)
  await page.locator('.sign-in-enter').click()
  await page.locator('[name=account][value=secretaria-federal]').click()

  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 })
})

test('in every look the way in is for everybody, in both languages', async () => {
  const looks = LOADED_IN['a dark telephone']
  const { page } = await openPage(browser, LOOKS[looks[0]])
  await page.goto(world.url + ASKED)
  await page.locator('.sign-in-enter').waitFor()
  expect(await wrongInLooks(page, looks)).toEqual([])

  await page.locator('.masthead [lang=en]').click()
  await page.getByText('Sign in with your institution').click()
  await page.locator('.accounts button').first().waitFor()
  expect(await page.locator('h1').innerText()).toBe('Choose an account to sign in with')
  expect(await wrongInLooks(page, looks)).toEqual([])
})
