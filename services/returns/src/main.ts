/** Starts the service alone, over HTTP. */
import { runAlone } from '@vigia/kit/run-alone'

await runAlone('returns', () => import('./service.ts'))
