/** A row of a file, by the names of its columns; and numbers that no two rows share. */

export type Row = Readonly<Record<string, string>>

/** A twin counts from one, and of what a test can take in it does not come as far. */
let given = 500_000

/** A number that no other row of this run has, and none of a twin. */
export function nextNumber(): number {
  given += 1
  return given
}

/** `INM/07/2026/0500001` */
export function nextActa(state = '07'): string {
  return `INM/${state}/2026/${String(nextNumber()).padStart(7, '0')}`
}

export function nextFolio(state = '07'): string {
  return `PPNNA-${state}-2026-${String(nextNumber()).padStart(6, '0')}`
}

/** The rows as cells: first a header of every column that any row has, in the order they are first met. */
export function tableOf(rows: readonly Row[]): string[][] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
}

/** The file that a sender would write. */
export function csvOf(rows: readonly Row[]): string {
  return `${tableOf(rows)
    .map((cells) => cells.map(written).join(','))
    .join('\r\n')}\r\n`
}

const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
