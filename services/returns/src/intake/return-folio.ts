/** By which number INM knows a return. */
import { reference } from '@vigia/kit/intake/cells/identifiers'
import type { Column } from '@vigia/kit/intake/feed'

export const RETURN_FOLIO: Column = {
  name: 'folio',
  titles: ['FOLIO DE RETORNO', 'Folio', 'Folio retorno', 'No. de retorno'],
  type: 'text',
  read: reference,
  required: true,
}
