/** Whose right the screen shows: another person, role or organisation is another screen. */
export type Right = {
  person: { id: string }
  role: string
  organisation: { id: string }
  accredited: boolean
}

/** Whether a page that was read for one is for whoever is signed in now. Two colleagues share a browser, and may share a name; so may two houses. */
export const isTheirs = (now: Right, shown: Right): boolean =>
  now.person.id === shown.person.id &&
  now.accredited === shown.accredited &&
  now.role === shown.role &&
  now.organisation.id === shown.organisation.id
