import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createLog, errorForLog } from '../../../server/log.ts'

const canary = 'DUPONT-12-rue-des-Lilas'

test('the log knows neither messages nor headers', () => {
  const lines: string[] = []
  const stream = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) })
  const serializers = (createLog('info') as unknown as Record<symbol, object>)[pino.symbols.serializersSym]
  const log = pino({ serializers: serializers as Record<string, (value: unknown) => unknown> }, stream)
  const fault = Object.assign(new Error(canary, { cause: new Error(canary) }), {
    detail: canary,
    code: `${canary} x`
  })
  log.error(
    { err: fault, req: { id: 1, method: 'GET', url: `/?nom=${canary}`, headers: { cookie: canary } } },
    'x'
  )
  expect(lines.join()).toContain('"class":"Error"')
  expect(lines.join()).not.toContain(canary)
  expect(JSON.stringify(errorForLog(fault))).not.toContain(canary)
})

test('a session of the database that ends with the process is said, and no fault; before that it is one', () => {
  let ending = false
  const levels: number[] = []
  const write = (line: string) => void levels.push((JSON.parse(line) as { level: number }).level)
  const log = createLog('info', { ending: () => ending }, { write })
  const ended = Object.assign(new Error('terminating connection'), { code: '57P01' })
  log.error({ err: ended }, 'a job failed')
  ending = true
  log.error({ err: ended }, 'a job failed')
  log.child({ part: 'worker' }).warn({ err: ended }, 'a database connection broke')
  log.error({ err: new Error('a fault of ours') }, 'a job failed')
  log.error('the worker stopped')
  expect(levels).toEqual([50, 30, 30, 50, 50])
})
