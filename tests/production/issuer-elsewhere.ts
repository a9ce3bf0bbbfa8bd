/**
 * Loaded into every process of a product that is checked: the name of its issuer leads to this machine, since in production none of this
 * machine is taken. What is asked of it, and what is made of its answers, is as it would be anywhere.
 */
import process from 'node:process'

const { CHECK_ISSUER: name = '', CHECK_ISSUER_AT: place = '' } = process.env
const ask = globalThis.fetch

globalThis.fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input)
  return name !== '' && url.startsWith(name) ? ask(url.replace(name, place), init) : ask(input, init)
}
