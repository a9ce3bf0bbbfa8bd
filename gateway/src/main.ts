/** Starts Vigía: all of it in this process, or the gateway alone where the services have addresses of their own. */
import { readSettings } from './env.ts'
import { runProgram } from './program.ts'
import { silenceApollo } from './quiet-apollo.ts'

silenceApollo(process.env)

await runProgram(async (program) => {
  const settings = readSettings(process.env, process.argv.slice(2))
  // Each mode is loaded when it is chosen: one of them opens the services, whose settings are checked on load.
  if (settings.addresses.size > 0) {
    const { startGatewayAlone } = await import('./distributed.ts')
    await startGatewayAlone(settings, program)
    return
  }
  const { startAllInOne } = await import('./all-in-one.ts')
  await startAllInOne(settings, program)
})
