/** How this machine reaches what listens on a host: one that listens everywhere is reached by loopback. */
export function urlHere(host: string, port: number, path: string): string {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${here.includes(':') ? `[${here}]` : here}:${port}${path}`
}
