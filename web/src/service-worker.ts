/// <reference lib="webworker" />

// Keeps nothing: neither a page, nor an answer, nor a file. Where there is no network it says so, in words of no service, in place of
// the browser’s own page, which names the address.
const worker = self as unknown as ServiceWorkerGlobalScope

const style =
  'body{margin:0;padding:2rem 1.25rem;max-width:32rem;font:1.05rem/1.5 system-ui,sans-serif;color-scheme:light dark}a{color:inherit}'
const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>·</title><style>${style}</style>
<h1>Pas de réseau</h1><p>Si la page l’avait dit, ce que vous écriviez est gardé sur cet appareil.</p>
<p><a href="">Réessayer</a></p>
<div lang="en"><h2>No network</h2><p>If the page said so, what you were writing is kept on this device.</p>
<p><a href="">Try again</a></p></div>`

async function offline(): Promise<Response> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))
  const own = `'sha256-${btoa(String.fromCodePoint(...digest))}'`
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${own}; base-uri 'none'; frame-ancestors 'none'`,
    'cross-origin-embedder-policy': 'require-corp',
    'cache-control': 'no-store'
  }
  return new Response(page, { status: 503, headers })
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode !== 'navigate' || request.method !== 'GET') return
  event.respondWith(fetch(request).catch(offline))
})
