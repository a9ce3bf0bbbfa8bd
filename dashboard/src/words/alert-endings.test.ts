/** What ends an alert about a return, as whoever is to prevent it reads it on its page. */
import { expect, test } from 'vitest'
import { alertEnding } from './alert-endings.ts'

test.each(['RETURN_WITHOUT_DETERMINATION', 'CHILD_DEPORTED', 'RETURN_WHILE_PENDING'] as const)(
  'of a planned return (%s) it is not said that to carry it out ends the matter',
  (kind) => {
    expect(alertEnding(kind, 'es')).not.toMatch(/su ejecución/)
    expect(alertEnding(kind, 'es')).toMatch(/si se ejecuta, en su lugar se abre otra alerta\. .* ningún hecho\.$/)
    expect(alertEnding(kind, 'en')).toMatch(/if it is carried out, another alert opens in its place\. .* no fact\.$/)
  },
)
