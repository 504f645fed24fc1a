import type { Page } from 'playwright-core'
import {
  asked,
  at,
  done,
  faultsOf,
  frenchOf,
  heeds,
  nothing,
  pressed,
  sent,
  sentEmpty,
  sentWrong,
  inTurn,
  wideOf,
  type State
} from './state.ts'

const nobody = '00000000-0000-4000-8000-000000000000'
const act = (command: string, is: string): State => at(is, (path) => path.replace(/[^/]+$/, command))
const screen = (step: string): State => at(`the screen « ${step} »`, () => `/signaler/${step}`)
const sought = (is: string, words: string, shows: string): State => ({
  is,
  enters: async (page) => {
    await page.locator('main input[name="q"]').fill(words)
    await page.locator('main form[role="search"] button').click()
    await page.getByText(shows).first().waitFor()
  }
})
const post = (action: string) => `main form[action="?/${action}"]`
const anyForm = 'main form[method=post]:not(.hint)'
const follows = (link: string): State => ({
  is: '',
  enters: async (page) => {
    await page.locator(link).first().click()
    await page.locator(anyForm).first().waitFor()
  }
})

/** By the page as the table of routes has it; every page is looked at as it opens as well, and for its colours in the dark, with each of its folds open. */
export const states: Record<string, readonly State[]> = {
  '/accessibilite': [at('not found', () => '/accessibilite?version=2020-01-01')],
  '/annuaire': [nothing('departement=48'), done()],
  '/aujourdhui': [
    asked('narrowed', 'filtres'),
    asked('late', 'vue=late'),
    asked('moved', 'vue=moved'),
    nothing('q=ZZZZ')
  ],
  '/chercher': [sought('nothing found', 'zzzz', 'Rien ne répond'), sought('found', 'agenda', 'Agenda')],
  '/chiffres/demandes/[id]': [asked('of another year', 'annee=2023')],
  '/chiffres/demandes/exact': [sentEmpty(post('ask')), done()],
  '/chiffres/publications': [done('fait=demande')],
  '/chiffres/sources': [asked('of a year of which nobody counted anything', 'annee=1990'), done('fait=1')],
  '/chiffres/sources/saisir': [
    sentEmpty(post('enter')),
    sentEmpty(post('preview'), 'main .callout', 'a file that is none')
  ],
  '/compte/agenda': [sent('with its address', post('make'), 'main .callout #address'), done()],
  '/compte/appareils': [done()],
  '/compte/courriels': [done()],
  '/configuration': [sentEmpty(post('create'))],
  '/connexion': ['assurance', 'etat', 'expire', 'fournisseur', 'acces', 'x'].map((code) =>
    asked(`refused: ${code}`, `erreur=${code}`)
  ),
  '/donnees': [at('not found', () => '/donnees?version=2020-01-01')],
  '/dossiers': [nothing('q=ZZZZ'), nothing('etape=identification.recognised'), asked('late', 'vue=late')],
  '/dossiers/[id]': [
    asked('with every act', 'actes=tous'),
    asked('with the acts that nobody expects', 'actes=inattendus'),
    done('fait=acse.request'),
    pressed('with what it hides', /^Afficher/, 'main .callout.minor'),
    at('not found', () => `/dossiers/${nobody}`)
  ],
  '/dossiers/[id]/agir/[command]': [
    inTurn('sent empty', act('complaint.file', ''), sentEmpty()),
    act('receipt.handed', 'of an act that is not theirs')
  ],
  '/dossiers/[id]/annuler/[ref]': [sentEmpty('main form.stack[method=post]')],
  '/dossiers/[id]/entretien': [sentEmpty(), asked('in a language read from right to left', 'texte=ar')],
  '/dossiers/[id]/exporter': [sent('without her agreement', anyForm, 'main .alert')],
  '/dossiers/[id]/lies': [sentEmpty(post('make'))],
  '/dossiers/[id]/passer': [sentEmpty('main form.stack[method=post]')],
  '/droit': [nothing('q=zzzz'), asked('of what nobody read', 'lecture=unread')],
  '/echeances': [asked('narrowed', 'filtres'), nothing('personnes=danger')],
  '/echeances/simuler': [
    asked('counted', 'code=MNIO-RG&depuis=2026-11-02&territoire=69'),
    asked('refused', 'code=MNIO-RG&depuis=2026-13-02&territoire=69')
  ],
  '/equipe': [sentEmpty(post('add')), done()],
  '/journal': [nothing('jour=2020-01-01')],
  '/occupation': [done()],
  '/organisations': [nothing('nom=zzzz')],
  '/organisations/[id]': [done(), sentWrong('its number changed wrongly', '#siret', '12', post('change'))],
  '/organisations/[id]/personnes': [sentEmpty(post('invite')), done(), done('attend')],
  '/organisations/[id]/reunir': [
    nothing('nom=zzzz'),
    inTurn(
      'one chosen, and sent unread',
      asked('', 'nom='),
      follows('main a[href^="?avec="]'),
      sentEmpty(anyForm)
    )
  ],
  '/organisations/importer': [sentEmpty(post('preview'), 'main .callout')],
  '/orientations': [
    asked('sent by them', 'boite=out'),
    asked('all', 'boite=in&vue=all'),
    asked('to settle', 'boite=settle')
  ],
  '/orientations/[id]': [at('not found', () => `/orientations/${nobody}`)],
  '/personnes': [done()],
  '/places': [nothing('q=zzzz'), asked('all', 'etat=toutes'), done()],
  '/protocoles': [nothing('territoire=48')],
  '/referents': [nothing('territoire=48'), done()],
  '/reprise': [sentEmpty(post('preview'), 'main .callout')],
  '/reunions': [sentEmpty(post('plan'))],
  '/signaler': [sent('once what was begun is dropped', post('discard'), 'main form[data-keeps]')],
  '/signaler/[step]': [
    sentEmpty(),
    ...['indices', 'personne', 'relire'].map(screen),
    inTurn('a second screen sent empty', screen('indices'), sentEmpty())
  ],
  '/signaler/danger': [sentEmpty()],
  '/signaler/reprendre': [sentEmpty(post('preview'))],
  '/t/[code]': [asked('in large letters', 'grand'), asked('as a card', 'carte')]
}

/** Pages that stand as they open: nothing is sent from them, nothing narrows them, and what they hold is all of one kind. */
export const inOneState = [
  ...['/', '/aide', '/aide/[guide]', '/aide/glossaire', '/connexion/appareils'],
  ...['/chiffres/demandes', '/chiffres/methode', '/publications/methode', '/publications/sources'],
  ...['/compte', '/donnees/[document]', '/droit/[code]', '/organisations/revues', '/reunions/sieges'],
  ...['/dossiers/[id]/echeances', '/dossiers/[id]/histoire', '/dossiers/[id]/hors-perimetre'],
  ...['/dossiers/[id]/papier', '/dossiers/[id]/regles']
]

/** What axe finds on a page, as it opens, in the dark, and in each state that the table gives it; there, what is too wide or not in English as well. Leaves the page in the last of them. */
export async function faultsInEachState(page: Page, kind: string): Promise<string[]> {
  const found: string[] = []
  const keep = (is: string, faults: readonly string[]) =>
    found.push(...faults.map((fault) => `${kind}, ${is}: ${fault}`))
  const notes = async (is: string, of: 'colours' | 'all' = 'all') => keep(is, await faultsOf(page, of))
  heeds(page)
  await notes('as it opens')
  await page.emulateMedia({ colorScheme: 'dark' })
  await notes('dark', 'colours')
  await page.emulateMedia({ colorScheme: null })
  for (const { is, enters } of states[kind] ?? []) {
    await enters(page).catch((error: unknown) => keep(is, [`nobody comes to it: ${String(error)}`]))
    await notes(is)
    keep(is, [...(await wideOf(page)), ...(await frenchOf(page))])
  }
  return found
}
