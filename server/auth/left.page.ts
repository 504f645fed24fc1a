/** Where a quick exit leads: nothing of this service, nor of any other that would know who came. */
const nowhere = 'about:blank'

/**
 * Without JavaScript a quick exit is a form: its answer shows nothing and gives way at once to an empty page, which takes its
 * place in the history. It does not lead by the identity provider: that takes time, and a page that names it.
 */
export const leftPage = {
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    refresh: `0;url=${nowhere}`
  },
  body: '<!doctype html><html lang="fr"><meta charset="utf-8"><title>·</title></html>'
}
