import type { Role } from '../actor.ts'

/** From when and until when something holds; without an end it goes on. */
type Lasting = { since: Date; until: Date | null }

export type TeamMember = Lasting & { teamId: string; personId: string; leads: boolean }
/** Who reads in whose stead. */
export type TeamCover = Lasting & { absentId: string; coverId: string }
/** Who follows a case: a team, a person, or a person in a team. */
export type Follow = Lasting & { teamId: string | null; personId: string | null }

/** How an organisation works. `byTeam` false: everybody reads what it follows. */
export type Teams = {
  byTeam: boolean
  people: readonly string[]
  members: readonly TeamMember[]
  covers: readonly TeamCover[]
}

const holdsAt = ({ since, until }: Lasting, at: Date): boolean =>
  since <= at && (until === null || until > at)

/** Oneself, and those in whose stead one reads. */
const standsFor = (personId: string, { covers }: Teams, at: Date): string[] => [
  personId,
  ...covers.filter((one) => one.coverId === personId && holdsAt(one, at)).map(({ absentId }) => absentId)
]

/**
 * Who of an organisation reads a case, of all that it has the people for; null where everybody does. PostgreSQL decides the same
 * rows (0012_teams.sql), and a test asks both.
 */
export const readersOf = (teams: Teams, follows: readonly Follow[], at: Date): string[] | null => {
  if (!teams.byTeam) return null
  const now = follows.filter((one) => holdsAt(one, at))
  return teams.people.filter((personId) => {
    const whom = standsFor(personId, teams, at)
    const of = teams.members.filter((one) => whom.includes(one.personId) && holdsAt(one, at))
    return (
      of.some(({ leads }) => leads) ||
      now.some(
        (one) =>
          (one.personId !== null && whom.includes(one.personId)) ||
          of.some(({ teamId }) => teamId === one.teamId)
      )
    )
  })
}

/** Organisations whose people accompany or house somebody may work in teams; a desk of the State answers as one. */
const inTeams: readonly Role[] = ['asso', 'shelter', 'chrs', 'psp', 'child_protection', 'health']
export const mayWorkInTeams = (role: Role): boolean => inTeams.includes(role)
