import type { FastifyInstance } from 'fastify'

const step = 100

/** A connection that served the last request in flight would keep the closing server waiting until it times out. */
export function closePromptly(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const sweep = setInterval(() => app.server.closeIdleConnections(), step)
    app.server.once('close', () => clearInterval(sweep))
    sweep.unref()
  })
}
