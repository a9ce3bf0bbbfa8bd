/** Who is told of alerts, and how: the inbox by its own stream, systems by webhooks, offices by letters; what DIF owes, and what is held back. */
import type { Role } from '@vigia/law/access-matrix'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser, openPageOfFile } from '../support/browser.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { handPageTo, loaded, overflowOf, wrongInFurthestLooks } from '../support/dashboard.ts'
import { aReceiver, type Receiver } from '../support/receiver.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

const IN_A_STATION = { 'NOMBRE DEL LUGAR': 'Estación migratoria Siglo XXI', 'TIPO DE LUGAR': 'Estación migratoria' }
/** A page without its streams looks every 10 or 15 seconds: what it shows before that, it was told. */
const SOONER_THAN_ANY_POLL_IN_MS = 9_000

let world: World
let browser: Browser
let receiver: Receiver
let page: Page
let errors: string[]
beforeAll(async () => {
  process.env['WEBHOOKS_TO_LOOPBACK'] = 'yes'
  ;[world, browser, receiver] = await Promise.all([
    startWorld({ mode: 'in-process', isLive: true }),
    openBrowser(),
    aReceiver(),
  ])
  ;({ page, errors } = await openPageOfFile(browser))
  await holdOneMore()
  await world.settle()
})
afterAll(async () => {
  await browser.close()
  await receiver.stop()
  await world.stop()
})

async function holdOneMore(): Promise<void> {
  const detection = aDetection()
  await world.takeIn('children/detections', [detection])
  await world.takeIn('placements/stays', [aStay(detection.ACTA, IN_A_STATION)])
}

/** One page, which is loaded anew for each that takes its place. */
async function open(path: string, role: Role, sign: string): Promise<void> {
  const { cookie } = await signedIn(world.database.url, anActor(role))
  await handPageTo(page, { url: world.url, cookie })
  await page.unrouteAll()
  await page.setViewportSize({ width: 1280, height: 720 })
  errors.length = 0
  await page.goto(world.url + path)
  await loaded(page, sign)
}

const dialog = () => page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })

/** From now on no request that holds these words comes through. */
async function cut(...words: readonly string[]): Promise<void> {
  await page.route('**/graphql**', (route) => {
    const isCut = words.some((each) => route.request().postData()?.includes(each))
    return isCut ? route.abort() : route.fallback()
  })
}

test('the inbox is told of an alert by the stream of alerts alone, and says while either stream is gone', async () => {
  await open('/alertas', 'federal-secretary', '.severity-filter')
  await cut('BoardChanged', 'AlertTold', 'query Registry')
  await page.reload()
  await page.locator('.not-live').waitFor()

  await page.unrouteAll()
  await cut('BoardChanged')
  const follows = page.waitForResponse((response) => response.request().postData()?.includes('AlertTold') === true)
  await page.reload()
  await follows
  await loaded(page, '.severity-filter')
  const critical = page.locator('.severity-filter b').first()
  const before = Number(await critical.innerText())
  await cut('query Registry')
  await holdOneMore()

  await expect
    .poll(async () => Number(await critical.innerText()), { timeout: SOONER_THAN_ANY_POLL_IN_MS })
    .toBeGreaterThan(before)
  expect(await page.locator('.not-live').count()).toBe(1)
})

test('an overseer holds notices back with a reason and an end, sees so, and ends it', async () => {
  await open('/alertas', 'state-secretary', '.silences .none')
  await button('Silenciar avisos').click()
  await dialog().getByLabel('De qué alertas').selectOption('NO_INITIAL_EVALUATION')
  await dialog().getByLabel('Por qué').fill('Visto')
  await dialog().getByRole('button', { name: 'Silenciar avisos' }).click()
  await dialog().getByText('Es demasiado corto').waitFor()
  await dialog().getByLabel('Por qué').fill('El DIF evalúa esta semana a todo el grupo')
  await dialog().getByRole('button', { name: 'Silenciar avisos' }).click()
  await dialog().waitFor({ state: 'detached' })
  const silence = page.getByRole('table', { name: 'Silencios' }).getByRole('row', { name: /Sin evaluación inicial/ })
  await silence.waitFor()

  expect(await silence.innerText()).toMatch(
    /Sin evaluación inicial.*Chiapas.*Secretaría ejecutiva estatal.*DIF evalúa/s,
  )
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await silence.getByRole('button', { name: /^Terminar/ }).click()
  await page.locator('.silences .none').waitFor()
  expect(errors.filter((error) => !error.includes('400'))).toEqual([])
})

test('DIF finds what it owes at the inbox, and answers', async () => {
  await open('/alertas', 'dif-officer', '.alert-list')
  await button(/^Contestar/)
    .first()
    .click()
  await dialog().getByRole('textbox').fill('La evaluación inicial se hace mañana')
  await dialog().getByRole('button', { name: 'Contestar' }).click()
  await page.getByText('Su respuesta quedó guardada.').waitFor()

  expect(await wrongInFurthestLooks(page)).toEqual([])
  // In the twin all that it owes is red.
  const severity = page.getByLabel('Gravedad')
  await severity.selectOption('critica')
  await page.getByText('Ninguna alerta con estos filtros.').waitFor()
  await severity.selectOption('roja')
  await button(/^Contestar/)
    .first()
    .waitFor()
  expect(new URL(page.url()).search).toBe('?gravedad=roja')
  expect(errors).toEqual([])
  await cut('BoardChanged')
  await page.reload()
  await page.locator('.not-live').waitFor()
})

test('an ombudsperson chooses from which severity on the office is written to, and how often, and sees who chose it', async () => {
  await open('/cuenta', 'ombudsperson-state', '.letters li')
  const letters = page.locator('.letters')
  const [before] = await letters.locator('li').allInnerTexts()
  await letters.getByLabel('Desde qué gravedad').selectOption('RED')
  await letters.getByLabel('Cuándo').selectOption('DAILY')
  await letters.getByRole('button', { name: 'Guardar elección' }).click()
  await letters.getByText('Quedó guardado').waitFor()
  const chosen = letters.locator('li', { hasText: 'lo eligió' })
  await chosen.waitFor()

  expect(before).toMatch(/Chiapas.*Solo críticas.*En cuanto ocurre.*nadie ha elegido/s)
  expect(await chosen.innerText()).toMatch(/Chiapas.*Rojas y críticas.*Un resumen al día.*sin dirección de correo/s)
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(errors).toEqual([])
})

test('given a page magnified four times, the form of a system is no wider than it is', async () => {
  await open('/avisos', 'ombudsperson-state', '.notices-form')
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await overflowOf(page)).toBe(0)
})

test('an ombudsperson registers a system, keeps its secret, proves it, and sees what became of a test', async () => {
  await open('/cuenta', 'ombudsperson-state', '.account')
  await page.getByRole('link', { name: /^Avisos a sistemas/ }).click()
  await page.getByLabel('Dirección https').fill(receiver.url)
  await page.getByLabel('Nombre').fill('Sistema de quejas')
  await button('Registrar').click()
  await page.locator('.secret-made code', { hasText: /^whpk_/ }).waitFor()
  await button('Ya lo guardé').click()
  await button('Activar: Sistema de quejas').click()
  const system = page.locator('.endpoint')
  await system.and(page.locator('[data-status=ACTIVE]')).waitFor()
  receiver.answer(() => ({ status: 503 }))
  await button('Enviar prueba: Sistema de quejas').click()
  await button('Ver entregas: Sistema de quejas').click()
  const sent = page.getByRole('row', { name: /Prueba/ })
  await sent.locator('small', { hasText: 'respondió 503' }).waitFor()

  expect(await sent.innerText()).toMatch(/Pendiente.*\d intentos?/s)
  await button('Cambiar: Sistema de quejas').click()
  await dialog().getByLabel('Forma del mensaje').selectOption('CLOUD_EVENTS')
  await dialog().getByLabel('De qué obligaciones').selectOption(['LONG_STAY', 'REVIEW_OVERDUE'])
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await dialog().locator('option').evaluateAll(namesCut)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 720 })
  await dialog().getByRole('button', { name: 'Guardar cambios' }).click()
  await dialog().waitFor({ state: 'detached' })
  await system.getByText('CloudEvents 1.0').waitFor()
  // The address is the same, and needs no other proof.
  await system.and(page.locator('[data-status=ACTIVE]')).waitFor()
  await button('Volver a enviar').click()
  await page.getByText(/^Se enviarán? \d+ mensajes?\.$/).waitFor()
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await button('Borrar: Sistema de quejas').click()
  await dialog().getByText('No se puede deshacer').waitFor()
  await dialog().getByRole('button', { name: 'Borrar' }).click()
  await page.getByText('Su oficina no ha registrado ningún sistema.').waitFor()
  // What was deleted is gone with its buttons: who reads by ear begins at the page, and not at the top of the window.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('contenido')
  expect(errors).toEqual([])
})

/** Of two kinds that begin with the same words nobody would know which he chooses. */
const namesCut = (options: readonly Element[]) =>
  options.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent)

test('the federal secretary reads the letters that were written, and nobody else has that page', async () => {
  await open('/bandeja', 'federal-secretary', '.notices-list')
  const letter = page.getByRole('row', { name: /Procuraduría|Chiapas/ }).first()
  await letter.locator('summary').click()

  expect(await letter.innerText()).toMatch(/Chiapas.*sin dirección conocida.*alertas? críticas?.*Sin enviar/s)
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await page.getByLabel('Entidad').selectOption('31')
  await page.locator('.notices-list .none').waitFor()
  expect(new URL(page.url()).search).toBe('?entidad=31')
  await page.getByLabel('Entidad').selectOption('07')
  await letter.waitFor()
  expect(errors).toEqual([])
  await open('/bandeja', 'state-secretary', '.failure')
})
