import { createServer, type AddressInfo, type Socket } from 'node:net'

/** As much of SMTP as a letter needs, and what it brought. */
export const openPost = async () => {
  const letters: string[] = []
  const talk = (socket: Socket) => {
    let [inData, kept] = [false, '']
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('data', (chunk) => {
      kept += chunk.toString('utf8')
      for (;;) {
        const end = inData ? '\r\n.\r\n' : '\r\n'
        const at = kept.indexOf(end)
        if (at < 0) return
        const said = kept.slice(0, at)
        kept = kept.slice(at + end.length)
        if (inData) letters.push(said)
        const starts = !inData && /^data/i.test(said)
        inData = starts
        say(starts ? '354 go' : /^quit/i.test(said) ? '221 bye' : '250 ok')
      }
    })
    socket.on('error', () => undefined)
  }
  const server = createServer(talk)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { letters, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}
