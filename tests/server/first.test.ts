import { describe, expect, it } from 'vitest'
import { within } from '../support/sources.ts'

// Of several rows a statement takes or shows one first: the latest act, the first day, the greater of two instants. The least where the
// greatest is meant is of one type, and is the oldest letter, the other place, a time that is over. Each stands here as it is meant.

/** Of each file, in its order: what comes latest first, and which of several is taken. All else is in its rising order. */
const meant: Record<string, string> = {
  'server/audit/routes.ts': `a.at desc · a.chain desc · a.seq desc`,
  'server/auth/devices.ts': `here desc · s.seen_at desc`,
  'server/calls/sweep.ts': `greatest n.told_at`,
  'server/cases/child.place.ts': `seq desc`,
  'server/cases/configuration.ts': `effective_on desc · published_at desc · effective_on desc · signed_at desc`,
  'server/cases/district.ts': `e.seq desc · max seq`,
  'server/cases/on-call.ts': `effective_on desc · signed_at desc`,
  'server/cases/store.ts': `opened_at desc`,
  'server/commands/readings.ts': `seq desc · seq desc · max due_on · seq desc`,
  'server/configuration/read.ts': `m.started_at desc`,
  'server/configuration/versions.ts': `effective_on desc · created_at desc`,
  'server/db/migrate.ts': `min created_at · max created_at`,
  'server/deadlines/recounting.ts': `starts_on desc · due_on desc`,
  'server/directories/occupancy.ts': `as_of desc`,
  'server/disclosure/duplicates.ts': `opened_at desc`,
  'server/disclosure/snapshot.ts': `s.state desc · least "case".version - $7::int · seq desc · seq desc · sent_at desc`,
  'server/drafts/device.keys.ts': `expires_at desc · expires_at desc`,
  'server/emergency/view.ts': `g."openedAt" desc · g.id desc`,
  'server/figures/administrative/read.ts': `f.year desc`,
  'server/figures/releases/beside.ts': `n desc · sum(n) desc`,
  'server/figures/releases/noise.ts': `from_year desc · number desc`,
  'server/figures/releases/store.ts': `number desc · quarter desc · kind = 'final' desc · version desc`,
  'server/figures/reports/exact.ts': `e.asked_at desc`,
  'server/figures/store/count.ts': `min at`,
  'server/figures/store/rows.ts': `min p.key`,
  'server/figures/store/tables.ts': `year desc`,
  'server/firing/taking.ts': `min leased_until · least s.attempts`,
  'server/handing/view.ts': `proposed_at desc`,
  'server/http/metrics.ts': `min at · min at`,
  'server/linked/store.ts': `made_at desc`,
  'server/links/mail.ts': `e.seq desc · l.mailed_at desc · greatest expires_at`,
  'server/lists/choices.ts': `p.moved_on desc`,
  'server/lists/order.ts': `p.moved_on desc · p.moved_at desc · p.case_id desc`,
  'server/meetings/agenda.ts': `min d.due_on · immediate') desc · adult') desc · max position`,
  'server/notices/read.ts': `greatest n.at · greatest n.at · n.at desc · n.id desc · least $3::timestamptz · greatest notice_read.until`,
  'server/organisations/access/unseen.ts': `greatest p.seen_at · greatest m.warning_mailed_at · greatest q.seen_at`,
  'server/organisations/importing/plan.ts': `closed_at desc`,
  'server/organisations/mail.ts': `greatest p.seen_at · mailed_at desc`,
  'server/organisations/people.ts': `i.invited_at desc`,
  'server/organisations/review.ts': `r.half desc`,
  'server/places/ranking.ts': `e.seq desc`,
  'server/places/searches.ts': `min e.at · max a.seq · w.seq desc`,
  'server/places/waiting.ts': `e.seq desc · r.answered_at desc`,
  'server/protocols/read.ts': `effective_on desc · signed_at desc`,
  'server/reading/deadlines.routes.ts': `p.clock_at desc · p.case_id desc · least due_at · greatest due_at`,
  'server/reading/whatif.ts': `effective_on desc · version desc`,
  'server/referrals/boxes.ts': `\${key} desc`,
  'server/referrals/recipients.ts': `seq desc · (\${knows}) desc · $3 desc`,
  'server/repair/requests.ts': `state = 'asked' desc · asked_at desc`,
  'server/search/named.ts': `max(p.moved_at) desc`,
  'server/search/referenced.ts': `sent_at desc`,
  'server/teams/acts.ts': `greatest since · greatest since`,
  'server/teams/caseload.ts': `greatest since · greatest since`,
  'server/teams/close.ts': `greatest l.since · greatest l.since · greatest since`,
  'server/teams/store.ts': `leads desc`,
  'server/worker/deliver.ts': `least attempts`
}

const picking =
  /([\w.$"{}():']+(?:\s*(?:=|->>)\s*'[^']*')?)\s+(desc)\b|\b(min|max)\(((?:[a-z_]+\.)?[a-z_]+)\)|\b(least|greatest)\(([^(),]+),/g
const remarks = /^\s*(?:\/\/|\/?\*).*$/gm

/** What a text of statements takes of several, and what it shows latest first. */
const pickedIn = (text: string): string =>
  [...text.replace(remarks, '').matchAll(picking)]
    .map(([, last, desc, end, of, which, first]) => {
      if (desc) return `${last!.replace(/^'/, '')} desc`
      return end ? `${end} ${of}` : `${which} ${first!.trim().replaceAll(/\s+/g, ' ')}`
    })
    .join(' · ')

describe('of several rows', () => {
  it('each statement takes the one that is meant', () => {
    const found = within('server')
      .filter(({ path }) => !path.startsWith('server/demo/'))
      .flatMap(({ path, text }) => {
        const picked = pickedIn(text)
        return picked === '' ? [] : [[path, picked]]
      })
    expect(Object.fromEntries(found)).toEqual(meant)
  })

  it.each([
    ['select seq from case_event order by seq desc limit 1', 'seq desc'],
    ['select seq from case_event order by seq limit 1', ''],
    ['select max(due_on) from deadline', 'max due_on'],
    ['select min(due_on) from deadline', 'min due_on'],
    ['greatest(n.at, n.told_at) > $5', 'greatest n.at'],
    ['least(n.at, n.told_at) > $5', 'least n.at']
  ])('« %s » is told apart', (text, picked) => {
    expect(pickedIn(text)).toBe(picked)
  })
})
