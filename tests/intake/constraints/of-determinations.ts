/** Determinations that the database would refuse. */
import { aDetermination } from '../../support/builders/ppnna.ts'
import type { Row } from '../../support/builders/row.ts'
import { type Case, CHIAPAS, opened } from './cases.ts'

/** Decided on 1 March 2026. */
const decided = (differences: Row): Case[3] => [
  'representation/determinations',
  () => aDetermination(opened.FOLIO, { FECHA: '01/03/2026', ...differences }),
  CHIAPAS,
]

const HEARD = 'FECHA NNA ESCUCHADA'
const AFTERWARDS = [HEARD, 'después de la determinación'] as const

export const OF_DETERMINATIONS: Case[] = [
  [
    'determination_is_decided_once_opened',
    'a determination begun after it was decided',
    [],
    [
      'representation/determinations',
      () => aDetermination(opened.FOLIO, { FECHA: '01/03/2026', 'INICIO DE LA BID': '03/03/2026' }),
      CHIAPAS,
    ],
    'INICIO DE LA BID',
    'posterior a la determinación',
  ],
  [
    'determination_is_decided_once_opened',
    'a determination corrected to before the beginning that is known',
    [
      [
        'representation/determinations',
        () =>
          aDetermination(opened.FOLIO, { NÚMERO: 'BID-910', FECHA: '05/03/2026', 'INICIO DE LA BID': '03/03/2026' }),
        CHIAPAS,
      ],
    ],
    [
      'representation/determinations',
      () => aDetermination(opened.FOLIO, { NÚMERO: 'BID-910', FECHA: '01/03/2026' }),
      CHIAPAS,
    ],
    'FECHA',
    'anterior al inicio que se conoce: 03/03/2026',
  ],
  [
    'guaranteed_on_a_day_when_heeded',
    'the day of a guarantee that was denied',
    [],
    decided({ 'NNA ESCUCHADA': 'NO', [HEARD]: '27/02/2026' }),
    HEARD,
    'no se dice cumplida',
  ],
  [
    'guaranteed_on_a_day_when_heeded',
    'the day of a guarantee of which nobody says that it was heeded',
    [],
    decided({ 'FECHA INTÉRPRETE': '27/02/2026' }),
    'FECHA INTÉRPRETE',
    'no se dice cumplida',
  ],
  [
    'guaranteed_until_decided',
    'a child heard after the decision',
    [],
    decided({ [HEARD]: '02/03/2026' }),
    ...AFTERWARDS,
  ],
  [
    'guaranteed_until_decided',
    'a decision moved before the hearing that is known',
    [decided({ NÚMERO: 'BID-911', [HEARD]: '01/03/2026' })],
    decided({ NÚMERO: 'BID-911', FECHA: '28/02/2026' }),
    ...AFTERWARDS,
  ],
]
