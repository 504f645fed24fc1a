import type { MeetingList, MeetingView } from '#lib/api.types.ts'

export type QuorumSaid = 'needed' | 'reached' | 'short' | 'lacking' | 'over'

/** How the quorum is told in one line: what will be needed, whether the cell may decide now and on every case, or nothing once it is over. */
export function quorumSaid({ state, quorum }: Pick<MeetingView, 'state' | 'quorum'>): QuorumSaid {
  if (state.id === 'planned' || state.id === 'convened') return 'needed'
  if (state.id !== 'open') return 'over'
  if (!quorum.reached) return 'lacking'
  return quorum.shortOn > 0 ? 'short' : 'reached'
}

/** How many people are convened, and of which institutions, each named once. */
export function convenedOf(members: MeetingView['members']): { members: number; institutions: string[] } {
  return {
    members: members.length,
    institutions: [...new Set(members.map(({ institution }) => institution))].sort((one, other) =>
      one.localeCompare(other, 'fr')
    )
  }
}

/** Whether what waits for the cell has room on one agenda: none waits, all have, or only some. */
export const waitingSaid = ({ waiting, proposed }: Pick<MeetingList, 'waiting' | 'proposed'>) =>
  waiting.n === 0 ? 'none' : waiting.n <= proposed ? 'all' : 'some'
