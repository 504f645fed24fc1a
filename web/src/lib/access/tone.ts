import type { OrganisationLine, Tone } from '#lib/api.types.ts'

const tones: Record<OrganisationLine['status'], Tone> = {
  pending: 'accent',
  accredited: 'done',
  suspended: 'late',
  closed: 'plain'
}

/** How the state of an organisation is marked, beside its word. */
export const stateTone = (status: OrganisationLine['status']): Tone => tones[status]
