/** The state of an office of INM: "O.R.", its Oficina de Representación, is one a state and is named after it. */
import { type StateCode, stateCodeOf } from '@vigia/law/states'

const OFFICE =
  /^\s*(?:oficina(?:s)? de representaci[oó]n|representaci[oó]n(?: federal| local)?|delegaci[oó]n(?: federal| regional)?|o\.?\s?r\.?)(?:\s+del?\s+i\.?n\.?m\.?)?(?:\s*[-:]\s*|\s+(?:en|de)\s+(?:el\s+|la\s+)?|\s+)/i

/** Null where the text names no state. */
export function stateOfOffice(text: string): StateCode | null {
  return stateCodeOf(text) ?? stateCodeOf(text.replace(OFFICE, ''))
}
