/** How `npm run intake` is used, with every table that the services take in. */
import { DEFAULT_SCALE, DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { SERVICE_NAMES } from '../../service.ts'
import { feedsOf } from './feeds.ts'

const LINES = `Uso:
  npm run intake -- <servicio>/<tabla> ARCHIVO...    recibe archivos, CSV o XLSX
      --source X --state NN --cutoff aaaa-mm-dd --preliminary    donde no lo dicen el nombre del archivo ni manifest.json
      --dry-run          dice qué pasaría y no escribe nada
      --accept-good      recibe los renglones buenos aunque otros se rechacen
      --confirm          da por ciertos los renglones en CONFLICTO con lo que se sabe (un lugar lleno, o dos que son uno) y los recibe
      --no-settle        deja la numeración y el seguimiento a un inicio en marcha
  npm run intake -- CARPETA                          recibe lo que lista su manifest.json: por servicio, en ese orden
      --dry-run --accept-good --confirm --no-settle    como arriba
  npm run intake -- withdraw <servicio> <lote> --reason "…"      retira un lote
  npm run intake -- batches <servicio>               lo que se ha recibido, lo último primero
  npm run intake -- unmatched <servicio>             renglones que todavía no se pueden unir
  npm run seed                                       escribe los archivos del gemelo sintético y los recibe, en un registro vacío o ya sintético
      --scale ${DEFAULT_SCALE} --seed ${DEFAULT_SEED} --until aaaa-mm-dd --out CARPETA    como en npm run twin
      --accept-good --no-settle    como arriba

El nombre del archivo dice quién lo envía: <servicio>--<tabla>--<fuente>[--<entidad>]--<corte>[--preliminar].csv
Termina con 0 si todos los archivos se recibieron (con --accept-good, aunque falten renglones), con 1 si alguno se rechazó, con 2 si se pidió mal.`

/** The tables are read from the services' folders, so that none is missing. */
export function usage(): string {
  const tables = SERVICE_NAMES.map((service) => `  ${service.padEnd(WIDTH)}${feedsOf(service).join(', ')}`)
  return `${LINES}\n\nServicios y sus tablas:\n${tables.join('\n')}`
}

const WIDTH = 16
