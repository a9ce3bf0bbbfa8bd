/** Apollo's libraries may talk to Apollo's servers. Here they never do, whatever the environment says. */
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'

/**
 * Keys, graph names and addresses of uplink and reporting are taken out of the environment before a library reads
 * them; telemetry is switched off besides.
 */
export function silenceApollo(env: NodeJS.ProcessEnv): void {
  for (const name of Object.keys(env)) {
    if (name.startsWith('APOLLO_')) delete env[name]
  }
  env.APOLLO_TELEMETRY_DISABLED = 'true'
}

/** None of these does anything; each takes the place of one that would. */
export const QUIET_PLUGINS = [
  ApolloServerPluginUsageReportingDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
]
