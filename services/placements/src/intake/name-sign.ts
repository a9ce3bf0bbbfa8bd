/** What makes two rows without a key one place, and whose files tell of places. */

/** The feed of their lists. A row of a stay mentions a place, and tells nothing of it that a list of an earlier day does not know better. */
export const BY_LISTS = 'facilities'

/** SQL: how stays in it are counted: INM's centre and DIF's may both be called after their town, and are two places. */
export const kindOf = (row: 's' | 'x' | 'y' | 'f') => `placements.kind_of(${row}.type)`

/** SQL: its name within its state and kind. */
export const NAME_SIGN = (row: 's' | 'x'): string => `(${row}.name_key || ' ' || ${row}.state || ' ' || ${kindOf(row)})`
