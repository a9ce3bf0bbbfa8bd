/** The gateway's log: JSON lines on standard error, warnings and worse unless LOG_LEVEL says otherwise. No names, no queries. */
import { log as kitLog } from '@vigia/kit/log'

export const log = kitLog.child({ part: 'gateway' })
