/** A first voice of a collegial decision, waiting for a second one from another institution. */
export type Proposal = {
  opinion: 'positive' | 'insufficient'
  /** Why the elements do not suffice. */
  reason?: string
  personId: string
  orgId: string
  orgType: string
}

type Voices = { proposal: Proposal | null; otherVoices: Proposal[] }

/** The first voices that wait for a second one, one of each institution, the newest first. */
export const firstVoices = ({ proposal, otherVoices }: Voices): Proposal[] => [
  ...(proposal ? [proposal] : []),
  ...otherVoices
]

/** One voice more, in the place of what the same institution had said: what others said stands beside it, or one contrary voice would hold off every second one. */
export const withVoice = (before: Voices, voice: Proposal): Voices => ({
  proposal: voice,
  otherVoices: firstVoices(before).filter(({ orgId }) => orgId !== voice.orgId)
})

/** Once the grounds are decided, or found by a service. */
export const noVoices = { proposal: null, otherVoices: [] }
