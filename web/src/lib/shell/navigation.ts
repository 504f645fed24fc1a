import type { Me, NavKey, Room } from '#lib/api.types.ts'
import { noticesHref } from '#lib/notices/links.ts'
import type { MessageKey } from '#lib/messages.ts'

/** Where each desk lives. */
export const desks: Record<NavKey, { href: string; label: MessageKey }> = {
  today: { href: '/aujourdhui', label: 'nav.today' },
  cases: { href: '/dossiers', label: 'nav.cases' },
  flag: { href: '/signaler', label: 'nav.flag' },
  referrals: { href: '/orientations', label: 'nav.referrals' },
  places: { href: '/places', label: 'nav.places' },
  notices: { href: noticesHref, label: 'nav.notices' },
  deadlines: { href: '/echeances', label: 'nav.deadlines' },
  meetings: { href: '/reunions', label: 'nav.meetings' },
  figures: { href: '/chiffres', label: 'nav.figures' },
  audit: { href: '/journal', label: 'nav.audit' },
  protocols: { href: '/protocoles', label: 'nav.protocols' },
  configuration: { href: '/configuration', label: 'nav.configuration' },
  organisations: { href: '/organisations', label: 'nav.organisations' },
  people: { href: '/personnes', label: 'nav.people' },
  team: { href: '/equipe', label: 'nav.team' },
  referents: { href: '/referents', label: 'nav.referents' },
  occupancy: { href: '/occupation', label: 'nav.occupancy' },
  settlements: { href: '/lieux-de-vie', label: 'nav.settlements' },
  directory: { href: '/annuaire', label: 'nav.directory' }
}

/** How many desks a phone shows side by side; the others stand under one word. */
export const ledOnPhone = 3
/** The same of a desk, where there is more than one more: a longer row would be cut, and nobody looks for what is cut. */
export const besideOnDesk = 6

export function has(me: Pick<Me, 'nav'>, key: NavKey): boolean {
  return me.nav.includes(key)
}

/** Whether this reader finds something in a room of the house. */
export const inRoom = (me: Pick<Me, 'rooms'>, room: Room): boolean => me.rooms.includes(room)

export function deskLinks(me: Pick<Me, 'nav'>): { href: string; label: MessageKey }[] {
  return me.nav.filter((key): key is NavKey => key in desks).map((key) => desks[key])
}

/** Desks to which others refer people; everyone else only sends. */
export function receives(me: Pick<Me, 'nav' | 'answers'>): boolean {
  return has(me, 'referrals') && me.answers
}

/** The first page of a signed-in reader; the account's own page where no desk is open. */
export function homeOf(me: Pick<Me, 'nav' | 'accredited'>): string {
  if (!me.accredited) return '/attente'
  return deskLinks(me)[0]?.href ?? '/compte'
}
