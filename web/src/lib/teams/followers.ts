/** `team:…`, or `person:…:team`: a person in a team. */
export const followersIn = (to: string) => {
  const [kind, first, second] = to.split(':')
  return kind === 'person'
    ? { personId: first || null, teamId: second || null }
    : { teamId: first || null, personId: null }
}
