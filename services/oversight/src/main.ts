/** Starts the service alone, over HTTP. */
import { runAlone } from '@vigia/kit/run-alone'

await runAlone('oversight', () => import('./service.ts'))
