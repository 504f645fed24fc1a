import type { Me, Room } from '#lib/api.types.ts'
import { openingsHref, storyHref } from '#lib/case/links.ts'
import type { MessageKey } from '#lib/messages.ts'
import { deskLinks, has, inRoom } from '#lib/shell/navigation.ts'

type Page = { href: string; label: MessageKey; words?: MessageKey }

const account: readonly Page[] = [
  { href: '/compte', label: 'account.title' },
  { href: '/compte/appareils', label: 'account.devices' },
  { href: '/compte/courriels', label: 'account.mails' },
  { href: '/compte/agenda', label: 'account.calendar' },
  { href: '/droit', label: 'app.law' },
  { href: '/donnees', label: 'account.data' },
  { href: '/aide', label: 'help.title' },
  { href: '/aide/glossaire', label: 'help.glossary' }
]

const further: readonly (Page & { room: Room })[] = [
  { room: 'openings', href: openingsHref, label: 'glass.title' },
  { room: 'seats', href: '/reunions/sieges', label: 'seats.title' },
  { room: 'accessReview', href: '/personnes/revue', label: 'palette.review' },
  { room: 'import', href: '/organisations/importer', label: 'import.title' }
]

/**
 * Where what was entered in error is taken back: the story of the case at hand, else the list in which it is looked for. It bears no
 * name of an act, and whoever erred looks for it by the error.
 */
const mending = (me: Pick<Me, 'nav'>, here: string | null): Page[] =>
  here !== null
    ? [{ href: storyHref(here), label: 'palette.undo', words: 'palette.undo.words' }]
    : has(me, 'cases')
      ? [{ href: '/dossiers', label: 'palette.undoIn', words: 'palette.undo.words' }]
      : []

/** The pages that this reader may open, those of their desk first. */
export const pagesOf = (me: Pick<Me, 'nav' | 'rooms' | 'role'>, here: string | null = null): Page[] => [
  ...deskLinks(me),
  ...further.filter(({ room }) => inRoom(me, room)),
  ...(has(me, 'deadlines') ? [{ href: '/echeances/simuler', label: 'whatIf.title' } as const] : []),
  ...mending(me, here),
  ...account,
  { href: `/aide/${me.role}`, label: 'help.own' }
]
