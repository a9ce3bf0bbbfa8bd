/** The shape of the tables, for Pothos. */
export { getDatamodel } from '../generated/pothos.ts'
