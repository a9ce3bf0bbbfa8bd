/** What stands on paper: whole sheets of the report, and of a state no part that is cut in two. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { loaded, openDashboard, PAGES } from '../support/dashboard.ts'
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

/** Letter within the margins of the style sheet, in pixels of 1/96 inch. */
const SHEET = { width: 710, height: 957 }

test('the report prints on whole pages', async () => {
  const { page } = await openDashboard(browser, world, { path: '/informe' })
  await loaded(page, PAGES['/informe'])
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
test.each(['/panorama', '/estado/07', '/alertas'])(
  'each sheet of %s says that its data are synthetic',
  async (path) => {
    const { page } = await openDashboard(browser, world, { path })
    await loaded(page, PAGES[path as '/panorama'])
    await page.emulateMedia({ media: 'print' })

    const [name, marks] = await page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
      const name = getComputedStyle(document.body).getPropertyValue('page')
      const ofPage = rules.filter((rule) => rule instanceof CSSPageRule && rule.selectorText === name)
      return [name, ofPage.map(({ cssText }) => cssText).join()]
    })
    expect(name).toBe('synthetic')
    expect(marks).toMatch(/@top-center \{[^}]*DATOS SINTÉTICOS · SYNTHETIC DATA/)
  },
)

/** In a grid, the heads that a list repeats on each sheet are not counted: what follows it would be printed over its last rows. */
test('no list that may go over a sheet stands in a grid, and nothing to press is printed beside it', async () => {
  const { page } = await openDashboard(browser, world, { path: '/sistema' })
  for (const [path, sign] of Object.entries({
    '/sistema': '#secretarias',
    '/alertas': '.alert-lines',
    '/bandeja': 'h1',
  })) {
    await page.goto(world.url + path)
    await loaded(page, sign)
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
    await page.emulateMedia({ media: 'screen' })
  }
})

test('the code that partners are shown is printed whole, without a button to copy it', async () => {
  const { page } = await openDashboard(browser, world, { path: '/partners' })
  await loaded(page, '.code')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(SHEET)

  const isCut = await page
    .locator('.code-lines')
    .evaluateAll((blocks) => blocks.map((block) => block.scrollWidth > block.clientWidth))
  expect(new Set(isCut)).toEqual(new Set([false]))
  expect(await page.locator('.code button').filter({ visible: true }).count()).toBe(0)
})

test('no part of a state is cut in two, nor does a note stand alone, and all have room on a sheet', async () => {
  const { page } = await openDashboard(browser, world, { path: '/estado/07', look: { viewport: SHEET } })
  await loaded(page, PAGES['/estado/07'])
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
