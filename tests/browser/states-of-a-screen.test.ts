/** What a page shows before figures, without figures and instead of figures: never a zero that is none. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, openPageOfFile } from '../support/browser.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'
import { loaded, openDashboard, overflowOf, signInPage, wrongInFurthestLooks } from '../support/dashboard.ts'
import { eventually } from '../support/eventually.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http' })
  await world.database.query('update outbox.registry set is_synthetic = true')
  await tellOfNobodyInNeed()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** One child who was handed over, whose case is open, and who was returned long ago with a determination: every figure is 0. */
async function tellOfNobodyInNeed(): Promise<void> {
  const found = aDetection({ 'FECHA Y HORA': written(daysAgo(90)), 'AVISO A PPNNA': written(daysAgo(89)) })
  const file = aCase(found.ACTA, { 'FECHA DE APERTURA': writtenDay(daysAgo(80)) })
  const stay = {
    INGRESO: written(daysAgo(90)),
    EGRESO: written(daysAgo(89)),
    'TIPO DE EGRESO': 'Canalización institucional',
  }
  await world.takeIn('children/detections', [found])
  await world.takeIn('placements/stays', [aStay(found.ACTA, stay)])
  await world.takeIn('representation/protection-cases', [file], { state: '07' })
  await world.takeIn(
    'representation/determinations',
    [aDetermination(file.FOLIO, { FECHA: writtenDay(daysAgo(70)) })],
    { state: '07' },
  )
  await world.takeIn('returns/executed-returns', [
    aReturn(found.ACTA, { 'FECHA Y HORA DE SALIDA': written(daysAgo(60)) }),
  ])
  await world.settle()
}

test.each(['/panorama', '/estado/07'])(
  'while the figures of %s are on their way, their places are kept',
  async (path) => {
    const { page } = await openPage(browser, { reducedMotion: 'no-preference' })
    // The registry answers at once, so that the page stands; what it asks for then never comes.
    await page.route('**/graphql', async (route) => {
      const isFirst = /registry/.test(route.request().postData() ?? '')
      if (isFirst) await route.continue()
    })
    await signInPage(page, world)
    await page.goto(world.url + path)
    await page.locator('.bone').first().waitFor()

    expect(await page.locator('.figure-value').count()).toBe(0)
    expect(await page.locator('.bone[role=status]').first().innerText()).toMatch(/Cargando/)
    expect(await wrongInFurthestLooks(page)).toEqual([])
  },
)

describe('given files that tell of nobody in need', () => {
  let page: Page
  let errors: string[]
  beforeAll(async () => {
    ;({ page, errors } = await openPageOfFile(browser))
    await signInPage(page, world)
  })
  afterAll(() => page.context().close())

  async function open(path: string): Promise<void> {
    errors.length = 0
    await page.goto(world.url + path)
  }

  test.each(['/panorama', '/estado/07'])('on %s a true zero stands there', async (path) => {
    await open(path)
    await loaded(page, '.figure-value')

    expect(await page.locator('.figure-value').first().innerText()).toMatch(/^0\b/)
    expect(await wrongInFurthestLooks(page)).toEqual([])
    expect(errors).toEqual([])
  })

  test('given an address that says something unknown, it is read as if it did not say it', async () => {
    await open('/panorama?edad=UNKNOWN&compania=nadie')
    await loaded(page, '.figure-value')

    // A service that was busy for a moment is asked again; what is asked wrongly fails again.
    await expect.poll(() => page.locator('.figure .failed-word').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Quitar filtros' }).count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('given an address that leads nowhere, the window says so too', async () => {
    await open('/nada')
    await page.getByRole('heading', { name: 'Esta página no existe.' }).waitFor()
    expect(await page.title()).toBe('Esta página no existe · Vigía')

    await open('/estado/99')
    await page.getByRole('heading', { name: /la clave 99/ }).waitFor()
    expect(await page.title()).toBe('Esta página no existe · Vigía')
  })
})

test('while the page itself is on its way, it says so, and in the dark nothing is white', async () => {
  const { page } = await openPage(browser, { colorScheme: 'dark' })
  await page.route('**/*.js', () => new Promise(() => {}))
  await page.goto(world.url, { waitUntil: 'commit' })
  await page.getByText('Cargando Vigía…').waitFor()

  const [background = 255] = await page.evaluate(() =>
    [...getComputedStyle(document.body).backgroundColor.matchAll(/\d+/g)].map(Number),
  )
  expect(background).toBeLessThan(40)
})

test('given the connection is lost, a page that was not yet had says so in its place, and comes when it is back', async () => {
  const { page } = await openDashboard(browser, world, { path: '/panorama' })
  await loaded(page, '.figure-value')
  await page.context().setOffline(true)
  await page.locator('.live[data-state=off]').waitFor()
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Alertas/ })
    .click()

  await page.getByRole('heading', { name: 'Esta página no se pudo mostrar.' }).waitFor()
  expect(await page.title()).toBe('Esta página no se pudo mostrar · Vigía')
  await page.getByRole('button', { name: 'Reintentar' }).click()
  expect(await page.getByRole('navigation').isVisible()).toBe(true)

  await page.context().setOffline(false)
  await page.getByRole('heading', { name: 'Alertas abiertas' }).waitFor()
})

test('given the registry is away for a while, and the network is not, a page that was not yet had comes when it answers again', async () => {
  const { page } = await openDashboard(browser, world, { path: '/panorama' })
  await loaded(page, '.figure-value')
  await page.context().route('**/*', (request) => request.abort('connectionrefused'))
  const lookedFor = page.waitForEvent('requestfailed', (request) => request.method() === 'HEAD')
  await page.getByRole('navigation').getByRole('link', { name: 'Informe' }).click()
  await page.getByRole('heading', { name: 'Esta página no se pudo mostrar.' }).waitFor()
  await lookedFor

  await page.context().unroute('**/*')

  await page.getByRole('button', { name: 'Imprimir' }).waitFor()
})

describe('given the service of stays is down', () => {
  let page: Page
  beforeAll(async () => {
    await world.stopService('placements')
    ;({ page } = await openDashboard(browser, world, { path: '/panorama', open: openPageOfFile }))
  })
  afterAll(async () => {
    await page.context().close()
    await world.startService('placements')
  })

  test('its figure is «No disponible» and never 0, and the others stand', async () => {
    await page.locator('.failed-word').first().waitFor()
    await loaded(page, '.figure-value')

    const held = page.locator('section.figure').filter({ has: page.locator('#figure-held') })
    expect(await held.locator('.failed-word').innerText()).toBe('No disponible')
    expect(await held.locator('.figure-value').count()).toBe(0)
    expect(await held.innerText()).toMatch(/El servicio de estancias no responde desde las \d\d:\d\d/)
    const waiting = page.locator('section.figure').filter({ has: page.locator('#figure-unprocessed') })
    expect(await waiting.locator('.figure-value').innerText()).toMatch(/^0\b/)
    expect(await wrongInFurthestLooks(page)).toEqual([])
  })

  test('when it is up again, asking again brings the figure', async () => {
    const held = page.locator('section.figure').filter({ has: page.locator('#figure-held') })
    await held.locator('.failed-word').waitFor()
    await world.startService('placements')

    // The gateway leaves a service alone for some seconds after it failed again and again.
    await eventually(
      async () => {
        const retry = held.getByRole('button', { name: /Reintentar/ })
        // The button goes as soon as the figure comes, perhaps under the finger.
        if (await retry.isVisible()) await retry.click({ timeout: 500 }).catch(() => undefined)
        return held.locator('.figure-value').isVisible()
      },
      Boolean,
      20_000,
    )

    expect(await held.locator('.figure-value').innerText()).toMatch(/^0\b/)
  })

  test('when it is up again, the figure comes by itself, though nothing changed that a stream would tell of', async () => {
    await world.stopService('placements')
    await page.reload()
    const held = page.locator('section.figure').filter({ has: page.locator('#figure-held') })
    await held.locator('.failed-word').waitFor()
    await world.startService('placements')

    await held.locator('.figure-value').waitFor({ timeout: 40_000 })
  })
})

test('given nobody can tell who is in when a page is opened, it says so, and shows its figures by itself once it is known', async () => {
  const { page } = await openPage(browser)
  await signInPage(page, world)
  await page.route('**/session', (route) => route.fulfill({ status: 503, body: '{}' }))
  await page.goto(`${world.url}/panorama`)
  await page.getByText('no se sabe si tiene una sesión').waitFor()
  expect(await page.locator('.figure-value').count()).toBe(0)

  await page.unroute('**/session')

  await page.locator('.figure-value').first().waitFor()
})

test.each([
  ['America/Mexico_City', false],
  ['America/Tijuana', true],
  ['Europe/Zurich', true],
])('in %s it is told beside the hour of the data of which clock it is: %o', async (timezoneId, isTold) => {
  const { page } = await openDashboard(browser, world, {
    path: '/panorama',
    look: { timezoneId, viewport: { width: 360, height: 740 } },
  })
  await page.locator('.as-of time').waitFor()

  expect(/hora del centro de México/.test(await page.locator('.masthead').innerText())).toBe(isTold)
  expect(await page.locator('.foot').innerText()).toContain('Las horas son del centro de México.')
  expect(await overflowOf(page)).toBe(0)
})
