import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

type Office = { letters: string[]; url: string; close: () => Promise<void> }

/** A mail server of its own, as others run: what it was brought, whole. It offers STARTTLS and passwords only where it is asked to. */
export const openPost = async (how: SMTPServerOptions = {}): Promise<Office> => {
  const letters: string[] = []
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    onData: (stream, _session, done) => {
      const kept: Buffer[] = []
      stream.on('data', (chunk: Buffer) => kept.push(chunk))
      stream.on('end', () => {
        letters.push(Buffer.concat(kept).toString('utf8'))
        done()
      })
    },
    ...how
  })
  // A connection that its client ends in the middle is what some tests are about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    letters,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve()))
  }
}
