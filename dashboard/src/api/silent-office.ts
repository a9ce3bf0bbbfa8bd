/** Whether a Procuraduría has fallen silent: what it did since is in no figure. */
type Reporting = readonly { feed: string; status: string; lastCutoff: string | null }[]

/** Last day that it told of its cases; null while it reports, and where it never did. */
export function silentSince(reporting: Reporting): string | null {
  return (
    reporting.find(({ feed, status }) => feed.endsWith('protection-cases') && status === 'SILENT')?.lastCutoff ?? null
  )
}
