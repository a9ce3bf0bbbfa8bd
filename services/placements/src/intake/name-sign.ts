/** What makes two rows without a key one place, and whose files tell of places. */

/** The feed of their lists. A row of a stay mentions a place, and tells nothing of it that a list of an earlier day does not know better. */
export const BY_LISTS = 'facilities'

/** SQL on `b`, the file of a list: a place of which its own list says nothing more is acknowledged; one that somebody else lists is sighted. */
export const IS_OF_ITS_AUTHORITY = "b.source in ('INM', 'SNDIF', 'DIF')"

/** SQL: how stays in it are counted: INM's centre and DIF's may both be called after their town, and are two places. */
export const kindOf = (row: 's' | 'x' | 'y' | 'f' | 'k') => `placements.kind_of(${row}.type)`

/** SQL: it is known by its key, nobody has told its name yet, and it is not told to be another. */
export const isNameless = (row: 'x' | 'f' | 'k') =>
  `(${row}.key = ${row}.name and ${row}.name_key = ${row}.key and ${row}.same_as is null)`

/** SQL: its name within its state and kind. */
export const NAME_SIGN = (row: 's' | 'x'): string => `(${row}.name_key || ' ' || ${row}.state || ' ' || ${kindOf(row)})`
