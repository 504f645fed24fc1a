import { describe, expect, it } from 'vitest'
import { refusalsOffered } from '../../../workflows/configuration/lists.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { consequence, followable, sendingActs } from '../../../workflows/referral/refusal.ts'
import { september2026 } from '../../../workflows/configuration/versions/2026-09.ts'
import { referralKindIds } from '../../../workflows/vocabulary/vocabulary.ts'
import { withRow } from '../../support/cases.ts'

describe('a refusal leads nowhere', () => {
  it('where it would wait or be sheltered and no act of the case does it', () => {
    for (const outcome of ['park', 'emergency'] as const) {
      expect(consequence('prefecture', outcome)).toEqual({ act: null, awaits: null })
      expect(followable('prefecture')).not.toContain(outcome)
    }
  })
  it('where nobody could send it again', () => {
    const mute = <T>(look: () => T) => withRow('health.refer', { effects: [] }, look)
    expect(mute(() => followable('health'))).toEqual(['escalate'])
    expect(followable('health')).toEqual(['reoffer', 'escalate'])
  })
})

describe.each(referralKindIds)('each refusal of %s', (kind) => {
  it.each(Object.entries(refusalsOffered(kind, september2026)))(
    '%s (%s) leaves an act or a person',
    (_code, to) => {
      const { act, awaits } = consequence(kind, to)
      expect(act ?? awaits).not.toBeNull()
      expect(followable(kind)).toContain(to)
    }
  )
  it('may be sent again, and a person with a name may decide', () => {
    expect(sendingActs(kind)).not.toEqual([])
    expect(consequence(kind, 'escalate').awaits).toBe('escalate')
    expect(consequence(kind, 'park').act).toBe(kindRow(kind).onDecline.park ?? null)
  })
})
