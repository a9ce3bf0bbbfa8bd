/** Every page in every look: axe finds nothing, nothing overflows, nothing goes wrong, nobody outside is asked. */
import { ALERT_KINDS } from '@vigia/law/alert-kinds'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KEY_COMMAND } from '../../gateway/src/start/last-words.ts'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPage, openPageOfFile } from '../support/browser.ts'
import {
  LOADED_IN,
  LOOKS,
  loaded,
  openDashboard,
  overflowOf,
  PAGES,
  signInPage,
  wrongInFurthestLooks,
  wrongInLooks,
} from '../support/dashboard.ts'
import { eventually } from '../support/eventually.ts'
import { read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const WIDTHS = [320, 360, 390, 480, 641, 700, 768, 820, 901, 1024, 1100, 1240, 1321, 1440, 1600, 1920]

test.each(Object.entries(LOADED_IN))('loaded in %s, no look is left out', (_, looks) => {
  expect([...looks].sort()).toEqual(Object.keys(LOOKS).sort())
})

test('of words that can hardly be read axe finds each, and of others none', async () => {
  const { page } = await openPage(browser)
  const words = (id: string, colours: string) => `<p id="${id}" style="${colours}">Words to be read</p>`
  const [faint, strong] = ['color: #999', 'color: #333']
  await page.setContent(
    `<html lang="en"><title>Words</title><main><h1>Words</h1>${words('faint', faint)}${words('strong', strong)}
      ${words('as-faint', faint)}${words('turned', 'color: #999; background: #222')}${words('lost', 'color: #333; background: #444')}</main>`,
  )

  expect(await violationsOn(page)).toEqual(['faint', 'as-faint', 'lost'].map((id) => `color-contrast: #${id}`))
})

/** Each is loaded once, a light screen and a dark telephone by turns. */
const LOADED = Object.entries(PAGES).map(([path, sign], index) => {
  const looks = LOADED_IN[index % 2 === 0 ? 'a light screen' : 'a dark telephone']
  return [path, { sign, looks }] as const
})

test.each(LOADED)('%s in every look, and in every width from 320 to 1920', async (path, { sign, looks }) => {
  const { page, errors, strangers } = await openDashboard(browser, world, { path, look: LOOKS[looks[0]] ?? {} })
  await loaded(page, sign)

  expect(await syntheticOn(page)).toMatch(/sintéticos/i)
  // As it was loaded first; widths are of the page, whatever its colours.
  expect(await wrongInLooks(page, looks)).toEqual([])
  expect(await tooWideOn(page)).toEqual([])
  expect(errors).toEqual([])
  expect(strangers).toEqual([])
})

/** As much as a reader may ask for, by WCAG 1.4.12. */
const SPACED = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

function setApart(page: Page): Promise<void> {
  return page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  }, SPACED)
}

test('with letters set as far apart as a reader may ask for, the masthead and the fields of an account fit a small telephone', async () => {
  const { page } = await openDashboard(browser, world, { path: '/cuenta', look: LOOKS['phone, 360'] ?? {} })
  await loaded(page, '.letters li')
  await page.setViewportSize({ width: 320, height: 640 })
  await setApart(page)

  await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
})

/** The mark by which a page says that its data are invented; on paper the masthead's is not seen, and the page has its own. */
const syntheticOn = (page: Page): Promise<string> => page.locator('.synthetic:visible').first().innerText()

/** The widths into which it does not fit. */
async function tooWideOn(page: Page): Promise<number[]> {
  const tooWide: number[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    // A chart learns of its new width a moment later.
    const fits = expect.poll(() => overflowOf(page), { timeout: 10_000 }).toBeLessThanOrEqual(0)
    await fits.catch(() => tooWide.push(width))
  }
  return tooWide
}

describe('the overview, opened once', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await openDashboard(browser, world, { path: '/panorama', open: openPageOfFile }))
    await loaded(page, PAGES['/panorama'])
  })
  afterAll(() => page.context().close())

  test('the overview turns into English where it stands, and says in both languages that its data are synthetic', async () => {
    expect(await page.locator('.synthetic').innerText()).toMatch(/sintéticos/i)
    const masthead = page.getByRole('banner')
    await masthead.getByRole('button', { name: 'English' }).click()
    await masthead.getByRole('button', { name: 'Español' }).waitFor()
    expect(await page.locator('.synthetic').innerText()).toMatch(/synthetic/i)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await violationsOn(page)).toEqual([])
    expect(await page.locator('main').innerText()).not.toMatch(/Retenidos|Estancia|Umbral|últimas/)
    await masthead.getByRole('button', { name: 'Español' }).click()
    await page.locator('html[lang=es-MX]').waitFor()
  })

  test.each([1440, 1024, 360])('with letters as far apart, the overview fits a screen of %i', async (width) => {
    await page.setViewportSize({ width, height: 800 })
    // As a reader does who opens the years of the trend.
    if (!(await page.locator('.twin[open]').count())) await page.locator('.twin summary').click()
    await setApart(page)

    await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0)
  })

  test('a count of seven digits keeps within its box', async () => {
    await page.evaluate(() => (document.adoptedStyleSheets = []))
    await page.setViewportSize({ width: 1024, height: 800 })
    const beyond = await page.evaluate(() => {
      const texts = [...document.querySelectorAll('.figure-value .changing')]
      for (const text of texts) text.textContent = '1,234,567'
      for (const text of texts) text.closest('.figure-value')?.setAttribute('data-long', 'true')
      return texts.map((text) => {
        const [own, box] = [text.getBoundingClientRect(), text.closest('.figure')?.getBoundingClientRect()]
        return Math.max(0, Math.ceil(own.right - (box?.right ?? 0)))
      })
    })

    expect(beyond).toEqual([0, 0, 0])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  })
})

/** Words of no English sentence; not those of names: states ("Ver."), places (in capitals), laws and offices are called what they are. */
const WORDS =
  'abrir acusar asignar cerrar cómo desde entidades está están hace hasta hay más ninguna ninguno según sin también últimas ver'
const SPANISH = new RegExp(
  `(?<!\\p{L})(${WORDS.replace(/(^| )(\S)/g, (_all, gap, first) => `${gap && '|'}[${first}${first.toUpperCase()}]`)})(?![.\\p{L}])`,
  'gu',
)

test('whoever chose English finds it on every page, which says SYNTHETIC, and no Spanish but names and what the law says', async () => {
  const { data } = await world.ask<{ alerts: { edges: { node: { id: string } }[] } }>(
    '{ alerts(first: 1, filter: { isOpen: true }) { edges { node { id } } } }',
  )
  const alert = `/alertas/${data?.alerts.edges[0]?.node.id}`
  const others = {
    [alert]: '.letter',
    '/sistema': 'main table, main .none',
    '/bandeja': 'main h1',
    '/cuenta': 'main h2',
  }
  const { page, errors } = await openPage(browser)
  await signInPage(page, world)
  await page.addInitScript(() => localStorage.setItem('vigia-language', 'en'))
  const left: string[] = []
  for (const [path, sign] of Object.entries({ ...PAGES, ...others })) {
    await page.goto(world.url + path)
    await loaded(page, sign)
    await page.locator('html[lang=en]').waitFor()
    expect(await syntheticOn(page), path).toMatch(/synthetic/i)
    // In Spanish on purpose: the words of the law, the letter to an authority of Mexico, what a person wrote.
    const text = await page.evaluate(() => {
      for (const spanish of document.querySelectorAll('body [lang^=es]')) spanish.remove()
      return document.body.innerText
    })
    left.push(
      ...[...text.matchAll(SPANISH)].map(
        ({ 0: word, index }) => `${path}: ${word} in ${text.slice(index - 30, index + 30)}`,
      ),
    )
  }

  expect(left).toEqual([])
  expect(errors).toEqual([])
})

test('the page for partners is there for whoever is not signed in, in both languages and every width, with examples to copy', async () => {
  const { page, errors, strangers } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`${world.url}/partners`)
  await loaded(page, '.kinds')
  const main = page.getByRole('main')

  expect(await syntheticOn(page)).toMatch(/sintéticos/i)
  expect(await main.innerText()).toContain(KEY_COMMAND)
  expect(await page.locator('.kinds tbody tr').count()).toBe(Object.keys(ALERT_KINDS).length)
  await page.getByRole('button', { name: 'Copiar subscribe.py' }).click()
  await page.getByText('Copiado').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(read('gateway/examples/subscribe.py'))
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    expect(await overflowOf(page), String(width)).toBeLessThanOrEqual(0)
  }
  expect(await wrongInFurthestLooks(page)).toEqual([])

  // The page was just another size: a click on what is being drawn anew reaches nobody.
  await eventually(async () => {
    const english = page.getByRole('banner').getByRole('button', { name: 'English' })
    if (await english.isVisible()) await english.click({ timeout: 1_000 }).catch(() => {})
    return main.getByText('For partner systems').isVisible()
  }, Boolean)
  expect(await main.innerText()).not.toMatch(/Ámbar|Qué|la salida|alertas/)
  expect(asked.filter((path) => path.startsWith('/graphql'))).toEqual([])
  expect([errors, strangers]).toEqual([[], []])
})
