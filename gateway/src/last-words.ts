/** The last thing a start says: where to look, as whom, and what one sees there. */

export interface Started {
  host: string
  port: number
  isSynthetic: boolean
  live: boolean
  /** Further lines: what else runs, and where. */
  also?: readonly [what: string, where: string][]
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '0.0.0.0', '::'])
const COLUMN = 16

export function lastWords({ host, port, isSynthetic, live, also = [] }: Started): string {
  const url = `http://${LOOPBACK.has(host) ? 'localhost' : host}:${port}`
  const lines: [what: string, where: string][] = [
    ['Dashboard', `${url}/`],
    ['Graph', `${url}/graphql  (in a browser: the explorer, with queries ready to run)`],
    ['Health', `${url}/health/ready`],
    ...also,
    ['You are', 'a federal secretary who sees pseudonymous records; nobody signs in yet'],
    ['Data', isSynthetic ? 'SYNTHETIC: every child is invented' : 'what the authorities sent'],
    ...(live
      ? [['Live', 'a simulation sends new rows every few seconds; --no-live turns it off'] as [string, string]]
      : []),
    ['Stop', 'Ctrl-C'],
  ]
  return ['', 'Vigía is ready.', '', ...lines.map(([what, where]) => `  ${what.padEnd(COLUMN)}${where}`), ''].join('\n')
}
