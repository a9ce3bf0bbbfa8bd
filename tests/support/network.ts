/**
 * A network between a client and a server, which can break: all connections at once, and none is made until it is mended. Or it loses
 * whatever is sent, and neither end is told: what is open then stays lost, also once it is mended.
 */
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

export interface Network {
  /** Under which the server is found through it. */
  url: string
  cut: () => void
  lose: () => void
  mend: () => void
  /** How many connections were asked for so far. */
  asked: () => number
  stop: () => void
}

export async function aNetworkTo(server: string): Promise<Network> {
  const { hostname: named, port } = new URL(server)
  const hostname = named.startsWith('%2F') ? '127.0.0.1' : named // Of a server that is reached by a socket, as it is by the network.
  const open = new Set<net.Socket>()
  let [isCut, isLosing, asked] = [false, false, 0]
  const between = net.createServer((client) => {
    asked += 1
    if (isCut) return client.resetAndDestroy()
    if (isLosing) return loseAllOf(client)
    const beyond = net.connect({ host: hostname, port: Number(port) })
    for (const [socket, other] of [
      [client, beyond],
      [beyond, client],
    ] as const) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  await once(between.listen(0, hostname), 'listening')
  const loseAllOf = (socket: net.Socket) => {
    open.add(socket)
    socket.unpipe()
    socket.on('error', () => {}).resume()
  }
  const cut = () => {
    isCut = true
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    url: server.replace(`${named}:${port}`, `${hostname}:${(between.address() as AddressInfo).port}`),
    cut,
    lose: () => {
      isLosing = true
      for (const socket of open) loseAllOf(socket)
    },
    mend: () => {
      isCut = false
      isLosing = false
    },
    asked: () => asked,
    stop() {
      cut()
      between.close()
    },
  }
}
