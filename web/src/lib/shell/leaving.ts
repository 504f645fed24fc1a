let left = false

/** Somebody goes at once: the first time only, and nothing may bring the page back any more. */
export function leaveOnce(): boolean {
  const first = !left
  left = true
  return first
}

export const isLeft = () => left

let signingOut = false

/** The house sends whoever signs out on to the provider: that the session has ended must not call the page back meanwhile. */
export const signOut = () => void (signingOut = true)

export const isGoing = () => left || signingOut

/** How the pages of one session in one browser tell each other that it lives, or that somebody goes at once. */
export const pagesOfSession = 'session'
