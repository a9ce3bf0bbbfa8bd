/** What stands on paper: whole sheets of the report, and of a state no part that is cut in two. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { loaded, overflowOf, PAGES, signInPage } from '../support/dashboard.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let page: Page
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  browser = await openBrowser()
  ;({ page } = await openPageOfFile(browser))
  await signInPage(page, world)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** Letter within the margins of the style sheet, in pixels of 1/96 inch. */
const SHEET = { width: 710, height: 957 }
/** A sheet of Letter between margins of 14 mm. */
const LETTER = { width: 710, height: 960 }
const SCREEN = { width: 1280, height: 720 }

/** As it stands on a screen, before it is printed. */
async function open(path: string, sign: string, look: BrowserContextOptions = {}): Promise<void> {
  const { viewport, colorScheme = 'light' } = look
  await page.emulateMedia({ media: null, colorScheme })
  await page.setViewportSize(viewport ?? SCREEN)
  await page.goto(world.url + path)
  await loaded(page, sign)
}

test('the report prints on whole pages', async () => {
  await open('/informe', PAGES['/informe'])
  const printed = async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    return {
      isPdf: pdf.startsWith('%PDF-'),
      // Which old viewers draw badly.
      hasType3: pdf.includes('/Type3'),
      pages: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length,
      // What is sent by mail: a picture of a sheet for each hatch made it four times as large.
      isSmall: pdf.length < 1_000_000,
    }
  }

  // A part that could not be had for a moment is shorter, until it is asked for again.
  await expect.poll(printed).toEqual({ isPdf: true, hasType3: false, pages: 3, isSmall: true })
})

/** The sheets of the report bear marks of their own; of the other pages only the first has a masthead. */
async function markOfSheets(): Promise<unknown[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
    const name = getComputedStyle(document.body).getPropertyValue('page')
    const ofPage = rules.filter((rule) => rule instanceof CSSPageRule && rule.selectorText === name)
    return [name, ofPage.map(({ cssText }) => cssText).join()]
  })
}
const MARK = ['synthetic', expect.stringMatching(/@top-center \{[^}]*DATOS SINTÉTICOS · SYNTHETIC DATA/)]

test('each sheet of /alertas says that its data are synthetic', async () => {
  await open('/alertas', PAGES['/alertas'])
  await page.emulateMedia({ media: 'print' })

  expect(await markOfSheets()).toEqual(MARK)
})

describe.each(['/panorama', '/estado/07'] as const)('%s of a dark screen', (path) => {
  beforeAll(async () => {
    await open(path, PAGES[path], { colorScheme: 'dark' })
    await page.setViewportSize(LETTER)
    await page.emulateMedia({ media: 'print' })
  })

  test('each sheet says that its data are synthetic', async () => {
    expect(await markOfSheets()).toEqual(MARK)
  })

  test('on paper it is light, and still says that its data are synthetic, and of when', async () => {
    await page.locator('[data-mantine-color-scheme=light]').waitFor()

    expect(await page.locator('.synthetic').isVisible()).toBe(true)
    expect(await page.getByRole('banner').innerText()).toMatch(/Datos al \d/)
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await violationsOn(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    // The bars have room beside their words, and the three figures stand in a row.
    expect((await page.locator('.funnel-bar').first().boundingBox())?.width).toBeGreaterThan(200)
    const tops = await page
      .locator('.figures > .figure')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top))
    expect(new Set(tops.map(Math.round)).size).toBe(1)
  })
})

test('each sheet of the report says so by itself, whatever the screen looked like', async () => {
  await open('/informe', PAGES['/informe'], { colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })

  const marks = page.locator('.report-head .synthetic')
  expect(await marks.count()).toBe(3)
  for (const mark of await marks.all()) expect(await mark.isVisible()).toBe(true)
  expect(await page.getByRole('banner').isVisible()).toBe(false)
})

/** In a grid, the heads that a list repeats on each sheet are not counted: what follows it would be printed over its last rows. */
test('no list that may go over a sheet stands in a grid, and nothing to press is printed beside it', async () => {
  for (const [path, sign] of Object.entries({
    '/sistema': '#secretarias',
    '/alertas': '.alert-lines',
    '/bandeja': 'h1',
  })) {
    await open(path, sign)
    await page.emulateMedia({ media: 'print' })
    const around = await page.locator('main table').evaluateAll((tables) =>
      tables.flatMap((table) => {
        const within: string[] = []
        for (let part = table.parentElement; part && part.tagName !== 'MAIN'; part = part.parentElement)
          if (/grid|flex/.test(getComputedStyle(part).display)) within.push(part.className)
        return within
      }),
    )

    expect(around, path).toEqual([])
    expect(
      await page.locator('.part-head .action:visible, .act-list:visible, main form button:visible').count(),
      path,
    ).toBe(0)
  }
})

/** Within a table, cards are one row of it: the sheet would be parted between the title and all of them. */
test('the alerts of a child stand under their title, on the same sheet, and no way back to the list is printed', async () => {
  const { data } = await world.ask<{ alerts: { edges: { node: { id: string } }[] } }>(
    '{ alerts(filter: { kind: CASE_NOT_PROCESSED, isOpen: true }, first: 1) { edges { node { id } } } }',
  )
  await open(`/alertas/${data?.alerts.edges[0]?.node.id}`, '.alert-list tbody tr')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SHEET)

  const around = await page
    .locator('.alert-list tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [row, row.parentElement, row.closest('table')].map((part) => part && getComputedStyle(part).display),
      ),
    )
  expect(around.length).toBeGreaterThan(0)
  for (const displays of around) expect(displays).toEqual(['grid', 'block', 'block'])
  expect(await page.getByRole('link', { name: 'Todas las alertas' }).isVisible()).toBe(false)
})

test('the code that partners are shown is printed whole, without a button to copy it', async () => {
  await open('/partners', '.code')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SHEET)

  const isCut = await page
    .locator('.code-lines')
    .evaluateAll((blocks) => blocks.map((block) => block.scrollWidth > block.clientWidth))
  expect(new Set(isCut)).toEqual(new Set([false]))
  expect(await page.locator('.code button').filter({ visible: true }).count()).toBe(0)
})

test('no part of a state is cut in two, nor does a note stand alone, and all have room on a sheet', async () => {
  await open('/estado/07', PAGES['/estado/07'], { viewport: SHEET })
  await loaded(page, '.state-alerts .list')
  await page.emulateMedia({ media: 'print' })

  const parts = await page.locator('.state-screen section').evaluateAll((sections) =>
    sections.map((section) => ({
      name: section.getAttribute('aria-labelledby') ?? section.className,
      height: section.getBoundingClientRect().height,
      isWhole: section.parentElement?.closest('section') !== null || getComputedStyle(section).breakInside === 'avoid',
    })),
  )
  const notes = await page
    .locator('.state-screen .note')
    .evaluateAll((all) => all.map((note) => getComputedStyle(note).breakBefore))

  expect(parts.length).toBeGreaterThanOrEqual(8)
  expect(parts.filter(({ isWhole }) => !isWhole)).toEqual([])
  expect(parts.filter(({ height }) => height > SHEET.height)).toEqual([])
  expect(new Set(notes)).toEqual(new Set(['avoid']))
})
