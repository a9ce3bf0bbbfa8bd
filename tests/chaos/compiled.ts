/** Loaded into every process of a run: keeps what it compiled for its next start, which costs half. It is killed, and never ends in peace to keep it by itself. */
import { flushCompileCache } from 'node:module'

const ONCE_ALL_IS_LOADED_MS = 6_000

setTimeout(flushCompileCache, ONCE_ALL_IS_LOADED_MS).unref()
