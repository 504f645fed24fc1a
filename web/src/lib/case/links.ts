import type { DeadlineView } from '#lib/api.types.ts'

export const caseHref = (id: string) => `/dossiers/${encodeURIComponent(id)}`
export const actHref = (id: string, command: string) => `${caseHref(id)}/agir/${encodeURIComponent(command)}`
/** To the directory of services, for an act that refers to one of them, and back with the one that was found. */
export const directoryHref = (id: string, command: string) =>
  `/annuaire?${new URLSearchParams({ dossier: id, acte: command })}`
export const chosenHref = (id: string, command: string, recipient: string) =>
  `${actHref(id, command)}?${new URLSearchParams({ destinataire: recipient })}`
export const storyHref = (id: string, from: string | null = null) =>
  `${caseHref(id)}/histoire${from === null ? '' : `?avant=${encodeURIComponent(from)}`}`
export const undoHref = (id: string, ref: string) => `${caseHref(id)}/annuler/${encodeURIComponent(ref)}`
export const clocksHref = (id: string) => `${caseHref(id)}/echeances`
export const handingHref = (id: string) => `${caseHref(id)}/passer`
export const linkedHref = (id: string) => `${caseHref(id)}/lies`
export const conversationHref = (id: string) => `${caseHref(id)}/entretien`
export const paperHref = (id: string) => `${caseHref(id)}/papier`
export const exportHref = (id: string) => `${caseHref(id)}/exporter`
export const rulesHref = (id: string) => `${caseHref(id)}/regles`
export const emergencyHref = (id: string) => `${caseHref(id)}/urgence`
export const openingsHref = '/acces-urgence'
export const openingHref = (id: string) => `${openingsHref}/${encodeURIComponent(id)}`
export const openingActHref = (id: string, command: string) =>
  `${openingHref(id)}/agir/${encodeURIComponent(command)}`
export const referralHref = (id: string) => `/orientations/${encodeURIComponent(id)}`
export const referralActHref = (id: string, command: string) =>
  `${referralHref(id)}/agir/${encodeURIComponent(command)}`

/** The page that supposes, first as the clock itself stands: under the version of its case, not that of the day. */
export function whatIfHref(
  { code, startsOn, version, legalEnd }: Pick<DeadlineView, 'code' | 'startsOn' | 'version' | 'legalEnd'>,
  territory: string | null
): string {
  const asked = new URLSearchParams({ code, depuis: startsOn, territoire: territory ?? '', version })
  for (const doubt of legalEnd?.doubts ?? []) asked.append('doute', doubt)
  return `/echeances/simuler?${asked}`
}

/** Where a page says quietly what was just done. */
export const doneHref = (href: string, ...commands: string[]) =>
  `${href}?${new URLSearchParams(commands.map((command): [string, string] => ['fait', command]))}`

/** To the case that a yes has opened, where the page says so. */
export const answeredHref = (caseId: string, referral: string) =>
  `${caseHref(caseId)}?repondu=${encodeURIComponent(referral)}`
