/** Loaded before a supervised program: ends it in order when its supervisor is gone, however that one ended. */

const LOOK_EVERY_MS = 500

const supervisor = process.ppid
const looking = setInterval(() => {
  if (process.ppid === supervisor) return
  clearInterval(looking) // Told once: a stop in order takes its time.
  process.kill(process.pid, 'SIGTERM')
}, LOOK_EVERY_MS).unref()
