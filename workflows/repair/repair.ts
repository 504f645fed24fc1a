import { moved } from '../case/advance.ts'
import { commandRow, regionIds, type CommandType } from '../case/commands.ts'
import { retell, undoneIn, type LoggedEvent, type Step } from '../case/replay.ts'
import type { Effect } from '../act/command.ts'
import { openedBy } from '../deadlines/running/opening.ts'
import { withoutReason } from '../deadlines/running/validity.ts'
import { isMinor, type Facts } from '../facts/facts.ts'
import { guards, type Situation } from '../guards/guards.ts'
import type { Bilingual } from '../vocabulary/vocabulary.ts'

// An act that was entered in error is taken back as long as nothing rests on it: the acts that remain, told again without it, must
// do what they did, each at its place. Where one would not, it is named, and is taken back first.

/** What cannot be given back once an act has done it: a bed, a sharing that ended, a value that was destroyed. */
const lasting: Record<Effect['type'], boolean | ((effect: Pick<Effect, 'when'>, step: Step) => boolean)> = {
  // Whoever was let in has read, and may have acted since.
  invite: true,
  relieveReferent: true,
  openReferral: false,
  ensureReferral: false,
  // Whether there was one to withdraw the referrals themselves say.
  withdrawReferrals: false,
  releaseStay: ({ when }, { before }) => !when || !guards[when].holds(before),
  endConsentedSharing: (_effect, { before, after }) =>
    before.facts.consents.some((scope) => !after.facts.consents.includes(scope)),
  endMinorSharing: (_effect, { before }) => isMinor(before.facts),
  reserveStay: true,
  admitStay: true,
  releaseHeld: true,
  refuseHeld: true,
  changePlace: true,
  endOffers: true,
  endCellSheet: true,
  moveTerritory: true,
  endEverySharing: true,
  eraseSealed: true,
  eraseIdentity: true,
  checkMergeTarget: true,
  checkNothingLive: true,
  pinToDistrict: true,
  endParticipation: true
}

const effectsOf = ({ command, after, quiet }: Step): readonly Effect[] =>
  quiet === null ? commandRow(command).effects.filter(({ when }) => !when || guards[when].holds(after)) : []

const isLasting = (step: Step): boolean =>
  effectsOf(step).some((effect) => {
    const holds = lasting[effect.type]
    return typeof holds === 'boolean' ? holds : holds(effect, step)
  })

/** Whether an act does what cannot be given back wherever it comes: whoever entered it knows that already. */
export const alwaysLasting = (command: CommandType): boolean =>
  commandRow(command).effects.some(({ type, when }) => !when && lasting[type] === true)

/** What an act does where it comes: all that must be the same without the one that is taken back. */
const doneBy = (step: Step): string => {
  const { event, command, before, after, quiet, taken } = step
  const had = withoutReason(before)
  return JSON.stringify({
    taken,
    quiet,
    moved: moved(before.regions, after.regions),
    opened: openedBy(command, event.input, { before, after }),
    lost: withoutReason(after).filter((code) => !had.includes(code)),
    effects: effectsOf(step)
  })
}

/** PostgreSQL keeps the fields of an object in an order of its own. */
const inOrder = (_field: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder)

/** The facts that the act has changed, as they are without it. */
const changed = (told: Facts, without: Facts): Partial<Facts> =>
  Object.fromEntries(
    Object.entries(without).filter(([fact, value]) => !isSame(told[fact as keyof Facts], value))
  )

const agrees = (told: Situation, stands: Situation, facts: readonly string[]) =>
  regionIds.every((id) => told.regions[id] === stands.regions[id]) &&
  facts.every((fact) => isSame(told.facts[fact as keyof Facts], stands.facts[fact as keyof Facts]))

/** What taking an act back comes to. `resting`: the numbers of the acts that rest on it. */
export type Repair = {
  /** Where the case stands, and where it will. */
  was: Situation
  will: Situation
  resting: readonly number[]
  lasting: boolean
  /** The log, told again, gives the case as it stands: otherwise nothing is taken back by it. */
  faithful: boolean
}

/** A move to another version has counted every clock anew: it holds what was done before it. */
const holdsAll = ({ command }: Step) => command === 'configuration.move' || command === 'district.name'

/** What becomes of a case where one act of its log is taken back. `touched`: the clocks that it touched. Pure. */
export const repairOf = (
  log: readonly LoggedEvent[],
  seq: number,
  { stands, touched }: { stands: Situation; touched: readonly string[] }
): Repair => {
  const undone = undoneIn(log)
  const [told, other] = [retell(log, undone), retell(log, new Set([...undone, seq]))]
  const without = new Map(other.steps.map((step) => [step.event.seq, step]))
  const itself = told.steps.find(({ event }) => event.seq === seq)
  const lapsed = ({ command, event }: Step) =>
    command === 'clock.lapse' && touched.includes(String(event.input['deadline']))
  const resting = told.steps
    .filter(({ event }) => event.seq > seq)
    .filter((step) => lapsed(step) || holdsAll(step) || doneBy(step) !== doneBy(without.get(step.event.seq)!))
    .map(({ event }) => event.seq)
  const facts = changed(told.situation.facts, other.situation.facts)
  return {
    was: stands,
    will: { regions: other.situation.regions, facts: { ...stands.facts, ...facts } },
    resting,
    lasting: !itself || isLasting(itself),
    faithful: agrees(told.situation, stands, Object.keys(facts))
  }
}

/** Why an act is not taken back, in the words of its reader. */
export const kept = {
  partial: {
    fr: 'Votre organisation ne suit pas tout le dossier, et une annulation lui dirait ce qui ne lui est pas dit : enregistrez l’acte qui corrige celui-ci ; s’il n’y en a pas, signalez l’erreur à l’association qui accompagne la personne, ou parlez-en en réunion de la cellule.',
    en: 'Your organisation does not follow the whole case, and undoing would tell it what it is not told: record the act that corrects this one; where there is none, tell the association that accompanies the person, or raise it in a meeting of the cell.'
  },
  asks: {
    fr: 'Votre organisation ne suit pas tout le dossier : une annulation lui dirait ce qui ne lui est pas dit. Si un acte corrige celui-ci, enregistrez-le ; sinon, demandez l’annulation à qui accompagne la personne. La réponse est oui ou non, sans autre mot.',
    en: 'Your organisation does not follow the whole case: undoing would tell it what it is not told. Where an act corrects this one, record it; otherwise ask whoever accompanies the person to undo it. The answer is yes or no, without another word.'
  },
  law: {
    fr: 'Ce que la loi a fait transmettre ne se reprend pas : écrivez l’erreur à son destinataire, qui répond ou transmet à qui est compétent.',
    en: 'What the law has told is not taken back: write of the error to its recipient, who answers or passes it on to whoever is competent.'
  },
  replied: {
    fr: 'Sa demande est déjà transmise ou déjà répondue : retirez-la, ou écrivez l’erreur à son destinataire.',
    en: 'Its request was already passed on or already answered: withdraw it, or write of the error to its recipient.'
  },
  lasting: {
    fr: 'Cet acte a fait plus que ce qu’une annulation peut rendre (une place, un accord retiré, un dossier ouvert à d’autres ou quitté) : enregistrez l’acte qui le corrige.',
    en: 'This act did more than undoing it can give back (a place, a withdrawn consent, a case that was opened to others or left): record the act that corrects it.'
  },
  answered: {
    fr: 'Une orientation a avancé par cet acte : elle se corrige là où elle est suivie.',
    en: 'A referral moved by this act: it is corrected where it is followed.'
  },
  decided: {
    fr: 'La cellule l’a décidé en réunion : une autre réunion en décide.',
    en: 'The cell decided it in a meeting: another meeting decides about it.'
  },
  joined: {
    fr: 'Sa demande s’est ajoutée à une autre, déjà envoyée : répondez-y ou retirez-la.',
    en: 'Its request joined another that was already sent: answer or withdraw that one.'
  },
  untold: {
    fr: 'Le journal ne suffit pas à redire où en serait le dossier : enregistrez l’acte qui le corrige.',
    en: 'The log is not enough to tell where the case would stand: record the act that corrects it.'
  },
  resting: {
    fr: 'D’autres actes reposent sur celui-ci : annulez-les d’abord, du plus récent au plus ancien.',
    en: 'Other acts rest on this one: undo them first, the newest before the others.'
  },
  second: {
    fr: 'Vous l’avez saisi il y a plus de sept jours : une autre personne de votre organisation l’annule.',
    en: 'You entered it more than seven days ago: another person of your organisation undoes it.'
  },
  asker: {
    fr: 'Vous avez demandé cette annulation : une autre personne y répond.',
    en: 'You asked that it be undone: another person answers.'
  }
} as const satisfies Record<string, Bilingual>

export type Kept = keyof typeof kept
