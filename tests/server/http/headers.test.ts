import { ServerResponse, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { headerSetter } from '../../../server/http/headers.ts'

const headersOf = (publicUrl: string) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  headerSetter(publicUrl)(response)
  return response.getHeaders()
}
const served = headersOf('https://mnio.invalid')

describe('what every answer forbids a browser', () => {
  it('to run, frame or send anything, as long as a page says nothing of its own', () => {
    expect(served['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    expect(served['x-frame-options']).toBe('DENY')
    expect(served['x-content-type-options']).toBe('nosniff')
  })

  it('to share a window, a process or a file with another site', () => {
    for (const name of ['opener-policy', 'resource-policy'])
      expect([name, served[`cross-origin-${name}`]]).toEqual([name, 'same-origin'])
    expect(served['cross-origin-embedder-policy']).toBe('require-corp')
    expect(served['origin-agent-cluster']).toBe('?1')
  })

  it('to keep what was answered on a disk that others use', () => {
    expect(served['cache-control']).toBe('no-store')
  })

  it('to tell another site from which page one comes; our own forms say it', () => {
    expect(served['referrer-policy']).toBe('same-origin')
  })

  it('to see, hear or place anybody', () => {
    const said = String(served['permissions-policy'])
    for (const sense of ['camera', 'microphone', 'geolocation', 'display-capture', 'browsing-topics'])
      expect(said.split(', ')).toContain(`${sense}=()`)
    expect(said).not.toMatch(/=\((?!\))|=\*/)
  })

  it('to come back without encryption, once it was served with it, and not before', () => {
    expect(served['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headersOf('http://localhost:3000')['strict-transport-security']).toBeUndefined()
  })
})
