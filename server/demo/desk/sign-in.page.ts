import { roles } from '../../../policies/actor.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import { demoWorlds, type DemoAccount } from '../world/accounts.ts'
import { both, escaped, homeLink, page } from './page.ts'

const words = {
  choose: { fr: 'Choisir qui vous êtes', en: 'Choose who you are' },
  why: {
    fr: 'Chaque compte ouvre le même monde avec d’autres droits. Un clic suffit, sans mot de passe.',
    en: 'Each account opens the same world with other rights. One click, no password.'
  },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  waiting: { fr: 'page d’attente', en: 'waiting page' },
  lost: { fr: 'Cette connexion a expiré', en: 'This sign-in has expired' },
  again: { fr: 'Recommencer la connexion', en: 'Sign in again' },
  signedOut: { fr: 'Votre session est fermée', en: 'You are signed out' }
} as const satisfies Record<string, Bilingual>

export const signInPath = '/oidc/connexion'
export const cancelled = 'annuler'

/** Another page of the demonstration, which needs no account. */
export type Beside = { path: string; label: Bilingual; why: Bilingual }

/** The accounts as one form: each button says where it goes, so nothing but HTML is needed. */
export function signInPage(uid: string, beside: readonly Beside[]): string {
  const action = (choice: string) => `${signInPath}/${encodeURIComponent(uid)}/${choice}`
  const worlds = demoWorlds.map(
    ({ key, label, accounts }) => `<section aria-labelledby="${key}"><h2 id="${key}">${both(label)}</h2>
<ul>${accounts.map((account) => accountButton(account, action(account.login))).join('')}</ul></section>`
  )
  return page(
    words.choose,
    `<p class="why">${both(words.why)}</p>
${beside.map(({ path, label, why }) => `<p class="why"><a href="${path}">${both(label)}</a> <span aria-hidden="true">·</span> ${both(why)}</p>`).join('\n')}
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

export const signedOutPage = () => page(words.signedOut, homeLink)
