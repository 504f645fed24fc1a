import { describe, expect, it } from 'vitest'
import { reachOf } from '../../server/disclosure/reach.ts'
import { sightOf } from '../../policies/sight.ts'
import { aheadOf } from '../../server/reading/consequences.ts'
import { namesFor } from '../../server/disclosure/names.ts'
import type { EventRow } from '../../server/cases/store.ts'
import { discloseEvents } from '../../server/disclosure/events.ts'
import { timelineOf } from '../../server/reading/timeline.ts'
import { dayEnding, dueView } from '../../server/deadlines/view.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { openDeadline } from '../../workflows/deadlines/deadlines.ts'
import { kindRow } from '../../workflows/referral/kinds/kinds.ts'
import { september2026 } from '../../workflows/configuration/versions/2026-09.ts'
import { aCase } from '../support/cases.ts'

const now = new Date('2026-11-24T23:30:00Z')
const inParis = { territory: '75', now, locale: 'fr' } as const
const context = { now, config: september2026 }

/** What was sent from one territory, as somebody who reads another clock has it in a list. */
const sentFrom = (territory: string) => {
  const { answerWithin } = kindRow('prefecture')
  const { code, n, unit, dueAt, dueOn } = openDeadline(answerWithin, now, territory, context)
  return { code, n, unit, dueOn, dueAt: new Date(dueAt) }
}
const promisedIn = (territory: string) => {
  const situation = aCase({ facts: { territory } })
  const looking = { sight: sightOf(['referent'], situation.facts), beside: { inCharge: [], takingPart: [] } }
  return aheadOf('prefecture.request', reachOf('prefecture.request', situation, looking), {
    configuration: september2026,
    territory,
    now,
    locale: 'fr'
  }).asks[0]!
}

describe('the day on which an answer is due', () => {
  it('is no other in the list than the one that the act promised, whatever clock its reader has', () => {
    for (const territory of ['69', '971', '973', '974', '976', '987', '988']) {
      const clock = sentFrom(territory)
      expect(promisedIn(territory)).toMatchObject({
        answerBy: clock.dueAt.toISOString(),
        answerOn: clock.dueOn
      })
      expect(dueView(clock, inParis).dueOn).toBe(clock.dueOn)
      expect(dayEnding(clock.dueAt, zoneOf(territory))).toBe(clock.dueOn)
    }
  })

  it('is not the day that Paris reads at that instant, where the territory lies far to the west', () => {
    const { dueAt, dueOn } = sentFrom('971')
    expect(dueAt.toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' }) > dueOn).toBe(true)
  })

  it('is no day at all where hours are counted', () => {
    const clock = openDeadline('MNIO-TRIAGE-DANGER', now, '971', context)
    expect(dueView({ ...clock, dueAt: new Date(clock.dueAt) }, inParis).dueOn).toBeNull()
  })
})

describe('an hour that was written down', () => {
  it('is read by the clock of who reads it, as it was typed by that of who wrote it', () => {
    const row = {
      caseId: 'case',
      seq: 1,
      at: now,
      command: 'acse.visio',
      input: { at: '2026-11-25T07:00:00Z' },
      sealed: [],
      basis: [],
      unusual: [],
      personId: null,
      orgId: 'org',
      role: 'shelter'
    } as unknown as EventRow
    const actor = { orgId: 'org', role: 'shelter' } as const
    const told = discloseEvents([row], { sight: sightOf(['referent'], aCase().facts), actor })
    const hourFor = (territory: string) =>
      timelineOf(told, {
        reader: { actor: { territory }, locale: 'fr' },
        names: namesFor(new Map(), { orgId: 'org', placed: true, origin: true, told: [], house: null }, 'fr')
      })[0]!.fields[0]!.value
    expect(hourFor('976')).toContain('10:00')
    expect(hourFor('971')).toContain('03:00')
    expect(hourFor('69')).toContain('08:00')
  })
})
