import { createHash } from 'node:crypto'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { pageStyle } from './page-style.ts'

const words = {
  ribbon: {
    fr: 'Monde fictif de démonstration : aucune personne réelle',
    en: 'Fictional demonstration world: no real person'
  },
  product: { fr: 'dossier partagé', en: 'shared case file' },
  home: { fr: 'Revenir à l’accueil', en: 'Back to the home page' }
} as const satisfies Record<string, Bilingual>

/** Characters that mean something in HTML, as themselves. */
export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
const second = ({ fr, en }: Bilingual) => (fr === en ? '' : ` <span lang="en">${escaped(en)}</span>`)
/** French, then English where it is another word. */
export const both = (label: Bilingual) => escaped(label.fr) + second(label)

export const homeLink = `<p><a href="/">${both(words.home)}</a></p>`

/** `renewed`: after how many seconds the browser asks for the page again, where something is under way. */
export function page(title: Bilingual, content: string, renewed?: number): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${renewed === undefined ? '' : `<meta http-equiv="refresh" content="${renewed}">`}
<title>${escaped(title.fr)} · MNIO</title><style>${pageStyle}</style></head>
<body>
<header><p class="ribbon">${both(words.ribbon)}</p>
<p class="brand"><strong>MNIO</strong> <span>${escaped(words.product.fr)}</span></p></header>
<main><h1>${both(title)}</h1>
${content}</main>
</body>
</html>`
}

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

/** Browsers hold `form-action` against each redirect that follows: the sign-in ends at one of `origins`. */
export const pageHeaders = (origins: readonly string[]) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "font-src 'self'",
    `form-action 'self' ${origins.join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin'
})
