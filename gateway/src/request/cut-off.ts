/**
 * Cuts a connection off whose other end is to be told nothing more. One that is closed is delivered to its end all the same: what the system
 * holds for a reader who takes his time, some megabytes of it.
 */
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** Nothing more of it goes out, not what was written already either. */
export function cutOff(connection: Duplex | null): void {
  if (connection instanceof Socket) connection.resetAndDestroy()
  else connection?.destroy()
}
