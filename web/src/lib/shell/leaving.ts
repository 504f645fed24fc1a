let left = false

/** Somebody goes at once: the first time only, and nothing may bring the page back any more. */
export function leaveOnce(): boolean {
  const first = !left
  left = true
  return first
}

export const isLeft = () => left

let going = false

/** Whoever signs out, or acts in another role, is sent on to another page: that the session has ended must not call this one back meanwhile. */
export const goOn = () => void (going = true)

export const isGoing = () => left || going

/** How the pages of one session in one browser tell each other that it lives, or that somebody goes at once. */
export const pagesOfSession = 'session'
