/**
 * Loaded before a program that a person started: ends it without a trace once nobody reads what it says. Whoever looks at the beginning
 * alone, as by `head`, has what he wanted.
 */

/** As a program ends that is told so. */
const BROKEN_PIPE = 141

/** What systems call it. Any other fault, as a full disk, ends nothing, as it does not without this. */
const NOBODY_READS = new Set(['EPIPE', 'EOF'])

let isUnread = false
process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
  if (isUnread || !NOBODY_READS.has(code)) return
  isUnread = true
  // One that stops in order, as it does when it is told to end, does so now.
  if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM')
  else process.exit(BROKEN_PIPE)
})
