import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createLog } from '../../../server/log.ts'
import { forFile } from '../../support/for-file.ts'
import { openSite } from '../../support/running/site.ts'

const lines: string[] = []
const listening = () => {
  const log = createLog('trace')
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done())
  })
  // The very logger of the server, its words caught on the way out.
  ;(log as unknown as Record<symbol, unknown>)[pino.symbols.streamSym] = sink
  return log
}
const site = await forFile(openSite(listening()))

it('no half of a key, nor which device it is of, is written to the log', async () => {
  const device = randomUUID()
  const made = await site.send('asso.rhone', `/api/devices/${device}/key`, undefined, { method: 'PUT' })
  const { id, publicHalf } = made.json() as { id: string; publicHalf: string }
  const opened = await site.send('asso.rhone', `/api/device-keys/${id}/open`, undefined)
  const { privateHalf } = opened.json() as { privateHalf: string }
  expect([made.statusCode, opened.statusCode]).toEqual([200, 200])
  expect(opened.headers['cache-control']).toBe('no-store')
  const text = lines.join('')
  // The log was listened to: it has both requests.
  expect(text).toContain('/api/devices/:device/key')
  expect(text).toContain('/api/device-keys/:id/open')
  for (const secret of [privateHalf, publicHalf, device, id]) expect(text).not.toContain(secret)
})
