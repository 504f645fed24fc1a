let left = false

/** Somebody goes at once: the first time only, and nothing may bring the page back any more. */
export function leaveOnce(): boolean {
  const first = !left
  left = true
  return first
}

export const isLeft = () => left

const atMost = 400

/**
 * The session is over for the server before the page is, so that nobody goes back to it; a server that answers late, or not at all, keeps
 * nobody on the page.
 */
export async function endSession(ask: () => Promise<unknown>): Promise<void> {
  const told = ask().catch(() => undefined)
  await Promise.race([told, new Promise((done) => setTimeout(done, atMost))])
}

let going = false

/** Whoever signs out, or acts in another role, is sent on to another page: that the session has ended must not call this one back meanwhile. */
export const goOn = () => void (going = true)

export const isGoing = () => left || going

/** How the pages of one session in one browser tell each other that it lives, or that somebody goes at once. */
export const pagesOfSession = 'session'
