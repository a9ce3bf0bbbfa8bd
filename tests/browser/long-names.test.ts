/**
 * What offices write as long as a column lets them, and as one word: the page keeps its width, and all of it can be read. What the page
 * says itself has room for its longest words, in English too.
 */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { loaded, overflowOf, signInPage } from '../support/dashboard.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

/** As a system names a place that has no other name there. */
const NAME = `CENTRO_DE_ASISTENCIA_SOCIAL_${'PARA_NIÑAS_NIÑOS_Y_ADOLESCENTES_'.repeat(6)}`.slice(0, 200)
const PLACE = `M${'UNICIPIO'.repeat(20)}`.slice(0, 120)
const REASON = `Se espera la respuesta a https://expedientes.example.org/${'oficio_de_la_procuraduria/'.repeat(12)} y al otro`

let world: World
let browser: Browser
let alert: string
let page: Page
beforeAll(async () => {
  const database = await twinDatabase()
  const [place] = await database.query(
    `update placements.facility f set name = $1, municipality = $2 from oversight.alert a
     where a.about = 'FACILITY' and a.subject = f.id::text and a.resolved_at is null and f.state = '07' returning a.id`,
    [NAME, PLACE],
  )
  await database.query('update placements.facility set name = $1, municipality = $2 where state = $3', [
    ...[NAME, PLACE],
    '07',
  ])
  await database.query(
    `insert into oversight.alert_silence (id, kinds, state, reason, author, author_role, at, until)
     values (gen_random_uuid(), '{OVERCROWDED}', '07', $1, 'cndh', 'ombudsperson-federal', now(), now() + interval '2 days')`,
    [REASON],
  )
  alert = String(place?.['id'])
  world = await startWorld({ mode: 'in-process', database })
  browser = await openBrowser()
  ;({ page } = await openPageOfFile(browser))
  await signInPage(page, world)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

const WIDTHS = [320, 360, 641, 901, 1024, 1440]

test.each([
  ['/estado/07', '.facilities tbody th', NAME],
  ['/alertas', '.silences q', REASON],
  ['/alertas/', '.alert-place', NAME],
])('%s is as wide as its screen, and the whole of it stands there', async (path, sign, words) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(world.url + (path === '/alertas/' ? path + alert : path))
  await loaded(page, sign)
  expect(await page.locator(sign).filter({ hasText: words }).count()).toBeGreaterThan(0)

  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => overflowOf(page), { message: `${width} pixels` }).toBeLessThanOrEqual(0)
  }
})

test('in English too no word beside a filter is parted in two on a telephone', async () => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`${world.url}/alertas`)
  await loaded(page, '.severity-filter')
  await page.getByRole('button', { name: 'English' }).first().click()
  await page.getByRole('heading', { name: 'Open alerts' }).waitFor()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('button', { name: 'Filter' }).click()
  const labels = page.locator('.choice-label')
  await labels.last().waitFor()
  const parted = await labels.evaluateAll((all) =>
    all
      .filter((label) => {
        const words = document.createRange()
        words.selectNodeContents(label)
        return !label.textContent?.includes(' ') && words.getClientRects().length > 1
      })
      .map(({ textContent }) => textContent),
  )
  await page.getByRole('button', { name: 'Español' }).last().click()

  expect(parted).toEqual([])
})
