/** A nats-server as a process of a run, where it carries the stream of alerts between gateways; what it has stored outlives its kill. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { NO_NATS, natsProgram } from '../support/nats-program.ts'
import type { MemberParts } from './member.ts'

/** By what alerts come from the sequencer to each gateway. */
export const CARRIERS = ['postgresql', 'nats'] as const
export type Carrier = (typeof CARRIERS)[number]

/** How it is started. Throws where none is installed. */
export function natsCommand(folder: string, port: number): Pick<MemberParts, 'program' | 'args' | 'env' | 'listens'> {
  const program = natsProgram()
  if (!program) throw new Error(NO_NATS)
  const file = path.join(folder, 'nats.conf')
  const storage = path.join(folder, 'nats')
  writeFileSync(file, `listen: "127.0.0.1:${port}"\njetstream { store_dir: "${storage}" }\n`)
  return { program, args: ['-c', file], env: process.env, listens: /Server is ready/ }
}
