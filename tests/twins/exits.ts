import type { Role } from '../../policies/actor.ts'
import { enters, sitsInCell } from '../../policies/features.ts'
import type { DataClass } from '../../workflows/vocabulary/vocabulary.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { settingsApart } from './house/settled.ts'
import type { Life } from './lives/play.ts'

/** Every way by which something leaves the product, as the table of comparisons counts them. */
export const exits = [
  'case',
  'versions',
  'events',
  'deadlines',
  'referrals',
  'actions',
  'worklist',
  'deadline list',
  'referral list',
  'preview',
  'places',
  'notices',
  'sealed',
  'emergency',
  'openings',
  'likeness',
  'search',
  'meetings',
  'minutes',
  'refusals',
  'attempts',
  'stream',
  'pages',
  'figures',
  'links',
  'mails',
  'calls',
  'calendar',
  'logs'
] as const
export type Exit = (typeof exits)[number]

type Asked = { exit: Exit; url: string }

const lists: Asked[] = [
  { exit: 'worklist', url: '/api/cases?view=todo' },
  { exit: 'worklist', url: '/api/cases?view=late' },
  { exit: 'worklist', url: '/api/cases?view=moved' },
  { exit: 'worklist', url: '/api/cases?view=all' },
  { exit: 'worklist', url: '/api/cases?view=all&only=danger&sort=due' },
  { exit: 'worklist', url: '/api/cases?view=all&stage=identification.presumed&sort=moved' },
  { exit: 'worklist', url: '/api/worklist/choices' },
  { exit: 'worklist', url: '/api/left-alone' },
  { exit: 'worklist', url: '/api/teams' },
  { exit: 'worklist', url: '/api/teams/caseload' },
  { exit: 'referral list', url: '/api/handings' },
  { exit: 'events', url: '/api/undo-requests' },
  // Who may see what, and why, as whoever manages the access of their organisation reads it.
  { exit: 'worklist', url: '/api/review' },
  { exit: 'deadline list', url: '/api/deadlines' },
  { exit: 'deadline list', url: '/api/deadlines?view=overdue' },
  { exit: 'deadline list', url: '/api/deadlines?view=coming' },
  { exit: 'deadline list', url: '/api/deadlines?only=danger' },
  { exit: 'referral list', url: '/api/referrals?box=in&view=all&counts=true' },
  { exit: 'referral list', url: '/api/referrals?box=out&view=all&counts=true' },
  { exit: 'referral list', url: '/api/referrals?box=settle' },
  { exit: 'notices', url: '/api/notices' },
  { exit: 'notices', url: '/api/notices/unread' },
  { exit: 'openings', url: '/api/openings' }
]

const placesFor = (caseId: string): Asked[] => [
  { exit: 'places', url: '/api/places' },
  { exit: 'places', url: '/api/places/waiting' },
  { exit: 'places', url: `/api/places/matching?case=${caseId}` }
]

/** What a browser shows: the case, the lists, and what was sent. */
export const pagesOf = ({ caseId, referrals }: Pick<Shared, 'caseId' | 'referrals'>): string[] => [
  `/dossiers/${caseId}`,
  `/dossiers/${caseId}/histoire`,
  `/dossiers/${caseId}/echeances`,
  '/aujourdhui',
  '/dossiers',
  '/equipe',
  '/echeances',
  '/orientations',
  '/informations',
  ...referrals.slice(0, 1).map((id) => `/orientations/${id}`)
]

/** Pages of a case of which each pair is shown one. */
export const pagesInTurn = (caseId: string): string[] =>
  ['lies', 'papier', 'passer'].map((page) => `/dossiers/${caseId}/${page}`)

/** What moving all cases to the settings of later clocks would change. */
export const moving: [login: string, url: string] = [
  'admin',
  `/api/configuration/${settingsApart}/move/preview?from=${september2026.version}`
]

/** The figures of who may read any; nobody is asked for them as a part of a case. */
export const figures: [login: string, url: string][] = [
  ['miprof', '/api/figures'],
  ['miprof', '/api/releases'],
  ['admin', '/api/configuration'],
  moving
]

/** Who takes no part is asked for what a stranger could learn: that there is nothing, and that it does not move. */
const ofStrangers = (caseId: string): Asked[] => [
  { exit: 'case', url: `/api/cases/${caseId}` },
  { exit: 'case', url: `/api/cases/${caseId}/actions/case.close` },
  { exit: 'worklist', url: '/api/cases?view=all' },
  { exit: 'worklist', url: '/api/teams' },
  { exit: 'worklist', url: '/api/teams/caseload' },
  { exit: 'deadline list', url: '/api/deadlines' },
  { exit: 'referral list', url: '/api/referrals?box=in&view=all' },
  { exit: 'notices', url: '/api/notices' },
  { exit: 'openings', url: '/api/openings' }
]

type Shared = Pick<Life, 'caseId'> & {
  referrals: string[]
  meetings: string[]
  openings: string[]
  stays: string[]
  handings: string[]
  /** Their own. */
  places: readonly string[]
  sealed: readonly DataClass[]
  stranger: boolean
}

/** What one act of a case asks, and what follows from it. */
export const formAt = (caseId: string, command: string): Asked => ({
  exit: 'actions',
  url: `/api/cases/${caseId}/actions/${command}`
})

/** What taking back an act of their own would come to. */
export const undoAt = (caseId: string, ref: string): Asked => ({
  exit: 'actions',
  url: `/api/cases/${caseId}/acts/${ref}/undo`
})

/** What one reader can ask for of a life. `referrals`, `meetings`, `openings`, `stays` and `handings` are those of the shared acts. */
export const askedBy = (role: Role, shared: Shared): Asked[] => {
  const { caseId, referrals, meetings, openings, stays, handings, places, sealed, stranger } = shared
  if (stranger) return ofStrangers(caseId)
  return [
    { exit: 'case', url: `/api/cases/${caseId}?events=50&acts=all` },
    { exit: 'case', url: `/api/cases/${caseId}/rules` },
    { exit: 'case', url: `/api/cases/${caseId}/handing` },
    { exit: 'case', url: `/api/cases/${caseId}/links` },
    { exit: 'case', url: `/api/cases/${caseId}/followers` },
    { exit: 'case', url: `/api/cases/${caseId}/htcds` },
    { exit: 'case', url: `/api/cases/${caseId}/conversation` },
    { exit: 'events', url: `/api/cases/${caseId}/events` },
    ...lists,
    ...referrals.map((id): Asked => ({ exit: 'preview', url: `/api/referrals/${id}` })),
    ...handings.map((id): Asked => ({ exit: 'preview', url: `/api/handings/${id}` })),
    ...(enters(role, 'places') ? placesFor(caseId) : []),
    ...places.map((id): Asked => ({ exit: 'places', url: `/api/places/${id}` })),
    ...sealed.map((one): Asked => ({ exit: 'sealed', url: `/api/cases/${caseId}/compartments/${one}` })),
    ...stays.map((id): Asked => ({ exit: 'sealed', url: `/api/stays/${id}/address` })),
    { exit: 'emergency', url: `/api/cases/${caseId}/emergency` },
    ...openings.map((id): Asked => ({ exit: 'openings', url: `/api/openings/${id}` })),
    { exit: 'likeness', url: `/api/cases/${caseId}/likeness` },
    ...(sitsInCell({ role }) ? [{ exit: 'meetings', url: '/api/meetings' } as const] : []),
    ...(sitsInCell({ role })
      ? meetings.flatMap((id): Asked[] => [
          { exit: 'meetings', url: `/api/meetings/${id}` },
          { exit: 'meetings', url: `/api/meetings/${id}/reunion.ics` },
          { exit: 'minutes', url: `/api/meetings/${id}/minutes` },
          { exit: 'minutes', url: `/api/meetings/${id}/minutes.pdf` }
        ])
      : [])
  ]
}

/** What is typed into the search: names that lives give and hide, the code of the case, and the references of what was sent. */
export const typedFor = ({ code, references }: { code: string; references: readonly string[] }): string[] => [
  'canari',
  'autrement',
  code,
  ...references
]

/** Readings of the API that say nothing of a case, or all of it, whatever was done in secret. */
export const notAsked: Record<string, string> = {
  '/api/audit': 'the data protection officer reads all that was done, by code',
  '/api/configuration/:version': 'what one version decides: nothing of a case',
  '/api/moves/:id':
    'how many cases went from one version to another, as the list of versions says, which is compared',
  '/api/deadlines/what-if': 'counts from a day and a place that the reader gives: nothing of a case',
  '/api/files': 'the columns of a spreadsheet, and the reader’s own teams',
  '/api/review/due': 'whether one’s own organisation has reviewed its access: nothing of a case',
  '/api/reviews/due': 'which organisations have not reviewed their access: nothing of a case',
  '/api/mail': 'how the reader wishes to be written to, and where',
  '/api/calendar': 'whether the reader has made an address for their calendar, which is compared',
  '/api/sessions': 'where the reader is signed in',
  '/api/proposals/waiting': 'how many proposals wait for the reader, none of them of a case',
  '/api/sign-in': 'which of their own sessions somebody may close who is signing in',
  '/api/worklist/views': 'lists that the reader keeps: filters of their own, in words of the tables',
  '/api/drafts/flag': 'the reader’s own draft',
  '/api/flag-form': 'the questions, and nothing of a case',
  '/api/law': 'the register of the law, the same for everybody: nothing of a case',
  '/api/law/:code': 'one reference of it',
  '/api/protocols': 'what territories have signed, the same for everybody: nothing of a case',
  '/api/protocols/:name': 'one of these texts',
  '/api/protocols/:name/move/preview': 'counts for the administration alone, which reads no case',
  '/api/texts/:code': 'a text of rights by its code, the same for everybody: nothing of a case',
  '/api/seats': 'who holds the seats of a cell: nothing of a case',
  '/api/organisations': 'the directory of organisations: nothing of a case',
  '/api/organisations/:id': 'one of them, its regimes and who manages its access',
  '/api/organisations/:id/merge/:into':
    'how much a merge would move, for the administration alone, which reads no case',
  '/api/organisations/:id/people': 'who works there',
  '/api/referents': 'whom to speak to in a court, the same for all who refer to one: nothing of a case',
  '/api/asylum/occupancy': 'counts that OFII records: nothing of a case',
  '/api/settlements':
    'names that an organisation gives to the settlements where it mediates: nothing of a case',
  '/api/offers': 'what services say that they offer, the same for all who work on cases: nothing of a case',
  '/api/publications': 'what is released, the same for everybody, and as /api/figures',
  '/api/publications/:number/:table/:format': 'a table of it as a file',
  '/api/files/template.csv': 'the columns of a spreadsheet to fill in: nothing of a case',
  '/api/publications/beside': 'what other bodies published, for anybody: nothing of a case',
  '/api/publications/report.pdf': 'the same tables on paper',
  '/api/figures/report.pdf': 'the tables of /api/figures on paper',
  '/api/figures/:number/:table/:format': 'a table of /api/figures as a file',
  '/api/releases/:number': 'a line of /api/releases',
  '/api/figures/beside': 'what other bodies published: nothing of a case',
  '/api/figures/reports': 'which reports others ask of France: nothing of a case',
  '/api/figures/reports/:id': 'made of the tables of /api/figures, and of nothing else',
  '/api/figures/reports/:id/file.csv': 'the same as a file',
  '/api/figures/reports/:id/file.xlsx': 'the same as a file',
  '/api/figures/exact': 'who asked for exact national numbers, and who allowed them: nothing of a case',
  '/api/figures/exact/:id/file.csv': 'numbers of the whole country, by two people, for a day',
  '/api/figures/exact/:id/file.xlsx': 'the same as another file',
  '/api/people': 'who works in the reader’s own organisation',
  '/api/invitation/:token': 'who invites, read by whoever was invited',
  '/api/lists/:name': 'words of the tables, the same for everybody',
  '/api/health': 'that the product runs',
  '/api/me': 'who the reader is',
  '/api/places/new': 'the form of a place that is about to be added',
  '/api/ready': 'that the product may be asked'
}
