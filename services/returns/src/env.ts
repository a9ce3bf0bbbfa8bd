/** Settings of the service, checked once. There is no default for the database: a test must never reach a real one. */
import { z } from 'zod'

const Settings = z.object({
  /** The login of this service, which can touch its own tables alone; DATABASE_URL where only that is given. */
  databaseUrl: z.string('Set RETURNS_DATABASE_URL or DATABASE_URL.').min(1),
})

/** Throws ZodError, whose messages are sentences. */
export const readSettings = ({ RETURNS_DATABASE_URL, DATABASE_URL }: NodeJS.ProcessEnv): z.infer<typeof Settings> =>
  Settings.parse({ databaseUrl: RETURNS_DATABASE_URL || DATABASE_URL })
