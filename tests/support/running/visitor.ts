import type { FastifyInstance } from 'fastify'

export type Answer = { status: number; url: string; headers: Headers; body: string }
export type Visitor = ReturnType<typeof visitor>

type Cookie = { name: string; value: string; path: string }
type Sending = { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string }

/** One browser, as far as a server can tell: cookies by host and path, redirects, a form's own headers. */
export function visitor(target: FastifyInstance | string, origin = 'http://localhost:3000') {
  const home = typeof target === 'string' ? new URL(target).origin : origin
  const jars = new Map<string, Map<string, Cookie>>()

  function jar(host: string) {
    const known = jars.get(host) ?? new Map<string, Cookie>()
    jars.set(host, known)
    return known
  }

  function cookieHeader({ host, pathname }: URL): string {
    const sent = [...jar(host).values()].filter(({ path }) => pathname.startsWith(path))
    return sent.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  function keep(host: string, line: string) {
    const [pair = '', ...attributes] = line.split(/; */)
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/'
    const over = attributes.some((attribute) => /^(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))
    if (over || value === '') jar(host).delete(name + path)
    else jar(host).set(name + path, { name, value, path })
  }

  async function send(
    address: string,
    { method = 'GET', headers = {}, body }: Sending = {}
  ): Promise<Answer> {
    const url = new URL(address, home)
    const cookie = cookieHeader(url)
    const all = { host: url.host, ...(cookie === '' ? {} : { cookie }), ...headers }
    const answer = await transport(target, url, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body })
    })
    for (const line of answer.headers.getSetCookie()) keep(url.host, line)
    return answer
  }

  /** Follows redirects, to the end or to the first address that `stop` recognises, which is not opened. */
  async function follow(first: Answer, stop: (url: URL) => boolean = () => false): Promise<Answer> {
    let answer = first
    for (let hops = 0; hops < 12; hops += 1) {
      const location = answer.headers.get('location')
      if (location === null) return answer
      const next = new URL(location, answer.url)
      if (stop(next)) return { ...answer, url: next.href }
      answer = await send(next.href)
    }
    throw new Error('too many redirects')
  }

  const submit = (address: string, headers: Record<string, string> = {}) => {
    const from = new URL(address, home).origin
    return send(address, {
      method: 'POST',
      headers: { origin: from, 'sec-fetch-site': 'same-origin', ...headers }
    })
  }

  return {
    home,
    send,
    follow,
    submit,
    cookie: (name: string) => jar(new URL(home).host).get(`${name}/`)?.value,
    setCookie: (name: string, value: string) => keep(new URL(home).host, `${name}=${value}`)
  }
}

async function transport(target: FastifyInstance | string, url: URL, sending: Sending): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = sending
  if (typeof target === 'string') {
    const answer = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body })
    })
    return { status: answer.status, url: url.href, headers: answer.headers, body: await answer.text() }
  }
  const path = url.pathname + url.search
  const payload = body === undefined ? {} : { payload: body }
  const answer = await target.inject({ method, url: path, headers, ...payload })
  const received = new Headers()
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) received.append(name, String(one))
  }
  return { status: answer.statusCode, url: url.href, headers: received, body: answer.body }
}
