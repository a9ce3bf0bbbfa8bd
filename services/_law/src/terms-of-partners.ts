/** What is promised to whoever follows alerts, in numbers: the code goes by them and /partners shows them. Defaults of Vigía (security.md 6, 9). */

/** A stream without news says every so often how far it has come. */
export const HEARTBEAT_IN_MS = 15_000
/** So long a cursor can be gone on from. */
export const REPLAYED_DAYS = 90
/** More waits for nobody: whoever is further behind comes back with the last cursor. */
export const MOST_WAITING = 1_000
/** Streams of server-sent events that one subscriber may have: as many as his sockets hold subscriptions (security.md 9). */
export const MOST_STREAMS_OF_ONE = 50
export const MOST_SOCKETS_OF_ONE = 5
export const MOST_SUBSCRIPTIONS_OF_A_SOCKET = 10
/** Requests of a program a minute, by what they cost. */
export const PROGRAM_RATE = 600
/** Questions of one account that are worked on at once at one gateway, and with those that wait for their turn. */
export const WORKED_AT_ONCE = 4
export const MOST_AT_ONCE = 32
/** An access token holds no longer, whatever it says. */
export const ACCESS_TOKEN_IN_S = 300
