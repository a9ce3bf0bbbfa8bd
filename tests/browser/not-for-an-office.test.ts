/** What an office is not given is told in words that it understands, with the way to what is for it: no empty page, no code. */
import type { Role } from '@vigia/law/access-matrix'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { handPageTo, wrongInFurthestLooks } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let page: Page
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  browser = await openBrowser()
  ;({ page } = await openPageOfFile(browser))
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

/** One page, which is loaded anew for each that takes its place. */
async function openAs(role: Role, path: string): Promise<void> {
  const { cookie } = await signedIn(world.database.url, anActor(role))
  await handPageTo(page, { url: world.url, cookie })
  await page.goto(world.url + path)
}

const NOT_HIS = 'Esta página no es para su cargo.'
const NO_BOARD = 'no consulta este tablero'
const WAYS = ['/cuenta', '/partners', '/graphql']

const PAGES: readonly (readonly [Role, string, string, readonly string[]])[] = [
  ['dif-officer', '/alertas/01a228b2-072f-7b59-9c89-9f23dcd817e3', NOT_HIS, ['/alertas']],
  ['dif-officer', '/sistema', NOT_HIS, ['/panorama']],
  ['dif-officer', '/avisos', NOT_HIS, ['/panorama']],
  ['ppnna-officer', '/bandeja', NOT_HIS, ['/panorama']],
  ['ombudsperson-state', '/estado/30', 'Fuera de su ámbito', ['/estado/07']],
  ['ombudsperson-federal', '/alertas/nada', 'o no es de su ámbito', ['/alertas']],
  ['inm-officer', '/alertas', NO_BOARD, WAYS],
  ['independent-counsel', '/panorama', NO_BOARD, WAYS],
]

test.each(PAGES)('%s at %s reads why, and where else to go', async (role, path, why, ways) => {
  await openAs(role, path)
  const main = page.getByRole('main')
  await main.getByText(why).first().waitFor()

  const links = main.locator('.failure a, .beyond a')
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(ways)
  expect(await main.innerText()).not.toMatch(/FORBIDDEN|NOT_FOUND|grafo, con esta misma sesión/)
  expect(await wrongInFurthestLooks(page)).toEqual([])
})

test.each(['inm-officer', 'independent-counsel', 'partner'] as const)(
  'given %s, who reads no board, a personal token is revoked all the same',
  async (role) => {
    await openAs(role, '/cuenta')
    await page.getByLabel('Para qué').last().fill('la de un equipo perdido')
    await page.getByRole('button', { name: 'Crear clave' }).click()
    const revoke = page.getByRole('button', { name: 'Revocar la clave «la de un equipo perdido»' })
    await revoke.click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revocar' }).click()

    await revoke.waitFor({ state: 'detached' })
  },
)
