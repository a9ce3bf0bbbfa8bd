/** What a command whose words are Spanish says of a fault: never in English, never what a row holds, and in which service it was. */
import { DatabaseUnavailable } from '@vigia/db/embedded-database'
import { expect, test } from 'vitest'
import { KeysUnusable } from '../../seal/key-file.ts'
import { faultInSpanish, inService } from './faults-in-spanish.ts'

const fault = (message: string, more: object) => Object.assign(new Error(message), more)
const AGAIN = 'Lo que no se dijo hecho no se escribió: vuelva a intentarlo cuando esté en orden.'

test.each<[what: string, fault: unknown, sentence: string]>([
  [
    'a server that is gone',
    fault('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' }),
    `Se perdió la base de datos: nadie responde ahí. ${AGAIN}`,
  ],
  [
    'a server that goes away meanwhile',
    fault('Connection terminated unexpectedly', {}),
    `Se perdió la base de datos: se cortó la conexión. ${AGAIN}`,
  ],
  [
    'a wrong password, told as a cause',
    new Error('cannot', { cause: fault('password authentication failed for user "app"', { code: '28P01' }) }),
    `La base de datos no hizo lo que se le pidió: la contraseña no es la suya. ${AGAIN}`,
  ],
  [
    'a refusal that quotes a row',
    fault('invalid input syntax for type date: "Ana Prueba"', { code: '22007', severity: 'ERROR' }),
    `La base de datos no hizo lo que se le pidió: error 22007. ${AGAIN}`,
  ],
  [
    'a file that may not be read',
    fault("EACCES: permission denied, open '/x.csv'", { code: 'EACCES', path: '/x.csv' }),
    'No se puede usar /x.csv (no hay permiso para ello: pídalo a quien administra el equipo).',
  ],
  [
    'a file for which there is no room',
    fault('ENOSPC: no space left on device, write', { code: 'ENOSPC', path: '/x.csv.rechazos.csv' }),
    'No se puede usar /x.csv.rechazos.csv (el disco está lleno).',
  ],
  [
    'a sentence of its own',
    new Error('En este registro hay archivos de autoridades.'),
    'En este registro hay archivos de autoridades.',
  ],
  ['no embedded database', new DatabaseUnavailable('It is full.', { es: 'Está llena.' }), 'Está llena.'],
  ['keys of another registry', new KeysUnusable('Not those.', 'No son esas.'), 'No son esas.'],
])('%s', async (_what, error, sentence) => {
  expect(faultInSpanish(error)).toBe(sentence)

  const ofService = await inService('placements', () => Promise.reject(error)).catch((wrapped: unknown) => wrapped)
  expect(faultInSpanish(ofService)).toBe(`placements: ${sentence}`)
})
