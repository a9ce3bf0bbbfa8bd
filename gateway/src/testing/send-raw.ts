/** Sends over HTTP what no client library would: any method, header and body. */
import { request as httpRequest } from 'node:http'

export interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Told {
  status: number
  code: string | undefined
  text: string
}

/** Sends what no client library would. */
export function sendTo(
  address: string,
  { method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent,
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const type = method === 'GET' ? {} : { 'content-type': 'application/json' }
    const sent = httpRequest(new URL(path, address), { method, headers: { ...type, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isJson = /json/.test(response.headers['content-type'] ?? '')
        const code = isJson ? JSON.parse(text).errors?.[0]?.extensions?.code : undefined
        resolve({ status: response.statusCode ?? 0, code, text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
