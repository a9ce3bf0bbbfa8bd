/** The folio of a child: the readable number of this registry, as letters and pages say it; of chance, like the half of its id that it is. */

const FOLIO = /^NNA([0-9A-F]{4})([0-9A-F]{12})$/
/** What stands between its letters and digits is lost or turned into something else as it is copied, printed and dictated. */
const BETWEEN = /[\s\p{Pd}._]/gu

/** The folio that a text says, written as the registry writes it; null where it is none. */
export function folioIn(text: string): string | null {
  const [, first, last] = FOLIO.exec(text.toUpperCase().replaceAll(BETWEEN, '')) ?? []
  return first && last ? `NNA-${first}-${last}` : null
}

/** The folio of the child of this id, as it is given where a child is first taken in (children/src/intake/detection-writes.ts). */
export const folioOf = (id: string): string => `NNA-${id.slice(-17).toUpperCase()}`

/** Whether a text names the child of this id: by the id itself, or by its folio. */
export const isNamedBy = (text: string, id: string): boolean => text === id || folioIn(text) === folioOf(id)

/** The id of no child: what follows from a folio that is of nobody takes as long as of a child that is not the asker's. */
export const OF_NOBODY = '00000000-0000-0000-0000-000000000000'

/** Of what names no child, whoever asks. */
export const NAMES_NO_CHILD = 'This is neither the id of a child nor its folio, which is written NNA-0000-000000000000.'
