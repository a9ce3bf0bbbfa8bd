/** Rows of Procuradurías and ombudspersons that the database would refuse. */
import { aCase } from '../../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../../support/builders/row.ts'
import { type Case, CHIAPAS, known, opened } from './cases.ts'

const aComplaint = (differences: Row): Row => ({
  ...{ 'FOLIO DE QUEJA': `CNDH/1/2026/${nextNumber()}/Q`, ACTA: known.ACTA, 'AUTORIDAD SEÑALADA': 'INM' },
  ...{ 'FECHA DE RECEPCIÓN': '01/03/2026', ...differences },
})

export const OF_REPRESENTATION: Case[] = [
  [
    'case_closes_after_it_opens',
    'a closing before the opening',
    [],
    [
      'representation/protection-cases',
      () => aCase(known.ACTA, { 'FECHA DE APERTURA': '02/03/2026', 'FECHA DE CIERRE': '01/03/2026' }),
      CHIAPAS,
    ],
    'FECHA DE CIERRE',
    'anterior a la apertura',
  ],
  [
    'consular_contact_has_its_day',
    'contact with the consulate permitted on no day',
    [],
    [
      'representation/protection-cases',
      () => aCase(known.ACTA, { 'CONTACTO CONSULAR PERMITIDO': 'SÍ', 'FECHA DEL ACUERDO CONSULAR': '' }),
      CHIAPAS,
    ],
    'FECHA DEL ACUERDO CONSULAR',
    'van juntos',
  ],
  [
    'counsel_key_is_of_somebody',
    'a number of counsel without whose it is',
    [],
    [
      'representation/representations',
      () => ({ FOLIO: opened.FOLIO, CALIDAD: 'Pro bono', INICIO: '02/03/2026', 'CÉDULA O CLUNI': '12345678' }),
      CHIAPAS,
    ],
    'CÉDULA O CLUNI',
    'no dice de quién es',
  ],
  [
    'representation_ends_after_it_starts',
    'an end before the start',
    [],
    [
      'representation/representations',
      () => ({ FOLIO: opened.FOLIO, CALIDAD: 'Coadyuvante', INICIO: '02/03/2026', FIN: '01/03/2026' }),
      CHIAPAS,
    ],
    'FIN',
    'anterior al inicio',
  ],
  [
    'representation_suspension_has_its_day',
    'a suspension of no day',
    [],
    [
      'representation/representations',
      () => ({
        FOLIO: opened.FOLIO,
        CALIDAD: 'Pro bono',
        FORO: 'Amparo',
        INICIO: '01/03/2026',
        'SUSPENSIÓN DEL RETORNO': 'Concedida',
      }),
      CHIAPAS,
    ],
    'FECHA DE SUSPENSIÓN',
    'van juntas',
  ],
  [
    'answer_after_request',
    'an answer before the request',
    [],
    [
      'representation/representations',
      () => ({ FOLIO: opened.FOLIO, 'SOLICITUD DE ABOGADO': '02/03/2026', 'FECHA DE RESPUESTA': '01/03/2026' }),
      CHIAPAS,
    ],
    'FECHA DE RESPUESTA',
    'anterior a la solicitud',
  ],
  [
    'denied_by_somebody_when_denied',
    'who denied what was granted',
    [],
    [
      'representation/representations',
      () => ({
        FOLIO: opened.FOLIO,
        'SOLICITUD DE ABOGADO': '02/03/2026',
        RESPUESTA: 'Concedido',
        'QUIÉN NIEGA': 'CAS',
      }),
      CHIAPAS,
    ],
    'QUIÉN NIEGA',
    'no es una negativa',
  ],
  [
    'reunification_agreed_once_opened',
    'a reunification that was agreed before the file was opened',
    [],
    ['representation/protection-cases', () => ({ ...opened, 'ACUERDO DE REUNIFICACIÓN': '01/03/2020' }), CHIAPAS],
    'ACUERDO DE REUNIFICACIÓN',
    'anterior a la apertura',
  ],
  ...(
    [
      [{ 'SOLICITUD DE INFORME': '28/02/2026' }, 'SOLICITUD DE INFORME', 'antes de recibir la queja'],
      [
        { 'SOLICITUD DE INFORME': '09/03/2026', 'INFORME RENDIDO': '08/03/2026' },
        'INFORME RENDIDO',
        'anterior a su solicitud',
      ],
      [{ 'INFORME RENDIDO': '28/02/2026' }, 'INFORME RENDIDO', 'anterior a la queja'],
      [{ RECOMENDACIÓN: '28/02/2026' }, 'RECOMENDACIÓN', 'anterior a la queja'],
      [{ 'RESPUESTA A LA RECOMENDACIÓN': '28/02/2026' }, 'RESPUESTA A LA RECOMENDACIÓN', 'anterior a la queja'],
      [
        { RECOMENDACIÓN: '09/03/2026', 'RESPUESTA A LA RECOMENDACIÓN': '08/03/2026' },
        'RESPUESTA A LA RECOMENDACIÓN',
        'anterior a la recomendación',
      ],
    ] as const
  ).map(
    ([differences, column, reason]): Case => [
      'complaint_is_answered_once_received',
      `${column} before what it answers`,
      [],
      ['representation/complaints', () => aComplaint(differences), { source: 'CNDH' }],
      column,
      reason,
    ],
  ),
]
