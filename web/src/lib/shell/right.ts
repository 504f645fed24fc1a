/** What the stream says to whoever lost something, without saying what. */
export const look = 'look'

/** Whose right the screen shows: another person, role or organisation is another screen. */
export type Right = {
  person: { id: string }
  role: string
  organisation: { id: string }
  accredited: boolean
}

const ofCase = /^\/dossiers\/([0-9a-f-]{36})(?:\/|$)/

/** Of what the stream says, the case on screen that it asks to look for again: any where one was lost, else the one that moved. */
export const askedAgain = (said: string, path: string): string | null => {
  const shown = ofCase.exec(path)?.[1] ?? null
  return said === look || said === shown ? shown : null
}

/** Whether a page that was read for one is for whoever is signed in now. Two colleagues share a browser, and may share a name; so may two houses. */
export const isTheirs = (now: Right, shown: Right): boolean =>
  now.person.id === shown.person.id &&
  now.accredited === shown.accredited &&
  now.role === shown.role &&
  now.organisation.id === shown.organisation.id
