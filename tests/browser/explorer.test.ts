/** The explorer at `/graphql`: opens without a network, has the acceptance queries ready, and runs each of them for whoever may read it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secretaryOfEveryState } from '../support/asking.ts'
import { violationsOn } from '../support/axe.ts'
import { openBrowser, openPageOfFile, type WatchedPage } from '../support/browser.ts'
import { signInPage } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
/** As the secretary of the federation, who reads what is of the nation. */
let federal: WatchedPage
/** As one of every state: whoever reads a child's whole way whenever it asks. */
let ofStates: WatchedPage
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process', database: await twinDatabase() })
  browser = await openBrowser()
  federal = await explorerAs(world.cookie)
  ofStates = await explorerAs((await signedIn(world.database.url, secretaryOfEveryState())).cookie)
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

async function explorerAs(cookie: string): Promise<WatchedPage> {
  const watched = await openPageOfFile(browser, { viewport: { width: 1440, height: 900 } })
  await signInPage(watched.page, { ...world, cookie })
  await watched.page.goto(`${world.url}/graphql`)
  // The editor comes last; until it stands there is nothing to run.
  await watched.page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 })
  return watched
}

/** Opens the tab of a query, runs it as it stands there, and gives what the graph answered; the page shows `shown` of it. */
async function run({ page }: WatchedPage, name: string, shown: string) {
  const tab = page.locator('.graphiql-tab').filter({ hasText: name }).getByRole('tab')
  await tab.or(page.getByRole('tab', { name })).first().click()
  await page.locator('.graphiql-query-editor').getByText(name).first().waitFor()
  const answered = page.waitForResponse((response) =>
    new RegExp(`query ${name}\\b`).test(response.request().postData() ?? ''),
  )
  await page
    .getByRole('button', { name: /Execute query/i })
    .first()
    .click()
  const { data, errors } = await (await answered).json()
  expect(errors).toBeUndefined()
  await page.locator('.result-window').getByText(shown).first().waitFor()
  return data
}

const OPENED_AT_MOST = 4

interface Counted {
  count: number
}
const sumOf = (rows: readonly Counted[]) => rows.reduce((sum, { count }) => sum + count, 0)

test('it has a tab for each acceptance query that its reader may run', async () => {
  const tabsOf = ({ page }: WatchedPage) => page.locator('[role=tab], .graphiql-tab').allInnerTexts()

  for (const name of ['Oversight', 'ReportFigures', 'Trend', 'AuthoritySays'])
    expect((await tabsOf(federal)).join(' ')).toContain(name)
  expect((await tabsOf(federal)).join(' ')).not.toContain('OneChild')
  expect((await tabsOf(ofStates)).join(' ')).toContain('OneChild')
})

test('Oversight: 32 states and the nation, which is their sum', async () => {
  const { states, nation } = await run(federal, 'Oversight', 'Aguascalientes')
  const held = states.map(({ detention }: { detention: { heldNow: number } | null }) => ({
    count: detention?.heldNow ?? 0,
  }))

  expect(states).toHaveLength(32)
  expect(nation.detention.heldNow).toBeGreaterThan(0)
  expect(sumOf(held)).toBe(nation.detention.heldNow)
})

test('it says that the data are synthetic, in both languages', async () => {
  await federal.page.locator('.synthetic').waitFor()

  expect(await federal.page.locator('.synthetic').innerText()).toMatch(/sintéticos.+synthetic/i)
})

test('it is read aloud as English, which GraphiQL speaks, but for the Spanish of that mark', async () => {
  const { page } = federal

  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('.synthetic [lang=es]').innerText()).toMatch(/sintéticos/i)
})

test('what is ours of it passes axe; tabs and editors are those of GraphiQL', async () => {
  const ours = (await violationsOn(federal.page)).filter(
    (violation) => !/graphiql|view-line|mtk\d|li:nth-child|^(bypass|region|landmark|page-has)/.test(violation),
  )

  expect(ours).toEqual([])
})

test('ReportFigures: a cohort and what is left of it, returns, and what was published of them', async () => {
  const { nation, publishedFigures } = await run(federal, 'ReportFigures', 'residualByFate')
  const { funnel, returns } = nation

  expect(funnel.detected).toBeGreaterThan(0)
  expect(funnel.residual).toBe(funnel.detected - funnel.caseOpened)
  expect(sumOf(funnel.residualByFate)).toBe(funnel.residual)
  expect(returns.total).toBeGreaterThan(0)
  expect(sumOf(returns.byAccompaniment)).toBe(returns.total)
  expect(publishedFigures.edges.length).toBeGreaterThan(5)
})

test('Trend: each week of the period with its count, or with why there is none', async () => {
  const { state } = await run(federal, 'Trend', 'RETURNS_WITHOUT_VALID_DETERMINATION')
  const { points } = state.series

  expect(state.code).toBe('07')
  expect(points).toHaveLength(25)
  expect(points[0]).toMatchObject({ from: '2026-06-01', to: '2026-06-07' })
  for (const { count, missing } of points) expect((count === null) !== (missing === null)).toBe(true)
})

test('AuthoritySays: what INM says of itself, to the last person', async () => {
  const { nation } = await run(federal, 'AuthoritySays', '734842')
  const counts = nation.authorityCounts.map(({ table, measure, count }: Record<string, unknown>) => [
    ...[table, measure, count],
  ])

  expect(counts).toContainEqual(['RESCATADOS', 'RESCUED', 734_842])
  expect(counts).toContainEqual(['RETORNADOS', 'RETURNED', 21_988])
})

test('Unprocessed: who waits for a case, the longest waiting first', async () => {
  const { unprocessed } = await run(federal, 'Unprocessed', 'notifiedAt')
  const waiting: string[] = unprocessed.edges.map(({ node }: { node: { notifiedAt: string } }) => node.notifiedAt)

  expect(waiting.length).toBeGreaterThan(5)
  expect(waiting).toEqual(waiting.toSorted())
})

test('OneChild: a child of this registry, of whom there is a case with its determination', async () => {
  // Whoever opens the explorer while a service is late gets a child of whom less is known.
  let { child } = await run(ofStates, 'OneChild', 'NNA-')
  for (let opened = 1; !child.ppnnaCase?.determination && opened < OPENED_AT_MOST; opened += 1) {
    ofStates = await explorerAs((await signedIn(world.database.url, secretaryOfEveryState())).cookie)
    ;({ child } = await run(ofStates, 'OneChild', 'NNA-'))
  }

  expect(child.detections.edges[0].node.detectedAt).toMatch(/^20/)
  expect(child.ppnnaCase.determination).toEqual({
    ...{ decidedAt: expect.stringMatching(/^20/), outcome: expect.stringMatching(/^[A-Z_]+$/) },
  })
})

test('what was asked is nowhere to be read in the browser, and its reader finds it again', async () => {
  const { page } = federal
  await page.evaluate(() => localStorage.setItem('graphiql:queries', 'of an earlier explorer'))
  await page.reload()
  await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Show History' }).click()

  await page.locator('.graphiql-history').getByText('Oversight').first().waitFor()
  const left = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(left).toContain('vigia-explorer')
  expect(left).not.toMatch(/graphiql|query|Oversight/)
})

test('on a telephone the answer stands below the question, each as wide as the screen leaves it', async () => {
  const { page } = federal
  await page.setViewportSize({ width: 360, height: 740 })
  const [question, answer] = await Promise.all(
    ['.graphiql-editors', '.graphiql-response'].map((part) => page.locator(part).boundingBox()),
  )
  await page.setViewportSize({ width: 1440, height: 900 })

  for (const part of [question, answer]) expect(part?.width).toBeGreaterThan(280)
  expect(answer?.y).toBeGreaterThanOrEqual((question?.y ?? 0) + (question?.height ?? 0))
})

test('in forced colours the sign of the button that runs a query is seen', async () => {
  const { page } = federal
  await page.emulateMedia({ forcedColors: 'active' })
  const sign = page.locator('.graphiql-execute-button > svg')
  const drawn = await sign.evaluate((svg) => getComputedStyle(svg).color)
  const behind = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ forcedColors: 'none' })

  expect(drawn).not.toBe(behind)
  expect(drawn).not.toBe('rgb(255, 255, 255)')
})

test('given its reader has left by another tab, what stood there is taken away', async () => {
  const { cookie } = await signedIn(world.database.url, secretaryOfEveryState())
  const { page, errors } = await explorerAs(cookie)
  await run({ page, errors, strangers: [] }, 'OneChild', 'NNA-')
  await page
    .context()
    .request.post(`${world.url}/session/end`, { headers: { 'x-vigia': 'dashboard', cookie: `__Host-vigia=${cookie}` } })

  await page.locator('.graphiql-execute-button').click()
  await page.waitForURL(/\/entrar/)
  expect(await page.getByText('NNA-').count()).toBe(0)
})

test('nobody outside is asked, and nothing goes wrong', () => {
  for (const { strangers, errors } of [federal, ofStates]) {
    expect(strangers).toEqual([])
    expect(errors).toEqual([])
  }
})
