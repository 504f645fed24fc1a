import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** As a page that has just been opened. */
const opened = async () => {
  vi.resetModules()
  return import('../../../web/src/lib/shell/leaving.ts')
}

/** Whether somebody who goes at once is gone, so many milliseconds after the press. */
const leaving = async (ask: () => Promise<unknown>) => {
  const { endSession } = await opened()
  let gone = false
  void endSession(ask).then(
    () => (gone = true),
    () => undefined
  )
  return async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
    return gone
  }
}

const never = () => new Promise(() => undefined)
const after = (ms: number) => () => new Promise((done) => setTimeout(done, ms))

describe('whoever goes at once', () => {
  it('does not go before the server has ended the session', async () => {
    const gone = await leaving(after(300))
    expect([await gone(0), await gone(299), await gone(1)]).toEqual([false, false, true])
  })

  it('is kept four tenths of a second at the most by a server that does not answer', async () => {
    const gone = await leaving(never)
    expect([await gone(399), await gone(1)]).toEqual([false, true])
  })

  it('goes at once where there is no network', async () => {
    const gone = await leaving(() => Promise.reject(new TypeError('no network')))
    expect(await gone(0)).toBe(true)
  })

  it('goes once, however often it is pressed, and no sign of the session brings the page back', async () => {
    const { isGoing, isLeft, leaveOnce } = await opened()
    expect([isLeft(), isGoing()]).toEqual([false, false])
    expect([leaveOnce(), leaveOnce(), leaveOnce()]).toEqual([true, false, false])
    expect([isLeft(), isGoing()]).toEqual([true, true])
  })
})
