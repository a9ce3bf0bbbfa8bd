/** `npm run intake` asked wrongly: a sentence in Spanish, like all else that it says, and how it is used. */
import { AskedWrongly } from '@vigia/db/asked'
import { expect, test } from 'vitest'
import { requestOf } from './arguments.ts'
import { usage } from './usage.ts'

const BATCH = '01a21e30-032f-7001-a067-5d614350e72f'

test.each([
  [['--ayuda'], 'No hay ninguna opción --ayuda.'],
  [['children/detections', 'a.csv', '-x'], 'No hay ninguna opción -x.'],
  [['children/detections', 'a.csv', '--source'], 'Falta el valor de --source.'],
  [['children/detections', 'a.csv', '--source', '--dry-run'], 'Falta el valor de --source.'],
  [['children/detections', 'a.csv', '--dry-run=no'], '--dry-run va sin valor.'],
  [['children/detections'], 'Nombre al menos un archivo.'],
  [['nada/detections', 'a.csv'], '«nada/detections» no es <servicio>/<tabla>.'],
  [['withdraw', 'children'], 'Diga de qué servicio y qué lote.'],
  [
    ['withdraw', 'children', 'a.csv', '--reason', 'enviado por error'],
    '«a.csv» no es un lote: los que hay los dice «batches children».',
  ],
  [
    ['withdraw', 'children', BATCH, '--reason', 'error'],
    'El motivo (--reason) es demasiado corto: diga por qué, con al menos tres palabras distintas.',
  ],
  [['withdraw', 'children', BATCH], 'Para retirar un lote hay que decir el motivo (--reason).'],
  [[], 'Diga qué se va a recibir.'],
  [
    ['withdraw', 'children', BATCH, '--reason', 'trae a LOPM100101MCSPRR01 dos veces'],
    'El motivo (--reason) se queda en la auditoría: escríbalo sin CURP, teléfono ni correo de nadie.',
  ],
  [['withdraw', 'children', BATCH, '--reason', 'enviado por error', '--dry-run'], '--dry-run no va con withdraw.'],
  [['withdraw', 'children', BATCH, 'a.csv', '--reason', 'enviado por error'], 'Sobra «a.csv».'],
  [['batches', 'children', 'placements'], 'Sobra «placements».'],
  [['unmatched', 'children', '--state', '07'], '--state no va con unmatched.'],
  [['children/detections', 'a.csv', '--scale', '1'], '--scale no va con archivos de una tabla.'],
  [['carpeta', '--source', 'INM'], '--source no va con una carpeta.'],
  [['--twin', '--dry-run'], '--dry-run no va con el gemelo sintético.'],
  [['--twin', 'carpeta'], 'Sobra «carpeta».'],
  [['--twin', '--scale', 'abc'], '--scale es un número mayor que 0 y hasta 20, y no «abc».'],
  [['--twin', '--scale', '21'], '--scale es un número mayor que 0 y hasta 20, y no «21».'],
  [['--twin', '--seed', '1.5'], '--seed es un número entero, y no «1.5».'],
  ...['', 'ayer', '2026-02-30', '2021-01-31', '2026-11-25T25:00'].map((until): [string[], string] => [
    ['--twin', `--until=${until}`],
    `--until es un día (aaaa-mm-dd) o un minuto de él (2026-11-25T10:30), desde 2021-02-01, y no «${until}».`,
  ]),
])('given %j, it says: %s', (argv, sentence) => {
  expect(() => requestOf(argv)).toThrow(new AskedWrongly(sentence))
})

test.each([[['--help']], [['-h']], [['children/detections', 'a.csv', '--help']]])('%j asks how it is used', (argv) => {
  expect(requestOf(argv)).toEqual({ kind: 'HELP' })
})

test('how it is used names every table of every service', () => {
  expect(usage().split('\n').slice(-5)).toEqual([
    '  children        asylum-claims, detections, migration-documents',
    '  placements      facilities, inspections, stays',
    '  representation  complaints, determinations, protection-cases, representations',
    '  returns         executed-returns, return-checklists',
    '  oversight       inm-daily, official-figures',
  ])
})
