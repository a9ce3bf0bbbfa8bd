// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepFocus } from './keep-focus.ts'

let stop = () => {}
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  document.body.innerHTML = `
    <a class="skip" href="#contenido">Ir al contenido</a>
    <header><a href="/">Vigía</a> <button id="out" type="button">Salir</button></header>
    <main id="contenido" tabindex="-1">
      <form><select></select> <button id="reset" type="button">Quitar filtros</button></form>
      <section><ul><li><a href="/1">una</a></li><li id="other"><button id="act" type="button">Acusar</button></li></ul>
        <p id="under"><button id="more" type="button">Ver más</button></p></section>
    </main>`
  stop = keepFocus()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const at = (id: string) => document.getElementById(id) as HTMLElement
async function gone(id: string, whole = id) {
  at(id).focus()
  at(whole).remove()
  await Promise.resolve()
  vi.advanceTimersByTime(200)
  return document.activeElement
}

test.each([
  ['a button of a form', 'reset', 'reset', 'select'],
  ['the button below a list', 'more', 'more', '#act'],
  ['it with what it stands in', 'more', 'under', '#act'],
  ['a row', 'act', 'other', '[href="/1"]'],
])('given %s goes, whoever was there goes on at what is last before it', async (_, id, whole, there) => {
  expect(await gone(id, whole)).toBe(document.querySelector(`#contenido ${there}`))
})

test('given the page goes whole, he goes on at the beginning of the next one', async () => {
  at('more').focus()
  document.querySelector('main')?.remove()
  document.body.insertAdjacentHTML('beforeend', '<main id="contenido" tabindex="-1"></main>')
  await Promise.resolve()
  vi.advanceTimersByTime(200)

  expect(document.activeElement).toBe(at('contenido'))
})

test('given the head of the page goes with it, as when he signs out, he goes on in the page and not before it', async () => {
  at('out').focus()
  document.querySelector('header')?.remove()
  await Promise.resolve()
  vi.advanceTimersByTime(200)

  expect(document.activeElement).toBe(at('contenido'))
})

test('given somebody else has taken the focus, or it was elsewhere, it stays', async () => {
  at('more').focus()
  at('more').remove()
  at('act').focus()
  await Promise.resolve()
  vi.advanceTimersByTime(200)
  expect(document.activeElement).toBe(at('act'))

  at('under').remove()
  await Promise.resolve()
  vi.advanceTimersByTime(200)
  expect(document.activeElement).toBe(at('act'))
})

test('given the last thing to be done of a section goes, as a signature that is given, he goes on at its title, and at no button of another', async () => {
  at('contenido').innerHTML = `
    <section aria-labelledby="correos"><h2 id="correos">Correos</h2><form><select></select><button type="submit">Guardar</button></form></section>
    <section aria-labelledby="accesos"><h2 id="accesos">Accesos</h2><ul><li>NNA-1 <button id="sign" type="button">Firmar</button></li></ul></section>`

  expect(await gone('sign')).toBe(at('accesos'))
})

test('given a form stands before it, he does not go on at what sends it', async () => {
  at('contenido').innerHTML = `
    <section aria-labelledby="archivos"><h2 id="archivos">Archivos</h2><form><input><button type="submit">Exportar</button></form>
    <ul id="waiting"><li><button id="approve" type="button">Aprobar</button></li></ul></section>`

  expect(await gone('approve', 'waiting')).toBe(document.querySelector('#contenido input'))
})
