import { isMinor, type Facts } from '../../workflows/case/facts.ts'
import { beforeMajority, nearMajority } from '../../workflows/case/age.problems.ts'
import { handingProblems } from '../../workflows/case/residence.problems.ts'
import { loweredIn } from '../../workflows/case/risk-downgrade.ts'
import { heldAgainst, precedenceProblems } from '../../workflows/case/precedence.ts'
import { permitClocks } from '../../workflows/regions/states.ts'
import { civilDate } from '../../workflows/calendar/calendar.ts'
import { spelled } from '../../workflows/vocabulary/spelled.ts'
import { zoneOf } from '../../workflows/calendar/territories.ts'
import { keepsBirthDates, mayLower } from '../../policies/correction-rights.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { listed } from '../db/schema/columns.ts'
import { ask, enterCase, type Tx } from '../db/context.ts'
import type { FieldProblem } from '../errors.ts'
import { referentsOf } from '../cases/participation.ts'
import type { CaseRow } from '../cases/store.ts'

// What may not be written over what somebody else has said: the log and who accompanies the person are asked.

/** `territory` as the actor is told it: a day refused by the hour of another would name that one. */
type Saying = {
  actor: Actor
  command: string
  input: Record<string, unknown>
  territory: string
  today: string
}

const offered = `select input ->> 'on' as said from case_event
  where case_id = $1 and command = 'reflection.offer' order by seq desc limit 1`
const aged = `select org_id as said from case_event
  where case_id = $1 and input ? 'ageGroup' order by seq desc limit 1`

const lastSaid = async (tx: Tx, sql: string, caseId: string) =>
  (await ask<{ said: string | null }>(tx, sql, [caseId]))[0]?.said ?? null

const saidByAnother: Bilingual = {
  fr: 'Une autre organisation a dit que cette personne est mineure : dites que l’âge est en doute, ou demandez-lui de corriger.',
  en: 'Another organisation said that this person is a minor: say that the age is in doubt, or ask it to correct.'
}
const notYoursToLower: Bilingual = {
  fr: 'Une association accompagne la personne : c’est elle qui dit que le danger a baissé, ou qui corrige ce qui est connu d’elle.',
  en: 'An association accompanies the person: it is the one that says that the danger is less, or corrects what is known of them.'
}
const stillRuns: Bilingual = {
  fr: 'Le titre court encore ce jour-là : il n’a pas expiré.',
  en: 'The permit is still running on that day: it has not expired.'
}
const addressOfReferent: Bilingual = {
  fr: 'Choisissez un service habilité : seul·e qui accompagne la personne écrit une adresse.',
  en: 'Choose an accredited service: only whoever accompanies the person writes an address.'
}
const remaining = spelled(beforeMajority)
const nearlyAdult: Bilingual = {
  fr: `À cette date de naissance, sa protection de mineure finirait dans moins de ${remaining.fr} : la protection de l’enfance ou la justice l’enregistre.`,
  en: `Born on that day, their protection as a minor would end within ${remaining.en}: child protection or justice records it.`
}

const ends = `select max(due_on)::text as said from deadline
  where case_id = $1 and code in (${listed(permitClocks)}) and state in ('running', 'fired')`

const ofLapse = async (tx: Tx, { id }: CaseRow, { command, input }: Saying): Promise<FieldProblem[]> => {
  if (command !== 'permit.lapsed') return []
  const until = await lastSaid(tx, ends, id)
  return until !== null && String(input['on']) < until
    ? [{ field: 'on', code: 'still_runs', message: stillRuns }]
    : []
}

const ofHanding = async (
  tx: Tx,
  row: CaseRow,
  { command, input, territory }: Saying
): Promise<FieldProblem[]> => {
  if (command !== 'receipt.handed') return []
  const flaggedOn = civilDate(row.openedAt, zoneOf(territory))
  const said = await lastSaid(tx, offered, row.id)
  return handingProblems(input, said !== null && said > flaggedOn ? said : flaggedOn)
}

/** Where nobody has been told of a child yet, whoever said that she was one may say that she is not, and nobody else. */
const ofAge = async (tx: Tx, { id, facts }: CaseRow, { actor, input }: Saying): Promise<FieldProblem[]> => {
  if (input['ageGroup'] !== 'adult' || !isMinor(facts)) return []
  const by = await lastSaid(tx, aged, id)
  return by === actor.orgId ? [] : [{ field: 'ageGroup', code: 'said_by_another', message: saidByAnother }]
}

const ofLess = async (tx: Tx, { id, facts }: CaseRow, { actor, input }: Saying): Promise<FieldProblem[]> => {
  const lowered = loweredIn(input, facts)
  if (lowered.length === 0 || mayLower(actor)) return []
  const referents = await referentsOf(tx, id)
  if (referents.length === 0 || referents.includes(actor.orgId)) return []
  return lowered.map((field) => ({ field, code: 'not_yours', message: notYoursToLower }))
}

/** A letter to an address that a house has typed may go to the house itself, which would read by it what is closed to it. */
const ofAddress = async (tx: Tx, { id }: CaseRow, { actor, input }: Saying): Promise<FieldProblem[]> => {
  if (actor.role !== 'shelter' || input['address'] === undefined) return []
  if ((await referentsOf(tx, id)).includes(actor.orgId)) return []
  return [{ field: 'address', code: 'not_yours', message: addressOfReferent }]
}

const ofBirth = ({ facts }: { facts: Facts }, { actor, command, input, today }: Saying): FieldProblem[] => {
  const born = input['birthDate']
  if (command !== 'identity.record' || typeof born !== 'string' || !isMinor(facts)) return []
  return keepsBirthDates(actor) || !nearMajority(born, today)
    ? []
    : [{ field: 'birthDate', code: 'nearly_adult', message: nearlyAdult }]
}

const dated = `select command, input from case_event
  where case_id = $1 and command = any($2::text[]) order by seq desc`

/** Days that would come before what they follow, as the log has it. */
const ofOrder = async (tx: Tx, { id }: CaseRow, saying: Saying): Promise<FieldProblem[]> => {
  const against = heldAgainst(saying.command)
  if (against.length === 0) return []
  const earlier = await ask<Pick<Saying, 'command' | 'input'>>(tx, dated, [id, against])
  return precedenceProblems(saying, earlier, zoneOf(saying.territory))
}

/** What the act would write over what another has said, or what is theirs to say. */
export const saidProblems = async (tx: Tx, row: CaseRow, saying: Saying): Promise<FieldProblem[]> => {
  const asked =
    'address' in saying.input ||
    heldAgainst(saying.command).length > 0 ||
    ['receipt.handed', 'permit.lapsed', 'facts.complete', 'identity.record'].includes(saying.command)
  if (!asked) return []
  await enterCase(tx, row.id)
  return [
    ...(await ofHanding(tx, row, saying)),
    ...(await ofLapse(tx, row, saying)),
    ...(await ofOrder(tx, row, saying)),
    ...(saying.command === 'facts.complete' ? await ofAge(tx, row, saying) : []),
    ...(saying.command === 'facts.complete' ? await ofLess(tx, row, saying) : []),
    ...(await ofAddress(tx, row, saying)),
    ...ofBirth(row, saying)
  ]
}
