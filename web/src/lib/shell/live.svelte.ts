import { isGoing } from './leaving.ts'
import { isTheirs, type Right } from './right.ts'

const about = ['message', 'case', 'referral', 'meeting', 'protocol']
/** Nothing that is read first waits for the stream, and a page that says itself loaded is. */
const afterReading = 1_000
/** An answer that the browser does not ask again for by itself, a proxy's for example. */
const again = 30_000

/** That something moved since the page was read, never what: the stream carries ids only. */
class Live {
  moved = $state<string[]>([])

  note(id: string) {
    if (id && !this.moved.includes(id)) this.moved = [...this.moved, id]
  }
}
export const live = new Live()

/** Whether the right to what is on screen is over. A lost network says nothing. */
async function isOver(shown: Right): Promise<boolean> {
  const answer = await fetch('/api/me', { headers: { 'x-passive': '1' } }).catch(() => null)
  if (answer?.status === 401) return true
  return answer?.ok === true && !isTheirs((await answer.json()) as Right, shown)
}

/**
 * Hears the stream for all pages of a browser: one of them holds it, for a browser opens few connections to one house, and
 * tells the others. A stream ends with the right to it: what is on screen goes too, and the page says why. Returns what stops it.
 */
export function listen(shown: () => Right): () => void {
  const pages = new BroadcastChannel('live')
  const stopped = new AbortController()
  let stream: EventSource | null = null

  const check = async () => {
    // Who has left, or signs out, ended the session themselves, and is on the way to another page.
    if (!(await isOver(shown())) || isGoing()) return
    document.body.replaceChildren()
    location.reload()
  }
  const open = () => {
    stream = new EventSource('/api/stream')
    for (const one of about) stream.addEventListener(one, heard)
    // It opens for whoever is signed in by now: after a lost network, or in a page that slept, that may be somebody else.
    stream.addEventListener('open', askAll)
    stream.addEventListener('error', ended)
  }
  const heard = ({ data }: MessageEvent<string>) => {
    live.note(data)
    pages.postMessage(data)
  }
  const askAll = () => {
    pages.postMessage('')
    void check()
  }
  const ended = () => {
    askAll()
    if (stream?.readyState === EventSource.CLOSED) setTimeout(reopen, again)
  }
  const reopen = () => {
    if (!stopped.signal.aborted) open()
  }
  pages.onmessage = ({ data }: MessageEvent<string | Right>) => {
    if (typeof data === 'string' && data) live.note(data)
    else if (data === '' || !isTheirs(data as Right, shown())) void check()
  }
  // A page that is opened anew may be of another role: the one that heard of the end may be gone, and those behind it show the role before.
  const { person, role, accredited, organisation } = shown()
  const right: Right = {
    person: { id: person.id },
    role,
    accredited,
    organisation: { id: organisation.id }
  }
  pages.postMessage(right)
  const hold = () =>
    new Promise<void>((done) => {
      open()
      stopped.signal.addEventListener('abort', () => done())
    })
  const begin = setTimeout(() => {
    void navigator.locks.request('live', { signal: stopped.signal }, hold).catch(() => undefined)
  }, afterReading)

  return () => {
    clearTimeout(begin)
    stopped.abort()
    stream?.close()
    pages.close()
  }
}
