/** The log: one JSON line an entry on standard error, never a name, a CURP, a token or a text of SQL. */
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'
import { faultInLog } from './seal/fault-in-log.ts'

/** An error goes in by this name, whoever threw what; under any other it is told in the same way. */
const FAULT = 'fault'

const OPTIONS: LoggerOptions = {
  redact: ['*.password', '*.names', '*.curp', '*.query', '*.detail', '*.where', '*.internalQuery'],
  errorKey: FAULT,
  formatters: {
    log: (entry) =>
      Object.fromEntries(
        Object.entries(entry).map(([name, value]) => [
          name,
          name === FAULT || value instanceof Error ? faultInLog(value) : value,
        ]),
      ),
  },
  serializers: { [FAULT]: (told) => told },
  hooks: {
    /** Without a sentence, the message of the error would be it. */
    logMethod([first, ...more], method) {
      const entry = first instanceof Error ? { [FAULT]: first } : first
      method.apply(this, typeof entry === 'string' || more.length > 0 ? [entry, ...more] : [entry, 'no more is told'])
    },
  },
}

/** The same log into another place. */
export const logInto = (place: DestinationStream, level: string): Logger => pino({ ...OPTIONS, level }, place)

export const log = logInto(pino.destination(2), levelWanted())

/** Each program loads the log before it reads any other setting: it ends here by one sentence. */
function levelWanted(): string {
  const wanted = process.env['LOG_LEVEL'] || 'warn'
  const levels = [...Object.keys(pino.levels.values), 'silent']
  if (levels.includes(wanted)) return wanted
  console.error(`LOG_LEVEL is not usable: it is ${levels.join(', ')}.`)
  return process.exit(1)
}

/** Whatever nobody caught ends the process, as it would anyway; but Node would write all of the error to where the log goes. */
export function endByDefects(about: object): void {
  process.on('uncaughtException', (fault) => {
    log.fatal({ ...about, fault }, 'a defect ends the process')
    process.exit(1)
  })
}
