/** What one office writes other offices read: a reason holds nothing that leads to one person. */
import { expect, test } from 'vitest'
import { faultOfWords, namesSomebody } from './written-words.ts'

test.each([
  'Se habló con la oficina, CURP LOPM100101MCSPRR01, y se espera su oficio',
  'La niña de curp lopm100101mcsxxx01 sigue en la estación',
  'Llamada de la madre al 961 123 4567 por la mañana',
  'Llamada de la madre al 9611234567 por la mañana',
  'Llamada de la madre al +52 55 1234 5678, sin respuesta',
  'Llamada de la madre al (55) 1234-5678, sin respuesta',
  'Llamada de la madre al 961 123 45 67, sin respuesta',
  'Llamada de la madre al 55 12 34 56 78, sin respuesta',
  'Llamada de la madre al 55-12-34-56-78, sin respuesta',
  'Llamada de la madre al 55 12345678, sin respuesta',
  'Llamada de la madre al 961 1234567, sin respuesta',
  'Llamada de la madre al (961) 123 4567, sin respuesta',
  'Llamada de la madre al (961)1234567, sin respuesta',
  'Llamada de la madre al +52 1 961 123 4567, sin respuesta',
  'Llamada de la madre al +504 9876-5432, en Honduras',
  'Llamada de la madre al +1 (213) 555-0134, en Los Ángeles',
  'Llamada de la madre al 961\u00a0123\u00a04567, sin respuesta',
  'Llamada de la madre al 961–123–4567, sin respuesta',
  'Llamada de la madre al ９６１１２３４５６７, sin respuesta',
  'Llamada de la madre, tel.961-123-4567, sin respuesta',
  'Se habló con la oficina, CURP LOPM 100101 MCSPRR 01, y se espera su oficio',
  'Se habló con la oficina, CURP LOPM-100101-MCS-PRR01, y se espera su oficio',
  'Se habló con la oficina, CURP ＬＯＰＭ100101MCSPRR01, y se espera su oficio',
  'Se escribió a maria.lopez@example.org y no contesta',
  'Se escribió a maria.lopez @ example.org y no contesta',
])('"%s" leads to somebody', (words) => {
  expect(namesSomebody(words)).toBe(true)
  expect(faultOfWords(words, 10)).toMatch(/without a CURP, telephone or e-mail/)
})

test.each([
  'Oficio DGDH/1234/2026 de la Procuraduría, recibido el 25/11/2026 a las 14:30',
  'Oficio SIPINNA-07-2026-001234 del 2026-11-25 10:15, se espera respuesta',
  'Acta INM/07/2026/0001234 y folio PPNNA-07-2026-000123 de la misma niña',
  'Visita de 3 de 4 lugares el 24.11.2026; faltan 2026 1234 5 registros',
  'Folio NNA-B7CA-68605B192C00: sigue en la estación @ la espera de su salida',
  'Se revisó el expediente a0734963-3cbe-4534-b22b-fe0863748358 de la oficina',
  'Se revisó el expediente 348210fe-dc67-4525-9544-d1fe6c511790 de la oficina',
  'Expediente 12345678901 de la Comisión, sin respuesta del instituto',
  'Oficio 001234-2026 de la Procuraduría, recibido el 25-11-2026 por la estación',
  'Visita del 25.11.26 10.30 a la estación, sin respuesta del instituto',
  'Visita del 25-11-2026 al 30-11-2026 a la estación, sin respuesta del instituto',
  'Faltan los oficios 12, 13, 14, 15 y 16 de la Procuraduría de la entidad',
  'Pasaron +36 horas desde el aviso del 2026-11-25 a la Procuraduría',
  'De 1.234 casos 12 345 678 no: cifra de la Procuraduría por confirmar',
])('"%s" does not', (words) => {
  expect(faultOfWords(words, 10)).toBeNull()
})
