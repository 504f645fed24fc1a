import type { HeldPermit, RegionState } from '../vocabulary/states.ts'
import type { ConsentScope, DataClass } from '../vocabulary/vocabulary.ts'
import type { Proposal } from './opinions.ts'

/** `unsaid`: one is asked for, and nobody has recorded which. */
export type PermitAsked = 'l425_1' | 'l425_3' | 'l425_11' | 'discretion' | 'coming_of_age' | 'unsaid'

/** `on`: its day, null where the case does not know it; `over`: its own silence has lasted its time. */
export type AskedBeside = { permit: PermitAsked; on: string | null; over: boolean }

/** What a fact is before it is said, and the class a reader needs; null: all who take part. A `coarse` one is told beside the coarse word. */
const fact = <T>(initial: T, dataClass: DataClass | null, coarse = false) => ({ initial, dataClass, coarse })

/**
 * What no rule looks at: for figures and partners, told late by whoever follows the person (`particulars.ts`). What belongs to the
 * account or to the identity is told by the same act, sealed, and is no fact.
 */
const particularRows = {
  citizenship: fact<string | null>(null, 'E'),
  exploitedFrom: fact<number | null>(null, 'D'),
  exploitedUntil: fact<number | null>(null, 'D'),
  exploitedIn: fact<string[]>([], 'D'),
  finerForms: fact<string[]>([], 'D'),
  sector: fact<string | null>(null, 'D'),
  recruitedHow: fact<string[]>([], 'D'),
  housedByExploiter: fact<boolean | null>(null, 'D'),
  identificationDeclined: fact<boolean | null>(null, 'D'),
  reached: fact<string | null>(null, 'D'),
  /** Answers that stood in clear before they were sealed were taken out: they are asked again, once. */
  detailsLost: fact<boolean>(false, 'C')
}

/** What rules may look at, one row each. Never a name, a place or a story: those are sealed by data class. */
const factRows = {
  /** Where she was met, as the flag says: it never changes, and everyone who takes part is told it. */
  met: fact<string>('', null),
  /** Where she lives now, and whose services follow her: where she was met until the case follows her elsewhere. */
  territory: fact<string>('', 'K'),
  danger: fact<'none' | 'possible' | 'immediate'>('possible', null),
  ageGroup: fact<'adult' | 'minor' | 'doubt'>('doubt', null),
  ageBand: fact<string | null>(null, null),
  sex: fact<'female' | 'male' | 'other' | 'unknown'>('unknown', null),
  nationality: fact<'french' | 'eu' | 'third_country' | 'unknown'>('unknown', 'E'),
  stay: fact<'irregular' | 'regular' | 'unknown'>('unknown', 'E'),
  /** What was found of the right to stay of a citizen of the Union or treated alike (CESEDA L233-1). */
  unionStay: fact<'unchecked' | 'verified' | 'doubtful'>('unchecked', 'E'),
  forms: fact<string[]>([], 'D'),
  /** How many come with her; null where whoever flagged did not know. */
  children: fact<number | null>(0, null),
  language: fact<string>('fr', null),
  localDanger: fact<boolean>(false, 'D'),
  forbiddenZones: fact<string[]>([], 'E'),
  asylumLink: fact<boolean>(false, 'I'),
  /** An application was under way as she was met; where it stands since is said by its own region. */
  asylumClaim: fact<boolean>(false, 'I'),
  channel: fact<string>('unknown', 'D'),
  indicators: fact<string[]>([], 'D'),
  /** Those in force: each is a value of its own, of the class of its scope. Rules ask `agreedTo`. */
  consents: fact<ConsentScope[]>([], null),
  informed: fact<boolean>(false, null),
  presumed: fact<boolean>(false, null),
  /** A service found the grounds without the cell, which has not taken note yet. */
  foundByService: fact<boolean>(false, null),
  /** How the first voice went, all are told by the act; why the elements do not suffice, with the elements alone. */
  proposal: fact<Proposal | null>(null, 'D'),
  /** What other institutions had said before it, which stands beside it. Rules ask `firstVoices`. */
  otherVoices: fact<Proposal[]>([], 'D'),
  /** Which are pursued is of the stage that justice has reached; what is told of them is kept apart, in class G. */
  offences: fact<string[]>([], 'F'),
  /** The day of the last complaint or testimony: what it opens is read in the list that stood then. */
  offencesOn: fact<string | null>(null, 'F'),
  procedureOpen: fact<boolean>(false, 'F'),
  /** What she answered when the reflection period was proposed, and where her stay stood; null until it is. */
  reflection: fact<{ wished: boolean; from: RegionState<'residence'> } | null>(null, 'E'),
  removalBar: fact<boolean>(false, 'E'),
  rights: fact<string[]>([], 'E'),
  closure: fact<string | null>(null, 'C'),
  /** Where the acts were committed: the prosecution of that place is competent, not the one of the cell's seat. */
  factsTerritory: fact<string | null>(null, 'F'),
  /** Of the courts of that place, the one that was named. */
  court: fact<string | null>(null, 'F'),
  /** Where a minor was found: the prosecution of that place may place them in urgency (C. civ. 375-5). */
  foundIn: fact<string | null>(null, 'F'),
  /** All acts abroad and by foreigners: a ruling that nobody here read is warned of under CESEDA L425-1, and the CIVI compensates a French person alone (CPP 706-3). */
  factsAbroad: fact<boolean>(false, 'F'),
  /** The day on which a conviction became final: the ten-year card names no day, and a stay that was regular on this one is enough (CESEDA L425-3). */
  finalOn: fact<string | null>(null, 'F', true),
  /** Each day on which a conviction became final: the times of a civil party count from the first after they joined. */
  convictionsFinalOn: fact<string[]>([], 'F'),
  /** The day on which a decision that awards damages on the civil claim became final, with or without a conviction. */
  damagesOn: fact<string | null>(null, 'F'),
  /** The interregional court (JIRS) that took the procedure over. */
  jirs: fact<string | null>(null, 'F'),
  /** Protection of a witness (CPP 706-40-1) asked for. */
  protection: fact<boolean>(false, 'G'),
  civilParty: fact<boolean>(false, 'F'),
  compensation: fact<'none' | 'claimed' | 'paid'>('none', 'F'),
  /** Suspected of an offence that she was made to commit. Nothing of the offence is ever kept. */
  forcedCriminality: fact<boolean>(false, 'J'),
  guardianNamed: fact<boolean>(false, 'F'),
  /** A child who ran away and is searched for. */
  missing: fact<boolean>(false, 'C'),
  /** Where protection stood before a flight or a dispute about age, to come back to. */
  minorBefore: fact<RegionState<'minor'> | null>(null, 'F'),
  /** What was decided of a disputed age, by a judge or a prosecutor. */
  ageDecision: fact<'disputed' | 'minor' | 'adult' | null>(null, 'F'),
  majorityPrepared: fact<boolean>(false, 'C'),
  /** Police or gendarmerie have found the person to be a victim: of a minor, they tell the prosecutor (CESEDA R425-10). */
  policeKnow: fact<boolean>(false, 'D'),
  /** The département has received the child provisionally, and how that ended is not said yet. */
  received: fact<boolean>(false, 'F'),
  /** The judge’s last decision leaves the child with the family, or takes it back there. */
  sentHome: fact<boolean>(false, 'F'),
  /** The département has assessed the report of concern it received. */
  concernAssessed: fact<boolean>(false, 'F'),
  /** Where protection stood as a child fled while their age was disputed. */
  fledFrom: fact<RegionState<'minor'> | null>(null, 'F'),
  /** The time for the decision on the merits was extended once (CPC 1185). */
  meritsExtended: fact<boolean>(false, 'F'),
  exitProgramme: fact<'none' | 'asked' | 'refused' | 'running' | 'ended'>('none', 'E'),
  /** Periods of six months that the exit programme has had: four at most. */
  programmePeriods: fact<number>(0, 'E'),
  /** What she lives on, of the two that exclude each other: it ends with what it rests on. */
  allowance: fact<'none' | 'ada' | 'afis'>('none', 'E'),
  /** Asylum was refused, and no other way to a stay has been prepared since. */
  asylumRouteDue: fact<boolean>(false, 'I'),
  /** The time to ask for another permit beside asylum is over. */
  invitationOver: fact<boolean>(false, 'I'),
  /** A decision to transfer the person to another State stands: those who know of asylum alone know of it. */
  transferStands: fact<boolean>(false, 'I'),
  /** An obligation to leave stands, by itself or with a refusal. */
  leaveStands: fact<boolean>(false, 'E'),
  /** Held where one does not leave: told to those who may know where the person lives. */
  heldIn: fact<'waiting_zone' | 'detention' | null>(null, 'K'),
  /** An order that bears its own end has taken over from the four days of the placement. */
  heldExtended: fact<boolean>(false, 'K'),
  /** Support to twenty-one: under contract, or only asked for. */
  youngAdult: fact<'none' | 'asked' | 'running'>('none', 'C'),
  /** The prefecture waits for documents: its silence counts no more until they come. */
  documentsAsked: fact<boolean>(false, 'E'),
  /** Clocks of the law that have run out and on which an act depends. */
  lapsed: fact<string[]>([], 'E'),
  /** The permit that the application before the prefecture asks for. */
  permitAsked: fact<PermitAsked | null>(null, 'E'),
  /** The permit that the last refusal was about: annulled, that application is examined again. */
  permitRefused: fact<PermitAsked | null>(null, 'E'),
  /** The day from which the silence on it counts. */
  permitAskedOn: fact<string | null>(null, 'E'),
  /** What is asked for beside it, or beside the permit held, and unanswered; the last of them, and the first before it. */
  asksBeside: fact<AskedBeside[]>([], 'E'),
  besideAsked: fact<PermitAsked | null>(null, 'E'),
  alsoAsked: fact<PermitAsked | null>(null, 'E'),
  /** Where an application stands for another permit than the one held, which it does not touch. */
  otherPermit: fact<'none' | 'asked' | 'refused' | 'appeal'>('none', 'E'),
  renewalAsked: fact<boolean>(false, 'E'),
  prefectureSent: fact<boolean>(false, 'E'),
  /** The permit that the last decision took back: annulled, that decision never was. */
  withdrawnPermit: fact<HeldPermit | null>(null, 'E'),
  /** The day on which the permit last given reached its own end, whatever was decided or asked for meanwhile. */
  permitOverOn: fact<string | null>(null, 'E'),
  /** From when to when the stay is known to be regular: the ten-year card is given subject to it. */
  regularSince: fact<string | null>(null, 'E'),
  regularUntil: fact<string | null>(null, 'E'),
  /** Another residence route was prepared, since the one she relied on may close. */
  routePrepared: fact<boolean>(false, 'I'),
  /** No news for the configured time: the clock proposes to close, a cell confirms. Never a minor. */
  contactLost: fact<boolean>(false, null),
  /** The risk of a return to the country was weighed with the person. */
  returnAssessed: fact<boolean>(false, 'C'),
  /** She has left the country, and what is left to do is to close the case. */
  departed: fact<boolean>(false, 'C'),
  /** Whoever left wants no news to be asked for: a child, of whom no consent is waited for, may say so as well. */
  newsDeclined: fact<boolean>(false, 'C'),
  /** A merge proposed by one person and waiting for another: the code of the case that stays. */
  merging: fact<{ into: string; personId: string } | null>(null, 'D'),
  /** Closing asked for by whoever accompanies the person, until the cell has answered: all are told so, but not why. */
  closing: fact<{ reason: string; personId: string } | null>(null, 'C'),
  /** A move to another territory that its cell has not taken up yet: all are told so, but not where to. */
  transfer: fact<{ to: string } | null>(null, 'K'),
  /** Where identification stood before a merge or a transfer, to come back to. */
  identificationBefore: fact<RegionState<'identification'> | null>(null, null),
  archived: fact<boolean>(false, null),
  /** A place of Ac.Sé is promised to her, or was last. */
  host: fact<'acse' | null>(null, 'K'),
  /** She sleeps in a bed of Ac.Sé, while another place is sought for her as well. */
  bed: fact<'acse' | null>(null, 'K'),
  /** A place of the asylum scheme: sought, or slept in while another may be sought as well. */
  asylumPlace: fact<'none' | 'sought' | 'slept'>('none', 'I'),
  /** The asylum place that is held for her was held longer once. */
  asylumHoldExtended: fact<boolean>(false, 'I'),
  /** Asylum was decided while she sleeps in a place of its scheme: whether it is still hers is to be said. */
  rehousing: fact<boolean>(false, 'I'),
  /** The place that is held for her was held longer once. */
  holdExtended: fact<boolean>(false, 'K'),
  ...particularRows
}

type FactRows = typeof factRows
export type Facts = { [F in keyof FactRows]: FactRows[F]['initial'] }

const factIds = Object.keys(factRows) as (keyof Facts)[]

export const factClasses = Object.fromEntries(factIds.map((id) => [id, factRows[id].dataClass])) as Record<
  keyof Facts,
  DataClass | null
>

export const coarseFacts: readonly (keyof Facts)[] = factIds.filter((id) => factRows[id].coarse)

/** Everything that a flag does not tell. */
export const unknownFacts = Object.fromEntries(
  factIds.filter((id) => id !== 'met' && id !== 'territory').map((id) => [id, factRows[id].initial])
) as Omit<Facts, 'met' | 'territory'>

/** Whose prosecution follows the acts: where they were committed, or where a minor was found; never the seat of the cell. */
export const prosecutedIn = (facts: Pick<Facts, 'factsTerritory' | 'foundIn' | 'ageGroup'>) =>
  facts.factsTerritory ?? (isMinor(facts) ? facts.foundIn : null)

/** Whether the stay is known to be regular, and no end of it is. */
export const staysRegularly = (facts: Pick<Facts, 'stay' | 'regularSince' | 'regularUntil'>) =>
  facts.regularUntil === null && (facts.stay === 'regular' || facts.regularSince !== null)

/**
 * Whether the stay rests on a permit that has not reached its own end. CESEDA L411-2 lets it run until then (al. 1), and binds whoever
 * is refused any permit to leave (al. 2): no ruling was found on which prevails, so the right is not taken back, and both are told.
 */
export const permitRuns = (facts: Pick<Facts, 'stay' | 'regularUntil' | 'permitOverOn'>) =>
  facts.stay === 'regular' && facts.regularUntil === null && facts.permitOverOn === null

/** Whether she agrees to this, now. */
export const agreedTo = ({ consents }: Pick<Facts, 'consents'>, scope: ConsentScope): boolean =>
  consents.includes(scope)

/** Where whoever may not know where she lives is told that she is. */
export const metTerritory = ({ met }: Pick<Facts, 'met'>) => met

/** Whether work is among the forms that were flagged, in a household or elsewhere. */
export const ofLabour = ({ forms }: Pick<Facts, 'forms'>) =>
  forms.some((form) => form === 'labour' || form === 'domestic')

/** Doubt about age means minor (Council of Europe Convention 197, art. 10). */
export const isMinor = (facts: Pick<Facts, 'ageGroup'>) => facts.ageGroup !== 'adult'
