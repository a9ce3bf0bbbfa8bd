/** Starts Vigía: all of it in this process, or the gateway alone where the services have addresses of their own. */

import { readSettings } from './env.ts'
import { silenceApollo } from './graph/quiet-apollo.ts'
import { CannotStart } from './start/cannot-start.ts'
import { runProgram } from './start/program.ts'
import { sayHowIfAsked } from './start/start-usage.ts'

sayHowIfAsked(process.argv)
silenceApollo(process.env)

await runProgram(async (program) => {
  const settings = readSettings(process.env, process.argv.slice(2))
  if (settings.twice.size > 0)
    throw new CannotStart('--twice is of npm run start:distributed; npm start is one process.')
  // Each mode is loaded when it is chosen: one of them opens the services, whose settings are checked on load.
  if (settings.addresses.size > 0) {
    const { startGatewayAlone } = await import('./distributed.ts')
    await startGatewayAlone(settings, program)
    return
  }
  const { startAllInOne } = await import('./all-in-one.ts')
  await startAllInOne(settings, program)
})
