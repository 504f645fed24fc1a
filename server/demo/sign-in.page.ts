import { createHash } from 'node:crypto'
import { roles } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary.ts'
import type { Letter } from '../links/mail.ts'
import { demoWorlds, type DemoAccount } from './accounts.ts'
import { pageStyle } from './page-style.ts'

const words = {
  ribbon: {
    fr: 'Monde fictif de démonstration : aucune personne réelle',
    en: 'Fictional demonstration world: no real person'
  },
  product: { fr: 'dossier partagé', en: 'shared case file' },
  choose: { fr: 'Choisir qui vous êtes', en: 'Choose who you are' },
  why: {
    fr: 'Chaque compte ouvre le même monde avec d’autres droits. Un clic suffit, sans mot de passe.',
    en: 'Each account opens the same world with other rights. One click, no password.'
  },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  waiting: { fr: 'page d’attente', en: 'waiting page' },
  lost: { fr: 'Cette connexion a expiré', en: 'This sign-in has expired' },
  again: { fr: 'Recommencer la connexion', en: 'Sign in again' },
  signedOut: { fr: 'Vous êtes déconnecté·e', en: 'You are signed out' },
  letters: { fr: 'Courrier fictif', en: 'Fictional mail' },
  lettersWhy: {
    fr: 'Les lettres que reçoivent les destinataires sans compte. Rien ne part vraiment.',
    en: 'The letters that recipients without an account receive. Nothing really leaves.'
  },
  noLetter: { fr: 'Aucun courrier pour l’instant.', en: 'No mail yet.' },
  openLink: { fr: 'Ouvrir le lien', en: 'Open the link' },
  home: { fr: 'Revenir à l’accueil', en: 'Back to the home page' }
} as const satisfies Record<string, Bilingual>

export const signInPath = '/oidc/connexion'
export const cancelled = 'annuler'
export const mailboxPath = '/demo/courrier'

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0) ?? 0};`)
const second = ({ fr, en }: Bilingual) => (fr === en ? '' : ` <span lang="en">${escaped(en)}</span>`)
const both = (label: Bilingual) => escaped(label.fr) + second(label)

/** The accounts as one form: each button says where it goes, so nothing but HTML is needed. */
export function signInPage(uid: string, mailbox: boolean): string {
  const action = (choice: string) => `${signInPath}/${encodeURIComponent(uid)}/${choice}`
  const worlds = demoWorlds.map(
    ({ key, label, accounts }) => `<section aria-labelledby="${key}"><h2 id="${key}">${both(label)}</h2>
<ul>${accounts.map((account) => accountButton(account, action(account.login))).join('')}</ul></section>`
  )
  return page(
    words.choose,
    `<p class="why">${both(words.why)}</p>
${mailbox ? `<p class="why"><a href="${mailboxPath}">${both(words.letters)}</a> · ${both(words.lettersWhy)}</p>` : ''}
<form method="post">${worlds.join('\n')}
<p><button class="plain" formaction="${action(cancelled)}">${both(words.cancel)}</button></p></form>`
  )
}

function accountButton({ login, given, family, role, org }: DemoAccount, action: string): string {
  const label = role === null ? words.waiting : roles[role]
  return `<li><button formaction="${action}"><strong>${escaped(`${given} ${family}`)}</strong>
<span>${escaped(org.name)}</span><span>${escaped(label.fr)}</span>
<small lang="en">${escaped(label.en)}</small><code>${login}</code></button></li>`
}

export const lostPage = () => page(words.lost, `<p><a href="/auth/login">${both(words.again)}</a></p>`)

export const signedOutPage = () => page(words.signedOut, `<p><a href="/">${both(words.home)}</a></p>`)

/** What the fictional recipients would have received, each letter with its link. */
export const mailboxPage = (letters: readonly Pick<Letter, 'to' | 'subject' | 'text' | 'url'>[]) =>
  page(
    words.letters,
    `<p class="why">${both(words.lettersWhy)}</p>
${
  letters.length === 0
    ? `<p>${both(words.noLetter)}</p>`
    : letters
        .map(
          ({ to, subject, text, url }) =>
            `<section><h2>${escaped(subject)}</h2><p>${escaped(to)}</p>
<p class="letter">${escaped(text)}</p>
<p><a href="${escaped(url)}">${both(words.openLink)}</a></p></section>`
        )
        .join('\n')
}
<p><a href="/">${both(words.home)}</a></p>`
  )

function page(title: Bilingual, content: string): string {
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
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
