/** A nats-server of a test's own, on a port that stays its own when it is killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from './eventually.ts'
import { natsProgram } from './nats-program.ts'

export interface NatsServer {
  /** For whoever comes without a name. */
  url: string
  port: number
  start: () => Promise<void>
  /** As hard as can be. */
  kill: () => Promise<void>
  /** What it has written to its disk is gone. */
  loseStorage: () => void
  stop: () => Promise<void>
}

/** `settings`: further lines of its configuration. */
export async function aNatsServer(settings = ''): Promise<NatsServer> {
  const program = natsProgram()
  if (!program) throw new Error('There is no nats-server: this test should have been left out.')
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-nats-'))
  const [storage, file] = [path.join(folder, 'storage'), path.join(folder, 'nats.conf')]
  const port = await aFreePort()
  writeFileSync(file, `listen: "127.0.0.1:${port}"\njetstream { store_dir: "${storage}" }\n${settings}`)
  let child: ChildProcess | null = null
  // A test that fails in its preparation stops nothing.
  const endWithUs = () => child?.kill('SIGKILL')
  process.once('exit', endWithUs)
  const server: NatsServer = {
    url: `nats://127.0.0.1:${port}`,
    port,
    async start() {
      child = spawn(program, ['-c', file], { stdio: 'ignore' })
      await eventually(() => answers(port), Boolean)
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
    loseStorage: () => rmSync(storage, { recursive: true, force: true }),
    async stop() {
      await server.kill()
      process.off('exit', endWithUs)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

async function aFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a TCP server that listens
  server.close()
  await once(server, 'close')
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('data', () => resolve(true)).once('error', () => resolve(false))
    socket.once('data', () => socket.destroy())
  })
}
