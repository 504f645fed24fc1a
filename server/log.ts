import { pino, type DestinationStream, type Logger } from 'pino'
import { isOutage } from './db/outage.ts'

export type Log = Logger

/** A message or a detail may quote a name or an address: only the class, the code and the frames are kept. */
export function errorForLog(error: unknown): { class: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { class: typeof error }
  // A layer between repeats what a statement was given, and hides the code that the database answered.
  const { code = (error.cause as { code?: unknown } | undefined)?.code } = error as { code?: unknown }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    class: error.name === 'Error' ? error.constructor.name : error.name,
    ...(typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? { code } : {}),
    at: frames.slice(0, 6).map((frame) => frame.trim())
  }
}

interface LoggedRequest {
  id: unknown
  method: unknown
  routeOptions?: { url?: unknown }
}

const info = 30
const errorIn = (said: unknown): unknown => (said as { err?: unknown } | null)?.err

/** `ending`: the process is closing, and a session of the database that ends with it is no fault. */
type Options = { ending?: () => boolean }

/** Allow-lists, not redaction: what is not named here is never written. `redact` is only a net below. */
export function createLog(
  level: string,
  { ending = () => false }: Options = {},
  stream?: DestinationStream
): Log {
  return pino(
    {
      level,
      base: null,
      hooks: {
        logMethod(args, method, at) {
          const lower = at > info && ending() && isOutage(errorIn(args[0]))
          return (lower ? this.info : method).apply(this, args)
        }
      },
      redact: {
        paths: ['headers', '*.headers', 'cookie', '*.cookie', 'password', '*.password', 'token', '*.token']
      },
      serializers: {
        req: (request: LoggedRequest) => ({
          id: request.id,
          method: request.method,
          route: request.routeOptions?.url ?? null
        }),
        res: (reply: { statusCode?: unknown }) => ({ statusCode: reply.statusCode }),
        err: errorForLog,
        error: errorForLog
      }
    },
    stream
  )
}
