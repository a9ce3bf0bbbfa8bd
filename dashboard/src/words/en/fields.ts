/** Why a field of a form will not do. */
import type { fields as spanish } from '../es/fields.ts'

export const fields: typeof spanish = {
  missing: 'Fill in this field.',
  unchosen: 'Choose one of the list.',
  number: 'Write a number.',
  whole: 'Write a whole number.',
  incomplete: 'Write the whole date.',
  email: 'Write a whole e-mail address, such as office@example.mx.',
  url: 'Write a whole address: it begins with “https:”.',
  short: 'Write {{n}} characters at least.',
  range: 'Write a number from {{min}} to {{max}}.',
  early: 'It cannot be before {{day}}.',
  late: 'It cannot be after {{day}}.',
}
