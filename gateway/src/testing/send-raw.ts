/** Sends over HTTP what no client library would: any method, header and body. */
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as sealedRequest } from 'node:https'

export interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Told {
  status: number
  code: string | undefined
  headers: IncomingHttpHeaders
  text: string
}

/** Sends what no client library would. */
export function sendTo(
  address: string,
  { method = 'POST', path = '/graphql', headers = {}, body = '' }: Sent,
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const type = method === 'GET' ? {} : { 'content-type': 'application/json' }
    const url = new URL(path, address)
    const request = url.protocol === 'https:' ? sealedRequest : plainRequest
    const sent = request(url, { method, headers: { ...type, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isJson = /json/.test(response.headers['content-type'] ?? '')
        const code = isJson ? JSON.parse(text).errors?.[0]?.extensions?.code : undefined
        resolve({ status: response.statusCode ?? 0, code, headers: response.headers, text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
