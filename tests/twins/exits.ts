import type { DataClass } from '../../workflows/vocabulary.ts'
import type { House } from './house.ts'
import type { Life } from './play.ts'

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
  'meetings',
  'minutes',
  'refusals',
  'stream',
  'mails',
  'logs',
  'pages'
] as const
export type Exit = (typeof exits)[number]

type Asked = { exit: Exit; url: string }

const ofPlaces = ['acse_desk', 'shelter', 'ofii', 'child_protection']
const ofMeetings = ['cell_secretary', 'cell_member', 'prosecutor', 'police', 'health', 'child_protection']

const lists: Asked[] = [
  { exit: 'worklist', url: '/api/cases?view=todo' },
  { exit: 'worklist', url: '/api/cases?view=late' },
  { exit: 'worklist', url: '/api/cases?view=moved' },
  { exit: 'worklist', url: '/api/cases?view=all' },
  { exit: 'deadline list', url: '/api/deadlines' },
  { exit: 'referral list', url: '/api/referrals?box=in&view=all' },
  { exit: 'referral list', url: '/api/referrals?box=out&view=all' },
  { exit: 'referral list', url: '/api/referrals?box=settle' },
  { exit: 'notices', url: '/api/notices' },
  { exit: 'notices', url: '/api/notices/unread' }
]

const placesFor = (caseId: string): Asked[] => [
  { exit: 'places', url: '/api/places' },
  { exit: 'places', url: '/api/places/waiting' },
  { exit: 'places', url: `/api/places/matching?case=${caseId}` }
]

/** Who takes no part is asked for what a stranger could learn: that there is nothing, and that it does not move. */
const ofStrangers = (caseId: string): Asked[] => [
  { exit: 'case', url: `/api/cases/${caseId}` },
  { exit: 'worklist', url: '/api/cases?view=all' },
  { exit: 'deadline list', url: '/api/deadlines' },
  { exit: 'referral list', url: '/api/referrals?box=in&view=all' },
  { exit: 'notices', url: '/api/notices' }
]

type Shared = Pick<Life, 'caseId'> & {
  referrals: string[]
  meetings: string[]
  sealed: readonly DataClass[]
  stranger: boolean
}

/** What one reader can ask for of a life. `referrals` and `meetings` are those of the shared acts. */
export const askedBy = (
  { actors }: House,
  login: string,
  { caseId, referrals, meetings, sealed, stranger }: Shared
): Asked[] => {
  const { role } = actors.get(login)!
  if (stranger) return ofStrangers(caseId)
  return [
    { exit: 'case', url: `/api/cases/${caseId}` },
    { exit: 'events', url: `/api/cases/${caseId}/events` },
    ...lists,
    ...referrals.map((id): Asked => ({ exit: 'preview', url: `/api/referrals/${id}` })),
    ...(ofPlaces.includes(role) ? placesFor(caseId) : []),
    ...sealed.map((one): Asked => ({ exit: 'sealed', url: `/api/cases/${caseId}/compartments/${one}` })),
    { exit: 'emergency', url: `/api/cases/${caseId}/emergency` },
    ...(ofMeetings.includes(role) ? [{ exit: 'meetings', url: '/api/meetings' } as const] : []),
    ...(ofMeetings.includes(role)
      ? meetings.flatMap((id): Asked[] => [
          { exit: 'meetings', url: `/api/meetings/${id}` },
          { exit: 'minutes', url: `/api/meetings/${id}/minutes` }
        ])
      : [])
  ]
}
