/** What a reader does on the overview: walks the map by keyboard, filters, sorts, follows; and what changes by itself. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { loaded, openDashboard, PAGES, signInPage } from '../support/dashboard.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

/** A page without its stream looks every 10 or 15 seconds: what it shows before that, it was told. */
const SOONER_THAN_ANY_POLL_IN_MS = 9_000

let world: World
let browser: Browser
let page: Page
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase(), isLive: true })
  browser = await openBrowser()
  ;({ page } = await openPageOfFile(browser))
  await signInPage(page, world)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** One page goes from test to test, and is loaded anew where it was not only looked at. */
async function open(path: keyof typeof PAGES): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(world.url + path)
  await loaded(page, PAGES[path])
}

const focusedState = () => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null)

describe('the overview', () => {
  beforeAll(() => open('/panorama'))

  test('the keyboard passes the chart by, in which there is nothing to use', async () => {
    await page.locator('.chart .recharts-area').waitFor()

    await page.locator('.trend summary').focus()
    await page.keyboard.press('Shift+Tab')

    expect(await page.evaluate(() => document.activeElement?.closest('section')?.className)).toBe('map-panel')
  })

  test('the table of states sorts by a column, and says so', async () => {
    const header = page.locator('table th[aria-sort]').first()
    const before = await header.getAttribute('aria-sort')
    await header.getByRole('button').click()

    expect(await header.getAttribute('aria-sort')).not.toBe(before)
    expect(await page.locator('table tbody tr').count()).toBeGreaterThanOrEqual(32)
  })

  test('definition, denominator and article stand one click behind a figure', async () => {
    const held = page.locator('section.figure').filter({ has: page.locator('#figure-held') })
    await held.getByRole('button', { name: /^Cómo se cuenta/ }).click()
    const definition = page.locator('.definition:popover-open')
    await definition.locator('dd').first().waitFor()

    expect(await definition.innerText()).toMatch(/Numerador[\s\S]+Denominador[\s\S]+arts?\. \d/)
    await page.keyboard.press('Escape')
  })

  test('the map is one stop of the tab key', async () => {
    expect(await page.locator('.state-map [tabindex="0"]').count()).toBe(1)
    expect(await page.locator('.state-map [role=button]').count()).toBe(32)
  })

  test('the map has all 32 states within reach of the arrows alone', async () => {
    const reached = new Set<string>()
    const waiting = ['07']
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      if (reached.has(code)) continue
      reached.add(code)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        await page.locator(`.state-map [role=button][data-code="${code}"]`).focus()
        await page.keyboard.press(key)
        const next = await focusedState()
        if (next) waiting.push(next)
      }
    }

    expect(reached.size).toBe(32)
  })

  test('the map names a state and its value, and Enter chooses it', async () => {
    const chiapas = page.locator('.state-map [role=button][data-code="07"]')
    expect(await chiapas.getAttribute('aria-label')).toMatch(/^Chiapas: .+/)

    await chiapas.focus()
    await page.keyboard.press('Enter')

    await page.locator('.readout b', { hasText: 'Chiapas' }).waitFor()
    expect(await chiapas.getAttribute('aria-pressed')).toBe('true')
    expect(new URL(page.url()).searchParams.get('entidad')).toBe('07')
  })
})

describe('the map of a phone', () => {
  beforeAll(async () => {
    await open('/panorama')
    await page.setViewportSize({ width: 360, height: 740 })
  })

  test('gives each of the 32 states room for a finger and letters that can be read', async () => {
    const tiles = page.locator('.state-map[data-layout=tiles] [role=button]')
    await tiles.first().waitFor()
    const boxes = await Promise.all((await tiles.all()).map((tile) => tile.boundingBox()))
    const letters = await page.locator('.state-map text').evaluateAll((all) =>
      all.map((text) => ({
        high: Number.parseFloat(getComputedStyle(text).fontSize) * ((text as SVGTextElement).getScreenCTM()?.a ?? 0),
        wide: text.getBoundingClientRect().width,
      })),
    )

    expect(boxes.length).toBe(32)
    expect(Math.min(...boxes.map((box) => Math.min(box?.width ?? 0, box?.height ?? 0)))).toBeGreaterThanOrEqual(38)
    expect(Math.min(...letters.map(({ high }) => high))).toBeGreaterThanOrEqual(11.9)
    expect(Math.max(...letters.map(({ wide }) => wide))).toBeLessThanOrEqual(41)
  })

  test('is followed by the first ten states, and by all of them when asked', async () => {
    const rows = page.locator('.state-table tbody tr:visible')
    await page.locator('.state-map[data-layout=tiles]').waitFor()
    expect(await rows.count()).toBe(10)
    await page.getByRole('button', { name: 'Ver las 32' }).click()

    await expect.poll(() => rows.count()).toBe(32)
  })

  test('reads the state out that one touches', async () => {
    await page.locator('.state-map[data-layout=tiles] [data-code="29"]').click()

    await page.locator('.readout b', { hasText: 'Tlaxcala' }).waitFor()
    expect(new URL(page.url()).searchParams.get('entidad')).toBe('29')
  })
})

test('two states stand side by side, in the address too, until one has seen enough', async () => {
  await open('/estado/07')
  await page.getByLabel('Comparar con').selectOption({ label: 'Veracruz' })
  await page.waitForURL(/con=30/)

  const table = page.getByRole('region', { name: 'Chiapas y Veracruz, lado a lado' }).getByRole('table')
  await table.waitFor()
  expect(await table.locator('thead').innerText()).toMatch(/Chiapas\s+Veracruz\s+País/)
  expect(await table.locator('tbody tr').count()).toBe(10)
  expect(await table.getByRole('row', { name: /^Casos PPNNA sin procesar/ }).innerText()).toMatch(/\d/)

  await page.getByRole('button', { name: 'Quitar la comparación' }).click()
  await table.waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.has('con')).toBe(false)
})

describe('filters', () => {
  beforeEach(() => open('/panorama'))

  test('live in the address: chosen, sent to somebody, opened again', async () => {
    const before = await page.locator('.figure-value').first().innerText()
    await page.getByLabel('Compañía').selectOption({ label: 'no acompañados' })
    await page.waitForURL(/compania=no-acompanados/)
    await loaded(page, PAGES['/panorama'])

    const other = (
      await openDashboard(browser, world, { path: new URL(page.url()).pathname + new URL(page.url()).search })
    ).page
    await loaded(other, PAGES['/panorama'])
    const opened = await other.locator('.figure-value').first().innerText()

    expect(await other.getByLabel('Compañía').inputValue()).toBe('no-acompanados')
    expect(opened).not.toBe(before)
    // The figure before stands until the filtered one is there.
    await expect.poll(() => page.locator('.figure-value').first().innerText()).toBe(opened)
    await other.context().close()
  })

  test('are kept on the way to a state and back', async () => {
    await page.getByLabel('Edad').selectOption({ label: '0 a 11 años' })
    await page.waitForURL(/edad=0-11/)
    await page.getByRole('navigation', { name: 'Páginas' }).getByRole('link', { name: 'Entidad' }).click()

    await page.waitForURL(/\/estado\/\d\d\?.*edad=0-11/)
  })
})

test('a file that is taken in changes the headline by itself, told by the stream and not by a look at the clock', async () => {
  await open('/panorama')
  const value = page
    .locator('section.figure')
    .filter({ has: page.locator('#figure-held') })
    .locator('.figure-value')
  await page.locator('.live[data-state=on]').waitFor()
  const before = Number.parseInt((await value.innerText()).replaceAll(',', ''), 10)
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])

  await world.takeIn('placements/stays', [aStay(detection.ACTA)])
  await page.waitForFunction(
    (held) =>
      [...document.querySelectorAll<HTMLElement>('.figure-value')].some(
        ({ innerText }) => Number.parseInt(innerText.replaceAll(',', ''), 10) === held,
      ),
    before + 1,
    { timeout: SOONER_THAN_ANY_POLL_IN_MS },
  )
})
