/**
 * The roles of a table, said aloud. Where a narrow screen lays rows out as cards (`display: grid`), browsers forget that
 * they are rows; spread on the elements, these keep heads and cells together for those who listen.
 */
export const asTable = { role: 'table' } as const
export const asRows = { role: 'rowgroup' } as const
export const asRow = { role: 'row' } as const
export const asCell = { role: 'cell' } as const
export const asColumnHead = { role: 'columnheader' } as const
export const asRowHead = { role: 'rowheader' } as const
