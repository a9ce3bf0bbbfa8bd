/** Starts the service alone, over HTTP. */
import { runAlone } from '@vigia/kit/run-alone'
import { service } from './service.ts'

await runAlone(service)
