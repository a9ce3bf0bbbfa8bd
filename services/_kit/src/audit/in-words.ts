/** What verification and the list of accesses say, in Spanish, a line each. */
import type { Access } from './accesses.ts'
import type { ExportMade } from './exports.ts'
import type { Unread } from './heads.ts'
import type { OtherRegistry } from './other-registries.ts'
import type { Entry } from './record.ts'
import type { Fault, Verdict } from './verify.ts'

const FAULTS: Readonly<Record<Fault['what'], string>> = {
  MISSING: 'falta',
  ALTERED: 'no es lo que se escribió, o no está en su lugar',
  TRUNCATED: 'falta, con los que siguen: hay una cabeza firmada de más adelante',
  OTHER_HEAD: 'no es el que se firmó: la cadena se escribió de nuevo',
  FORGED_HEAD: 'tiene una cabeza que ninguna llave conocida firmó',
  NEVER_CHAINED: 'nunca se encadenó: un acceso se sacó de la fila',
  HIDDEN: 'y los que siguen no se hallan en el expediente de quien dicen: la nota de su centena es otra',
}

const ACTS: Readonly<Record<Entry['act'], string>> = {
  READ: 'consultó',
  WRITE: 'escribió',
  WITHDRAW: 'retiró',
  OPEN: 'abrió con motivo',
  EMERGENCY: 'abrió de emergencia',
  SIGN: 'firmó por otra persona',
  FLAG: 'quedó sin segunda firma',
  REFUSED: 'quiso y no se le permitió',
  EXPORT: 'exportó',
  REPORTED: 'dio por representante a quien su expediente señala',
  SIGN_IN: 'entró',
  SIGN_OUT: 'salió',
  KEY: 'hizo o quitó una llave',
}
const SAID = new Map<string, string>(Object.entries(ACTS))

export function lineOfVerdict({ service, links, attested, claimed, fault }: Verdict): string {
  if (fault) return `${service}: MAL. El renglón ${fault.seq} ${FAULTS[fault.what]}. ${soundBefore(fault, attested)}`
  const until = attested ? `firmado hasta el ${attested.seq} (${attested.at})` : 'sin ninguna cabeza firmada'
  const lacking = claimed > (attested?.seq ?? 0)
  const also = lacking ? ` La base dice que se firmó hasta el ${claimed}: esa cabeza no está en la carpeta.` : ''
  return `${service}: bien. Renglones: ${links}, ${until}.${also}`
}

/** Who writes a chain anew makes it sound in itself: of what lies behind the last head that fits nobody knows where that began. */
function soundBefore({ seq, what }: Fault, attested: Verdict['attested']): string {
  if (what !== 'OTHER_HEAD') return `Hasta el ${seq - 1} todo está bien.`
  if (attested) return `Hasta el ${attested.seq} todo está bien, por su cabeza firmada; de los que siguen no se sabe.`
  return 'De los de antes no se sabe: ninguna cabeza firmada da fe de ellos.'
}

/** Of a registry that runs a head is signed each minute: longer than that only where it cannot be written, or nothing runs. */
const SIGNED_WITHIN_MS = 600_000

/** Where what was written so long ago is borne out by no head, as where the disk of heads is not there; null where all is in order. */
export function lineOfUnsigned({ service, unsigned }: Verdict, now: Date): string | null {
  if (!unsigned || now.getTime() - unsigned.at.getTime() < SIGNED_WITHIN_MS) return null
  return `${service}: SIN FIRMAR. Del renglón ${unsigned.seq} (${unsigned.at.toISOString()}) en adelante ninguna cabeza da fe. Si el registro está en marcha, no puede escribir en VIGIA_AUDIT_HEADS o leer VIGIA_AUDIT_KEY: su bitácora dice por qué.`
}

/** Whoever asks from another shell than the one that runs the registry has forgotten a setting more often than lost a disk. */
export const lineOfNoHeads = (folder: string, isThere: boolean): string =>
  `${isThere ? `En la carpeta ${folder} no hay ninguna cabeza de este registro` : `No existe la carpeta ${folder}`}: ¿es esta la de VIGIA_AUDIT_HEADS, o de VIGIA_DATA, con que está en marcha?`

export function lineOfUnread({ file, lines }: Unread): string {
  return `Cabezas firmadas que no se pudieron leer en ${file}: ${lines === 1 ? '1 renglón' : `${lines} renglones`}.`
}

export const lineOfOther = ({ registry, until, links }: OtherRegistry): string =>
  `MAL. En la carpeta hay cabezas firmadas del registro ${registry}, hasta ${until}, de ${links} renglones, y la base no dice ser ese: si lo fue, su auditoría se cambió por otra. Si nunca lo fue, esas cabezas van en otra carpeta.`

export function lineOfAccess({ row, isGiven, head, followers }: Access): string {
  const { service, seq, hash, micros, act, subject, role, office, asked, scopes, reason, request_id, batch_id } = row
  const who = `${subject} (${role}${office === null ? '' : `, ${office}`})`
  const what = `${SAID.get(act) ?? act} ${batch_id ?? asked.join(', ')}`
  const given = isGiven === false ? '; nada se le dio' : ''
  const opened = scopes.length > 0 ? ` [${scopes.join(' ')}]` : ''
  const why = reason === null ? 'sin motivo escrito' : `motivo: «${reason}»`
  const proof = head ? `firmado en la cabeza ${head.seq} del ${head.at} (${head.key})` : 'aún sin firmar'
  return [
    new Date(micros / 1_000).toISOString(),
    `${who} ${what}${opened}${given}`,
    ...(followers.length > 0 ? [`lo siguen: ${followers.join(', ')}`] : []),
    why,
    `petición ${request_id}`,
    `prueba: ${service} ${seq} ${hash.toString('hex')}, ${proof}`,
  ].join(' · ')
}

export function lineOfExport({
  number,
  subject,
  role,
  office,
  list,
  rows,
  askedAt,
  approvedBy,
  purpose,
}: ExportMade): string {
  const who = `${subject} (${role}${office === null ? '' : `, ${office}`})`
  return [
    `${number}: ${who} exportó ${list}${rows === null ? '' : `, ${rows} renglones`}`,
    askedAt.toISOString(),
    ...(approvedBy === null ? [] : [`aprobada por ${approvedBy}`]),
    `para: «${purpose}»`,
  ].join(' · ')
}
