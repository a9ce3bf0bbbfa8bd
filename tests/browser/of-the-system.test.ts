/** The page of the system: on which days work is suspended and which thresholds were set is told there, and taken back; others read it. */
import type { Role } from '@vigia/law/access-matrix'
import { localDateOf } from '@vigia/law/mexican-time'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { openBrowser } from '../support/browser.ts'
import { loaded, openDashboard, wrongInFurthestLooks } from '../support/dashboard.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'

let world: World
let browser: Browser
let page: Page
let errors: string[]
beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld({ mode: 'in-process', isLive: true }), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await world.stop()
})

async function open(role: Role, sign: string): Promise<void> {
  const { cookie } = await signedIn(world.database.url, anActor(role))
  ;({ page, errors } = await openDashboard(browser, { ...world, cookie }, { path: '/sistema' }))
  await loaded(page, sign)
}

const dialog = () => page.getByRole('dialog')
const button = (name: string) => page.getByRole('button', { name })

test('the federal secretary records by the keyboard that work is suspended, and withdraws it; others read it', async () => {
  const part = () => page.getByRole('region', { name: 'Días en que se suspenden labores' })
  const row = () => part().getByRole('row', { name: /Procuraduría.*Chiapas/ })
  const fill = (label: string | RegExp, text: string) => dialog().getByLabel(label).fill(text)
  const today = localDateOf(new Date())
  await open('federal-secretary', '#calendario')
  await part().getByText('No se ha anotado ninguna suspensión de labores.').waitFor()

  await part().getByRole('button', { name: 'Anotar' }).press('Enter')
  await dialog().getByLabel('Qué autoridad suspende labores').selectOption('PPNNA')
  await dialog().getByLabel('De qué entidad').selectOption('07')
  for (const label of ['Primer día', 'Último día', /Cuándo se publicó/]) await fill(label, today)
  await fill(/Qué acuerdo es/, 'Acuerdo de la prueba, sin número ni fecha')
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await button('Guardar').press('Enter')
  await row()
    .getByText(/^Cuenta/)
    .waitFor()
  expect(await row().innerText()).toMatch(/Acuerdo de la prueba.*se publicó el/s)
  await part()
    .getByText(/Versión del calendario: \S+\+1\./)
    .waitFor()

  await row()
    .getByRole('button', { name: /^Retirar: Procuraduría/ })
    .press('Enter')
  await fill('Por qué no cuenta', 'El periódico oficial de la entidad no lo publicó')
  await button('Guardar').press('Enter')
  await row()
    .getByText(/^No cuenta/)
    .waitFor()
  expect(await row().getByRole('button').count()).toBe(0)
  expect(await wrongInFurthestLooks(page)).toEqual([])
  expect(errors).toEqual([])

  await open('state-secretary', '#calendario')
  await row().getByText('El periódico oficial de la entidad no lo publicó').waitFor()
  expect(await part().getByRole('button').count()).toBe(0)
})

test('the federal secretary sets a threshold of a state, is told why it cannot be later than a graver step, and takes it back', async () => {
  const part = () => page.getByRole('region', { name: 'Umbrales fijados' })
  const row = (value: string) => part().getByRole('row', { name: value })
  const why = (label: string) => dialog().getByLabel(label).fill('Así lo acordó el grupo de trabajo')
  await open('federal-secretary', '#umbrales')
  await part().getByRole('button', { name: 'Fijar' }).press('Enter')
  await dialog().getByLabel('De qué alerta').selectOption('CASE_NOT_PROCESSED')
  await dialog().getByLabel('Qué paso').selectOption('Ámbar: a las 24 horas')
  await dialog().getByLabel('Dónde').selectOption('07')
  await dialog().getByText('Hoy vale: a las 24 horas. Puede ser de 0 a 2,160.').waitFor()
  await dialog().getByLabel('A cuántas horas').fill('73')
  await why('Por qué se fija')
  expect(await wrongInFurthestLooks(page)).toEqual([])
  await button('Guardar').press('Enter')
  await dialog().getByText('ningún paso puede llegar después de uno más grave').waitFor()

  await dialog().getByLabel('A cuántas horas').fill('12')
  await button('Guardar').press('Enter')
  await row('a las 12 horas').getByText('Chiapas').waitFor()
  await row('a las 12 horas').getByRole('button', { name: 'Quitar' }).press('Enter')
  await why('Por qué se quita')
  await button('Guardar').press('Enter')
  await row('Se quitó: vale el del país').waitFor()
  expect(errors.filter((each) => !each.includes('400'))).toEqual([])
})
