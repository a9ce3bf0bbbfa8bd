/** The inbox of alerts: opened by keyboard, narrowed by the address, acted upon with a reason, and told of what is raised. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { loaded, openDashboard, PAGES, signInPage, wrongInFurthestLooks } from '../support/dashboard.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

const IN_A_STATION = { 'NOMBRE DEL LUGAR': 'Estación migratoria Siglo XXI', 'TIPO DE LUGAR': 'Estación migratoria' }
const REASON = 'Se pidió por oficio que se cumpla hoy mismo'
/** A page without its stream looks every 10 or 15 seconds: what it shows before that, it was told. */
const SOONER_THAN_ANY_POLL_IN_MS = 9_000

let world: World
let browser: Browser
let page: Page
let errors: string[]
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase(), isLive: true })
  browser = await openBrowser()
  ;({ page, errors } = await openPageOfFile(browser))
  await signInPage(page, world)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})
/** One page goes from test to test, and is loaded anew for each. */
async function open(path = '/alertas?gravedad=critica', sign: string = PAGES['/alertas']): Promise<void> {
  await page.unrouteAll()
  await page.setViewportSize({ width: 1280, height: 720 })
  errors.length = 0
  await page.goto(world.url + path)
  await loaded(page, sign)
}

const lines = () => page.locator('[data-line]')
const alertsShown = () => page.locator('.alert-list tbody tr')
const notices = () => page.locator('.notice-head')
const dialog = () => page.getByRole('dialog')
const act = (name: RegExp) => page.getByRole('button', { name }).first()

/** Alerts of one place and day stand under a notice, which is opened too. */
async function openFirstLine(): Promise<void> {
  await lines().first().click()
  const alert = alertsShown().getByRole('link', { name: /^Ver la alerta/ })
  await alert.or(notices()).first().waitFor()
  if ((await alert.count()) === 0) await notices().first().click()
  await alert.first().waitFor()
}

test('J and K go from line to line, and Enter opens one', async () => {
  await open()
  await lines().first().focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await alertsShown().first().waitFor()

  expect(await lines().nth(1).getAttribute('aria-expanded')).toBe('true')
  expect(await lines().nth(0).getAttribute('aria-expanded')).toBe('false')
})

test('filters stand in the address, and are chosen again by whoever opens it', async () => {
  await open()
  await page.getByLabel('Entidad').selectOption({ label: 'Chiapas' })
  await page.getByLabel('De quién es el deber').selectOption('con deber de: Instituto Nacional de Migración')
  await page.waitForURL(/entidad=07.*deber=inm/)
  const path = new URL(page.url()).pathname + new URL(page.url()).search
  const other = (await openDashboard(browser, world, { path })).page
  await loaded(other, '.notice-head, .alert-list tbody tr')

  expect(await other.getByLabel('De quién es el deber').inputValue()).toBe('inm')
  expect(await other.getByLabel('Entidad').inputValue()).toBe('07')
  expect(await other.getByLabel('Gravedad').inputValue()).toBe('critica')
  await other.context().close()
})

test('how many alerts a choice leaves is said', async () => {
  await open()
  const said = page.locator('[aria-live=polite]')
  await page.getByLabel('Entidad').selectOption({ label: 'Chiapas' })

  await expect.poll(() => said.textContent()).toMatch(/^[\d,]+ alertas?$/)
})

test('on a telephone what is wrong begins each of its lines under the first', async () => {
  await open('/alertas?entidad=07')
  await page.setViewportSize({ width: 360, height: 740 })
  const beginnings = await lines().evaluateAll((heads) =>
    heads.map((head) => {
      const words = document.createRange()
      words.selectNodeContents(head)
      return [...words.getClientRects()].map(({ left }) => Math.round(left))
    }),
  )

  expect(beginnings.filter(({ length }) => length > 1).length).toBeGreaterThan(0)
  for (const [first, ...others] of beginnings)
    expect(new Set(others)).toEqual(new Set(others.length > 0 ? [first] : []))
})

test('given a reason and an end, an alert is acknowledged, and its page says by whom, why and until when', async () => {
  await open()
  await openFirstLine()
  await act(/^Acusar/).click()
  await dialog().getByRole('textbox').fill('Visto')
  await dialog().getByRole('button', { name: 'Acusar' }).click()
  await dialog().getByText('Es demasiado corto').waitFor()
  expect(await violationsOn(page)).toEqual([])

  await dialog().getByRole('textbox').fill(REASON)
  await dialog().getByRole('button', { name: 'Acusar' }).click()
  await dialog().waitFor({ state: 'detached' })
  await page.locator('[aria-live=polite]', { hasText: /^Con acuse: .+/ }).waitFor({ state: 'attached' })
  const acknowledged = alertsShown().filter({ hasText: 'Con acuse' }).first()
  const name = acknowledged.getByRole('link', { name: /^Ver la alerta/ })
  // The button that was pressed is gone: the reader goes on from the alert, and not from the top of the page.
  await expect.poll(() => name.evaluate((link) => link === document.activeElement)).toBe(true)
  await name.click()

  const steps = page.getByRole('region', { name: 'Qué ha pasado' }).getByRole('listitem')
  await steps.nth(1).waitFor()
  expect(await steps.last().innerText()).toMatch(
    /Atendida por una persona hasta el .+Secretaría ejecutiva federal.+oficio/s,
  )
  expect(await page.getByRole('region', { name: 'En qué se funda' }).getByRole('listitem').count()).toBeGreaterThan(0)
  expect(await page.getByRole('region', { name: 'El oficio' }).innerText()).toMatch(
    /Presente.+Fundamento:.+Atentamente/s,
  )
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(errors).toEqual([])
})

test('given somebody was faster, one is told so, sees the alert as it is now, and can send again', async () => {
  await open()
  await openFirstLine()
  const button = act(/^Asignar/)
  const row = page.locator('.alert-list tr', { has: button }).last()
  const id = (await row.getByRole('link').first().getAttribute('href')) ?? ''
  await button.click()
  await dialog().getByRole('combobox').waitFor()
  await dialog().getByRole('combobox').selectOption('SIPINNA')
  await assignElsewhere(/alertas\/([^?]+)/.exec(id)?.[1] ?? '')
  await dialog().getByRole('button', { name: 'Asignar' }).click()
  await dialog().getByText('Alguien se adelantó').waitFor()
  // Nothing is taken from under the hand that pressed: what is sent again is one key away.
  expect(
    await dialog()
      .getByRole('button', { name: 'Asignar' })
      .evaluate((send) => send === document.activeElement),
  ).toBe(true)

  // Behind the dialog it is shown as it is now.
  await alertsShown().filter({ hasText: 'asignada a Comisión Nacional' }).first().waitFor()
  await dialog().getByRole('button', { name: 'Asignar' }).click()
  await dialog().waitFor({ state: 'detached' })
  await alertsShown().filter({ hasText: 'asignada a Secretaría Ejecutiva del SIPINNA' }).first().waitFor()
})

test('the page of an alert shows what others do with it as they do it, and says while it is not told of all', async () => {
  await open()
  await openFirstLine()
  await alertsShown()
    .getByRole('link', { name: /^Ver la alerta/ })
    .first()
    .click()
  await page.locator('.letter').waitFor()
  expect(await page.locator('.not-live').count()).toBe(0)

  await page.route('**/graphql**', (route) =>
    route.request().postData()?.includes('BoardChanged') ? route.abort() : route.fallback(),
  )
  const follows = page.waitForResponse((response) => response.request().postData()?.includes('AlertTold') === true)
  await page.reload()
  await follows
  await page.locator('.not-live').waitFor()
  await assignElsewhere(new URL(page.url()).pathname.split('/').at(-1) ?? '')

  const whose = page.getByRole('region', { name: 'Quién responde' }).getByText(/^Comisión Nacional/)
  await whose.waitFor({ timeout: SOONER_THAN_ANY_POLL_IN_MS })
})

async function assignElsewhere(id: string): Promise<void> {
  const { data } = await world.ask<{ alert: { version: number } }>('query ($id: ID!) { alert(id: $id) { version } }', {
    id,
  })
  const input = { id, version: data?.alert.version, office: 'CNDH' }
  const { errors: refused } = await world.ask(
    'mutation ($input: AssignAlertInput!) { assignAlert(input: $input) { alert { id } } }',
    { input },
  )
  if (refused) throw new Error(JSON.stringify(refused))
}

test('a child in a station is one more line of the inbox by itself, told by the stream', async () => {
  await open('/alertas?tipo=HELD_IN_PROHIBITED_PLACE', '.severity-filter')
  await page.locator('.live[data-state=on]').waitFor()
  const critical = page.locator('.severity-filter b').first()
  const before = Number(await critical.innerText())
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])

  await world.takeIn('placements/stays', [aStay(detection.ACTA, IN_A_STATION)])
  await expect
    .poll(async () => Number(await critical.innerText()), { timeout: SOONER_THAN_ANY_POLL_IN_MS })
    .toBe(before + 1)
})

test('children of one bus are one notice with their alerts under it, acknowledged as one; whoever opens one makes its office know', async () => {
  const bus = [aDetection(), aDetection(), aDetection()]
  await world.takeIn('children/detections', bus)
  await world.takeIn(
    'placements/stays',
    bus.map(({ ACTA }) => aStay(ACTA, IN_A_STATION)),
  )
  await world.settle()
  await open('/alertas?tipo=HELD_IN_PROHIBITED_PLACE&entidad=07')
  await lines().first().click()
  const notice = page
    .locator('.alert-list > tbody > tr', { has: notices() })
    .filter({ hasText: /[3-9]|[1-9]\d/ })
    .first()

  const [ofGroup, ofFirst] = (await notice.innerText()).matchAll(/se abr(?:ieron|ió)(?: entre)? el (\d+ \p{L}+)/gu)
  expect(ofGroup?.[1]).toBe(ofFirst?.[1])

  await notice.getByRole('button', { name: /^Acusar las/ }).click()
  await dialog().getByRole('textbox').fill(REASON)
  expect(await violationsOn(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Acusar' }).click()
  await dialog().waitFor({ state: 'detached' })
  await notice.getByText('Con acuse').first().waitFor()
  expect(new URL(page.url()).search).toContain('entidad=07')
  expect(await wrongInFurthestLooks(page)).toEqual([])

  await notice.locator('.notice-head').click()
  const alert = page.locator('.under-line .under-line').getByRole('link', { name: /^Ver la alerta/ })
  await alert.first().click()
  const steps = page.getByRole('region', { name: 'Qué ha pasado' }).getByRole('listitem')
  await steps.filter({ hasText: REASON }).waitFor()
  const knows = page.getByRole('region', { name: 'Quién lo sabe' }).getByRole('row')
  await knows.filter({ hasText: /Secretaría ejecutiva federal.*lo sabe desde/s }).waitFor()
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(errors).toEqual([])
})
