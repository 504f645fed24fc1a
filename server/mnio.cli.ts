import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Bilingual } from '../workflows/vocabulary/vocabulary.ts'
import { Misused } from './organisations/first-administrator.ts'

// The command line of whoever keeps the server: what no page can do, because nobody has signed in yet.

const usage: Bilingual = {
  fr: `Usage :
  ./mnio migrate
      met la base à jour de cette version ; rien d’autre n’est touché. Le serveur démarre ensuite sans le propriétaire de la base.
  ./mnio invite --issuer <adresse> --subject <identifiant> --email <courriel>
      crée la première personne qui administre la plateforme. Les autres sont invitées depuis les pages.
      Tant qu’elle ne s’est pas identifiée, la même commande en nomme une autre à sa place.
      Si de deux personnes une seule administre encore, la même commande nomme la seconde.
      --issuer   le fournisseur d’identité, comme dans OIDC_ISSUER
      --subject  l’identifiant (« sub ») de cette personne chez ce fournisseur
      --email    son courriel professionnel
La base est celle de DATABASE_URL, avec le nom et le mot de passe de son propriétaire, ou la base embarquée de DATA_DIR.`,
  en: `Usage:
  ./mnio migrate
      brings the database to this release; nothing else is touched. The server then starts without the owner of the database.
  ./mnio invite --issuer <address> --subject <identifier> --email <e-mail>
      makes the first person who administers the platform. All others are invited from the pages.
      As long as that person has not signed in, the same command names another in their stead.
      Where of two persons one alone administers still, the same command names the second.
      --issuer   the identity provider, as in OIDC_ISSUER
      --subject  what this provider calls that person (“sub”)
      --email    their work e-mail
The database is that of DATABASE_URL, with the name and password of its owner, or the embedded one of DATA_DIR.`
}

const missing = (name: string): Misused =>
  new Misused(
    {
      fr: `Il manque --${name}, ou sa valeur ne convient pas.`,
      en: `--${name} is missing, or does not fit.`
    },
    true
  )

const fits = {
  issuer: (word: string) => URL.canParse(word) && /^https?:\/\//.test(word),
  subject: (word: string) => /^\S{1,255}$/.test(word),
  email: (word: string) => /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(word) && word.length <= 254
}

/** @throws Misused naming what does not fit. */
const read = (args: string[]) => {
  const text = { type: 'string' } as const
  const asked = (() => {
    try {
      return parseArgs({
        args,
        allowPositionals: true,
        options: { issuer: text, subject: text, email: text }
      })
    } catch {
      throw new Misused({ fr: 'Option inconnue.', en: 'Unknown option.' }, true)
    }
  })()
  const [command, ...more] = asked.positionals
  if (more.length > 0 || !['invite', 'migrate'].includes(command ?? ''))
    throw new Misused({ fr: 'Commande inconnue.', en: 'Unknown command.' }, true)
  const of = (name: keyof typeof fits) => {
    const word = asked.values[name]?.trim() ?? ''
    if (!fits[name](word)) throw missing(name)
    return word
  }
  if (command === 'migrate') return null
  return { issuer: of('issuer'), subject: of('subject'), email: of('email') }
}

const say = (words: Bilingual, out: (text: string) => void) => out(`${words.fr}\n${words.en}`)

const run = async (args: string[]): Promise<void> => {
  const asked = read(args)
  // What needs a database is loaded once it is known that it is asked for.
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/mnio', import.meta.url)))
  const { invite, migrate } = await import('./organisations/command-line.ts')
  say(asked ? await invite(asked, process.env) : await migrate(process.env), console.log)
}

try {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) say(usage, console.log)
  else await run(process.argv.slice(2))
} catch (error) {
  const told = error instanceof Misused ? error : null
  if (told) say(told.reason, console.error)
  else console.error(`MNIO : ${(error as Error).message}`)
  if (told?.usage) say(usage, console.error)
  process.exitCode = told?.usage ? 2 : 1
}
