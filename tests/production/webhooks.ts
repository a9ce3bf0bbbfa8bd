/** Where what is told to systems of others may not lead. */
import { startedOf } from './line.ts'
import type { Product } from './product.ts'

const CREATE = `mutation ($url: String) {
  createWebhookEndpoint(input: { url: $url, description: "a check" }, signature: V1) { endpoint { id } } }`
const INTO_THE_OWN_NETWORK = [
  'http://127.0.0.1:8080/',
  'https://localhost/',
  'https://10.0.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
]

/** Also where the environment asks for it, as trials do. */
export async function toLoopback(product: Product): Promise<string | null> {
  const headers = await startedOf(product).somebody('ombudsperson-federal')
  for (const url of INTO_THE_OWN_NETWORK) {
    const { status, code } = await product.ask({ query: CREATE, variables: { url } }, headers)
    if (code !== 'URL_NOT_ALLOWED') return `${url} is answered ${status} ${code ?? ''}`
  }
  return null
}
