import { pino, type Logger } from 'pino'

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

/** Allow-lists, not redaction: what is not named here is never written. `redact` is only a net below. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
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
  })
}
