const words = {
  title: { fr: 'Votre session est fermée', en: 'You are signed out' },
  next: {
    fr: 'Fermer aussi la session du fournisseur d’identité',
    en: 'Also close the identity provider’s session'
  }
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)

/**
 * A page rather than a redirect when the provider is elsewhere: `form-action 'self'` on the page that posted would
 * stop a redirect to another origin, and the person would see nothing happen.
 */
export function signedOutPage(next: string) {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    refresh: `0;url=${next}`
  }
  const body = `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title.fr}</title></head>
<body><main><h1>${words.title.fr}</h1><p lang="en">${words.title.en}</p>
<p><a href="${escaped(next)}">${words.next.fr} <span aria-hidden="true">·</span> <span lang="en">${words.next.en}</span></a></p></main></body>
</html>`
  return { headers, body }
}
