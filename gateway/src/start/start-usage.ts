/** How a start is used; said in the place of a start, and before anything is loaded, where that is asked for. */
import { isForHelp } from '@vigia/db/asked'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { DEFAULT_SCALE } from '@vigia/law/synthetic-twin'

const USAGE = `Usage: npm start -- [flags]                 all of Vigía in one process
       npm run start:distributed -- [flags]   the gateway and each service as processes of their own
      --port 4000        where it listens; 0 takes a port that is free. PORT does too
      --host 127.0.0.1   for whom: 0.0.0.0 for any machine. HOST does too
      --scale ${DEFAULT_SCALE}       size of the synthetic twin that fills an empty registry, 0.001 to 10; 1 is the published totals
      --no-twin          an empty registry stays empty
      --no-live          no simulation of new rows
      --twice a,b        npm run start:distributed alone: what runs in two processes, of gateway, ${SERVICE_NAMES.join(', ')}
The database is PostgreSQL from npm, in the folder VIGIA_DATA, or that of DATABASE_URL. Other settings: gateway/README.md.
Ends with 0 when it is stopped, with 1 when it cannot start.`

export function sayHowIfAsked(argv: readonly string[]): void {
  if (!isForHelp(argv)) return
  console.log(USAGE)
  process.exit(0)
}
