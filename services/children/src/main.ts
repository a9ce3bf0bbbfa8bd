/** Starts the service alone, over HTTP. */
import { runAlone } from '@vigia/kit/run-alone'

await runAlone('children', () => import('./service.ts'))
