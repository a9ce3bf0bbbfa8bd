/** A registry that was told nothing, as each office sees it: nothing is claimed on any page, not even a zero, nor that all is well. */
import type { Actor } from '@vigia/kit/actor'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser, openPageOfFile, type WatchedPage } from '../support/browser.ts'
import { handPageTo, loaded, wrongInFurthestLooks } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let opened: WatchedPage
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.settle()
  browser = await openBrowser()
  opened = await openPageOfFile(browser)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const CHIAPAS = { states: ['07'] }
const OFFICES: readonly Actor[] = [
  anActor('ombudsperson-federal'),
  anActor('ombudsperson-state', CHIAPAS),
  anActor('ppnna-officer', CHIAPAS),
  anActor('dif-officer', CHIAPAS),
]

const PAGES = ['/panorama', '/estado/07', '/alertas', '/informe']

/** What only somebody can say who was told something. */
const CLAIMED =
  /No hay ninguna alerta|Nada de lo que se ha informado|Ninguna obligación|Datos al \d|\b0 (críticas|rojas)/

test.each(OFFICES.map((office) => [office.role, office] as const))(
  'to %s no page claims anything, in any look',
  async (_role, office) => {
    const { page, errors } = opened
    await handPageTo(page, { url: world.url, cookie: (await signedIn(world.database.url, office)).cookie })
    for (const path of PAGES) {
      await page.goto(world.url + path)
      await loaded(page, '.failed-word')

      const said = async () => [...new Set(await page.locator('main .failed-word').allInnerTexts())]
      await expect.poll(said, { message: path }).toEqual(['Sin datos'])
      expect(await page.getByRole('button', { name: /Reintentar/ }).count()).toBe(0)
      expect(await page.locator('.figure-value, .severity-filter, .chart, .weeks').count(), path).toBe(0)
      expect((await page.locator('body').innerText()).replaceAll(/\s+/g, ' '), path).not.toMatch(CLAIMED)
      expect(await wrongInFurthestLooks(page)).toEqual([])
    }
    expect(errors).toEqual([])
  },
)
