import { addDays, type CivilDate } from '../../workflows/calendar/calendar.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { approvalPeriods, inFrench, standingOn, type Approval, type Regime } from '../habilitations.ts'

// One row is kept of a regime, whatever follows what: what is given next is written over what runs, and must not stop it.

export type Days = Required<Approval>
type Runs = { since: CivilDate; until: CivilDate | null }
type Prolonged = {
  /** The days that are written. */
  days: Days
  /** What ran, where something does or did until the new one; null where nothing is prolonged. */
  runs: Runs | null
}

const afterGap = (end: CivilDate): Bilingual => {
  const next = addDays(end, 1)
  return {
    fr: `Ce régime court jusqu’au ${inFrench(end)} : proposez la suite à partir du ${inFrench(next)} au plus tard. Ce qui court garde alors son début et ne s’interrompt pas. Pour une suite qui commence plus tard, proposez-la une fois celui-ci terminé.`,
    en: `This regime runs until ${end}: propose what follows from ${next} at the latest. What runs then keeps its start and does not stop. For one that starts later, propose it once this one has ended.`
  }
}
const isOver: Bilingual = {
  fr: 'Ce régime court, et la fin proposée est passée : rien ne serait plus ouvert. Pour y mettre fin, retirez-le.',
  en: 'This regime runs, and the end proposed has passed: nothing would be open any more. To end it, take it away.'
}
const answered = (since: CivilDate): Bilingual => ({
  fr: `L’agrément en cours date du ${inFrench(since)} : une demande qui le renouvelle est déposée après ce jour.`,
  en: `The running approval dates from ${since}: a request that renews it is made after that day.`
})
const noEndYet: Bilingual = {
  fr: 'Un agrément court : une demande de renouvellement ne porte pas de fin. Laissez-la vide.',
  en: 'An approval runs: a request that renews it bears no end. Leave it empty.'
}

type Term = { from: CivilDate; to: CivilDate | null }

/** A request that waits beside what runs: silence will have renewed it, or not, and until then nothing changes. */
const renewalAsked = (given: Days, { from, to }: Term): Prolonged | Bilingual => {
  if (given.askedOn === null || given.askedOn <= from) return answered(from)
  if (given.until !== null) return noEndYet
  return { days: { ...given, since: from, until: to }, runs: { since: from, until: to } }
}

/** Where no end is written the law counts one from the start: of an approval whose start moves back, from the start that was given. */
const endGiven = (regime: Regime, { since, until }: Days): CivilDate | null =>
  regime === 'psp' && since !== null ? approvalPeriods({ since, until })[0]!.to : until

const isProlonged = (found: Prolonged | Bilingual): found is Prolonged => 'days' in found

const over = (regime: Regime, given: Days, term: Term & { running: boolean }, today: CivilDate) => {
  const { from, to, running } = term
  if (given.since === null) return running ? renewalAsked(given, term) : { days: given, runs: null }
  const end = endGiven(regime, given)
  const past = end !== null && end < today
  const follows = to === null || given.since <= addDays(to, 1)
  if (running && past) return isOver
  if (running && !follows) return afterGap(to)
  if (past || !follows) return { days: given, runs: null }
  const runs = { since: from, until: to }
  if (given.since <= from) return { days: given, runs }
  // A request that this very decision answered would renew it once more, were it counted from the earlier start.
  const again = given.askedOn !== null && given.askedOn > given.since
  const request = again ? {} : { askedOn: null, completeOn: null }
  return { days: { ...given, since: from, until: end, ...request }, runs }
}

/** What a regime becomes where it is given beside the row that is held, or why it is not. */
export const prolonged = (
  regime: Regime,
  given: Days,
  held: Approval | null,
  today: CivilDate
): { refused: Bilingual } | ({ refused: null } & Prolonged) => {
  const standing = held && standingOn(regime, held, today)
  const begun = standing?.state === 'inForce' || standing?.state === 'ended'
  if (!standing || !begun) return { refused: null, days: given, runs: null }
  const found = over(regime, given, { ...standing, running: standing.state === 'inForce' }, today)
  return isProlonged(found) ? { refused: null, ...found } : { refused: found }
}
