import type { Person } from './person.ts'
import { pageOf } from './crawl.ts'
import type { Stage } from './stage.ts'
import { aPhone, faultsOf, frenchOf, heeds, wideOf } from './state.ts'

/** The states of a case, a request, a link or a meeting, in which the story of `looks/cases.test.ts` comes to a page. */
export const ofCases = {
  '/dossiers/[id]/urgence': ['as it opens', 'sent empty'],
  '/dossiers/[id]': [
    'opened in an emergency',
    'with an agreement that was taken back',
    'as the cell is to decide it',
    'closed'
  ],
  '/acces-urgence': ['with one to confirm'],
  '/acces-urgence/[id]': ['to be answered', 'refused'],
  '/acces-urgence/[id]/agir/[command]': ['as it opens', 'sent empty'],
  '/orientations/[id]': [
    'to be answered',
    'declined',
    'declined, as its sender reads it',
    'left without an answer'
  ],
  '/orientations/[id]/agir/[command]': ['sent empty'],
  '/orientations/[id]/hors-perimetre': ['as it opens'],
  '/dossiers/[id]/agir/[command]': ['somebody was first'],
  '/dossiers/[id]/exporter': ['as a file'],
  '/dossiers/[id]/passer': ['sent empty', 'while a proposal waits'],
  '/passages/[id]': ['proposed', 'to be answered', 'refused empty', 'refused', 'taken back', 'accepted'],
  '/reunions/[id]': [
    'planned',
    'convened',
    'with a withdrawal asked',
    'in session',
    'with its end asked',
    'held',
    'cancelled'
  ],
  '/reunions/[id]/convocation': ['convened'],
  '/lien/[token]': ['to be answered', 'expired', 'accepted', 'over', 'not found'],
  '/lien/envoye': ['as it opens'],
  '/lien/[token]/agir/[command]': ['as it opens', 'sent empty']
} as const satisfies Record<string, readonly string[]>

/** The same of houses, people, rules, places and figures, in `looks/houses.test.ts`. */
export const ofHouses = {
  '/attente': ['as it opens'],
  '/personnes': ['with an invitation refused', 'with an invitation sent'],
  '/invitation/[token]': ['signed out', 'to be accepted', 'not found'],
  '/personnes/revue': ['to be confirmed', 'sent unread', 'confirmed'],
  '/configuration/[version]': ['a draft', 'a draft that is wrong', 'published'],
  '/configuration/[version]/publier': ['as it opens', 'sent unread'],
  '/configuration/[version]/bascule': ['previewed'],
  '/configuration/bascules/[id]': ['running', 'done', 'being undone'],
  '/protocoles': ['created with nothing'],
  '/protocoles/[name]/preparer': ['as it opens', 'refused', 'saved'],
  '/protocoles/[name]': ['a draft', 'signed by one', 'in force'],
  '/protocoles/[name]/signer': ['as it opens', 'sent unread'],
  '/protocoles/[name]/bascule': ['as it opens', 'previewed'],
  '/lieux-de-vie': ['empty', 'sent empty', 'with one that is open', 'with one that is closed'],
  '/places/[id]': ['in use', 'closed for a while'],
  '/places/[id]/agir/[command]': ['as it opens', 'sent empty'],
  '/chiffres/publications': ['asked for', 'ready', 'published'],
  '/chiffres': ['a draft, as the public will read it', 'published', 'of one territory'],
  '/chiffres/[table]': ['in rows', 'in a grid'],
  '/publications': ['published', 'of one territory'],
  '/publications/[table]': ['in rows']
} as const satisfies Record<string, readonly string[]>

/** Where nothing waits, and what a form says that was sent wrong by who alone is given it, in `looks/forms.test.ts`. */
export const ofForms = {
  '/orientations': ['empty'],
  '/informations': ['empty'],
  '/occupation': ['sent empty'],
  '/referents': ['sent empty'],
  '/annuaire': ['with a choice that there is not'],
  '/compte/courriels': ['with a choice that there is not']
} as const satisfies Record<string, readonly string[]>

/** Of what was flagged in one go, in `flag/together.test.ts`. */
export const ofSituations = {
  '/signaler/envoye/[[id]]': ['with another of the situation', 'sent empty', 'linked']
} as const satisfies Record<string, readonly string[]>

/**
 * What people met of those states, in order, on the narrowest phone; what axe found on them, what is too wide for it, and what is not in
 * English. `on` and `visits` bring whoever meets them.
 */
export const watching = (stage: Stage) => {
  const met: Record<string, string[]> = {}
  const faulty: string[] = []
  const wide: string[] = []
  const notEnglish: string[] = []
  const watched = async (who: Promise<Person>): Promise<Person> => {
    const person = await who
    await person.page.setViewportSize(aPhone)
    heeds(person.page)
    return person
  }
  const meets = async ({ page }: Person, is: string): Promise<void> => {
    const kind = pageOf(new URL(page.url()).pathname) ?? page.url()
    const here = (found: readonly string[]) => found.map((one) => `${kind}, ${is}: ${one}`)
    ;(met[kind] ??= []).push(is)
    faulty.push(...here(await faultsOf(page)))
    wide.push(...here(await wideOf(page)))
    notEnglish.push(...here(await frenchOf(page)))
  }
  const on = (login: string) => watched(stage.enter(login, { phone: true }))
  const visits = (who: string) => watched(stage.visitor(who))
  return { met, faulty, wide, notEnglish, meets, on, visits }
}
