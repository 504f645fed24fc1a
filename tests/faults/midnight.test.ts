import { beforeAll, describe, expect, it } from 'vitest'
import { night, type Night } from '../clocks/night.ts'

// A share of `npm run clocks`, which has ten thousand.
const asked = { clocks: 240, poisoned: 25, say: () => undefined }

let after: Night
beforeAll(async () => void (after = await night(asked)))

describe('clocks that fall due at one midnight, fired by two workers of which one is killed', () => {
  it('leave each case as if it had been fired alone: events, effects, notices and journal', () => {
    expect([after.clocks, after.healthy]).toEqual([240, 185])
    expect(after.different).toEqual([])
    expect(after.faults).toBe(0)
  })

  it('wait no longer than the lease of the killed one, which held some', () => {
    expect(after.victim!.held).toBeGreaterThan(0)
    expect(after.victim!.fired).toBeLessThan(after.clocks - asked.poisoned)
    expect(after.drained - after.victim!.after).toBeLessThan(40)
  })

  it('are not held up by those that cannot be fired, which are set back, say nothing, and bear the kind of their failure', () => {
    expect([after.setBack, after.setBackWrongly, after.saidOfPoisoned]).toEqual([25, 0, 0])
    expect(after.errors).toEqual({ TypeError: 13, RangeError: 6, 'error 23505': 6 })
  })
})
