/** Two kinds of time that come as text and are written by different clocks. A plain text passes for either; one never passes for the other. */

/** A day in Mexico, YYYY-MM-DD: it means itself, whatever the clock of the reader. */
export type Day = string & { readonly time?: 'day' }

/** An instant in UTC, RFC 3339, which is shown as Mexico's clocks do. */
export type Instant = string & { readonly time?: 'instant' }
