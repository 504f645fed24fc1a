import type { NoticeView } from '#lib/api.types.ts'
import { caseHref, openingHref, referralHref } from '#lib/case/links.ts'

export const noticesHref = '/informations'

const doors: Record<NoticeView['opens']['what'], (id: string) => string> = {
  team: () => '/equipe',
  case: caseHref,
  referral: referralHref,
  meeting: (id) => `/reunions/${encodeURIComponent(id)}`,
  opening: openingHref,
  handing: (id) => `/passages/${encodeURIComponent(id)}`,
  undo: (id) => `/annulations/${encodeURIComponent(id)}`,
  protocol: (name) => `/protocoles/${encodeURIComponent(name)}`
}

/** Where to read more, under one's own right. */
export const hrefOf = ({ opens }: Pick<NoticeView, 'opens'>) => doors[opens.what](opens.id)
