/** Why there is no database, in one sentence that a person at a terminal can act on. */

export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
  /** The same sentence, for a command whose words are Spanish. */
  readonly es: string

  constructor(sentence: string, { es = sentence, cause }: { es?: string; cause?: unknown } = {}) {
    super(sentence, { cause })
    this.es = es
  }
}

interface Sentences {
  en: string
  es: string
}

const SENTENCES: readonly [RegExp, (directory: string) => Sentences][] = [
  [
    /No space left on device|Check free disk space|ENOSPC|Disk quota exceeded/i,
    (directory) => ({
      en: `The disk is full: the database in ${directory} cannot be written. Free some space and start again.`,
      es: `El disco está lleno: no se puede escribir la base de datos de ${directory}. Libere espacio y vuelva a intentarlo.`,
    }),
  ],
  [
    // Where no folder can be made the system also says ENOENT, as in /proc; and the others where a file is in the way.
    /Permission denied|EACCES|EPERM|Read-only file system|EROFS|(ENOENT|EEXIST|ENOTDIR).*mkdir/i,
    (directory) => ({
      en: `The database in ${directory} cannot be written by this user: set VIGIA_DATA to a folder that can.`,
      es: `Este usuario no puede escribir la base de datos de ${directory}: ponga en VIGIA_DATA una carpeta en la que pueda.`,
    }),
  ],
  [
    /could not look up effective user ID/i,
    () => ({
      en: 'This user has no entry in /etc/passwd, without which PostgreSQL does not run: add one, or set DATABASE_URL.',
      es: 'Este usuario no está en /etc/passwd, y sin eso PostgreSQL no arranca: agréguelo, o ponga otra base en DATABASE_URL.',
    }),
  ],
  [
    /database files are incompatible|not compatible with this version/i,
    (directory) => ({
      en: `The database in ${directory} was made by another version of PostgreSQL: move that folder away or set VIGIA_DATA.`,
      es: `La base de datos de ${directory} es de otra versión de PostgreSQL: mueva esa carpeta o ponga otra en VIGIA_DATA.`,
    }),
  ],
  [
    /lock file|already exists|could not bind/i,
    (directory) => ({
      en: `Another process holds the database in ${directory}, and it does not answer: end that process first.`,
      es: `Otro proceso tiene la base de datos de ${directory}, y no responde: termínelo antes.`,
    }),
  ],
  [
    /error while loading shared libraries|ENOENT|not found/i,
    () => ({
      en: 'The embedded PostgreSQL cannot run on this system (it needs glibc): set DATABASE_URL to another one.',
      es: 'El PostgreSQL incluido no corre en este sistema (necesita glibc): ponga otro en DATABASE_URL.',
    }),
  ],
]

/** The sentence for a known fault; else the last line that PostgreSQL wrote. */
export function unavailable(directory: string, log: string): DatabaseUnavailable {
  const known = SENTENCES.find(([pattern]) => pattern.test(log))?.[1](directory)
  if (known) return new DatabaseUnavailable(known.en, { es: known.es, cause: log })
  const last = log.trim().split('\n').at(-1) ?? 'no message'
  const es = `La base de datos de ${directory} no arranca: ${last}`
  return new DatabaseUnavailable(`The database in ${directory} does not start: ${last}`, { es, cause: log })
}

/** Why a folder is not worked on that was copied while its server ran: what is in it does not fit together, and that server is another's. */
export function isCopy(directory: string, original: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The database in ${directory} was copied from ${original} while that ran: stop that one, and copy its folder again.`,
    {
      es: `La base de datos de ${directory} se copió de ${original} mientras esta corría: deténgala, y copie su carpeta otra vez.`,
    },
  )
}
