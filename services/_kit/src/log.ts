/** The log: one JSON line an entry on standard error, never a name, a CURP, a token or a text of SQL. */
import { pino } from 'pino'

export const log = pino(
  {
    level: process.env['LOG_LEVEL'] ?? 'warn',
    redact: ['*.password', '*.names', '*.curp', '*.query', '*.detail', '*.where', '*.internalQuery'],
  },
  pino.destination(2),
)
