import { connect, type Socket } from 'node:net'

/** What one connection sends next, and what it makes of the answer. */
export type Shot = { request: string; answered?: (head: string) => void }
export type Volley = {
  port: number
  connections: number
  seconds: number
  most: number
  next: (connection: number) => Shot | null
}
/** `bytes`: of the largest answer. */
export type Outcome = { requests: number; perSecond: number; p50: number; p95: number; bytes: number }

type Answer = { head: string; bytes: number }

const lastPiece = Buffer.from('0\r\n\r\n')

/**
 * One keep-alive connection with the least client there can be: the machine's two cores belong to the server and to
 * PostgreSQL, and a costly client would bring every ratio nearer to one.
 */
const openConnection = async (port: number) => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  let received: Buffer[] = []
  let head: string | null = null
  let [length, missing, chunked] = [0, 0, false]
  let tail = Buffer.alloc(0)
  const start = (chunk: Buffer) => {
    received.push(chunk)
    const all = received.length === 1 ? chunk : Buffer.concat(received)
    const end = all.indexOf('\r\n\r\n')
    if (end < 0) return
    head = all.toString('latin1', 0, end)
    chunked = /transfer-encoding: chunked/i.test(head)
    length = chunked ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    missing = length
    take(all.subarray(end + 4))
  }
  /** A page comes in pieces, the last of which is empty: their own frames, some ten bytes each, are counted with it. */
  const take = (bytes: Buffer) => {
    if (!chunked) return void (missing -= bytes.length)
    length += bytes.length
    tail = Buffer.concat([tail, bytes.subarray(-lastPiece.length)]).subarray(-lastPiece.length)
    missing = tail.equals(lastPiece) ? 0 : 1
  }
  socket.on('data', (chunk) => {
    if (head === null) start(chunk)
    else take(chunk)
    if (head === null || missing > 0) return
    tail = Buffer.alloc(0)
    const answer = { head, bytes: length }
    head = null
    received = []
    waiting?.resolve(answer)
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the server closed a connection')))
  const ask = (request: string) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(request)
    })
  return { ask, close: () => socket.destroy() }
}

export const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** Fires for a bounded time and number of requests over a few connections, each waiting for its answer. @throws on any refusal. */
export const fire = async ({ port, connections, seconds, most, next }: Volley): Promise<Outcome> => {
  const opened = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const times: number[] = []
  let bytes = 0
  const began = performance.now()
  const end = began + seconds * 1000
  const run = async ({ ask }: (typeof opened)[number], index: number) => {
    while (times.length < most && performance.now() < end) {
      const shot = next(index)
      if (!shot) return
      const sent = performance.now()
      const answer = await ask(shot.request)
      times.push(performance.now() - sent)
      bytes = Math.max(bytes, answer.bytes)
      if (!/^HTTP\/1\.1 20[014]/.test(answer.head))
        throw new Error(`${shot.request.split('\r\n')[0]} was answered ${answer.head.split('\r\n')[0]}`)
      shot.answered?.(answer.head)
    }
  }
  await Promise.all(opened.map(run))
  const took = (performance.now() - began) / 1000
  for (const { close } of opened) close()
  times.sort((a, b) => a - b)
  return {
    requests: times.length,
    perSecond: round(times.length / took, 0),
    p50: round(percentile(times, 0.5), 2),
    p95: round(percentile(times, 0.95), 2),
    bytes
  }
}

type Request = { method?: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

export const requestText = ({ method = 'GET', path, headers = {}, body }: Request): string => {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body !== undefined && {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body))
    })
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}
