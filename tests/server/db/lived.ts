import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { actOn } from '../../../server/commands/apply-command.ts'
import type { Desk } from '../../../server/outbox/notify-participants.ts'
import { situationOf, type CaseRow } from '../../../server/cases/store.ts'
import { runQuery, type Tx } from '../../../server/db/context.ts'
import { deadlines, referrals, stays } from '../../../server/db/schema/schema.ts'
import { fireStep } from '../../../server/firing/fire.ts'
import { InvalidInput, RuleRefused } from '../../../server/errors.ts'
import { moveReferral } from '../../../server/referrals/move.ts'
import type { Clock, Dossier, Step } from '../../../verify/dossier.ts'
import { commandRow } from '../../../workflows/case/commands.ts'
import { uponTimes } from '../../../workflows/deadlines/counted/acts.ts'
import { cutTo } from '../../../workflows/deadlines/counted/life.ts'
import type { DeadlineCode } from '../../../workflows/deadlines/register.ts'
import { kindRow } from '../../../workflows/referral/kinds/kinds.ts'
import { activeStays } from '../../../workflows/places/places.ts'
import { openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const approvalAsked: readonly string[] = ['exit.request', 'psp.decision']

export type Told = { desk: Desk; row: CaseRow; at: Date; order: string[] }

/** The demonstration's people, and a case that is lived in the tables step by step, read in the words of the model. */
export const openLives = async () => {
  const world = await forFile(openWorld())
  const placesOf: Record<string, string> = {
    acse_place: 'foyer.azur',
    dna_place: 'centre.dna',
    minor_place: 'foyer.azur enfants'
  }

  /** The case as the tables hold it, in the model's words; referrals in the order in which they were sent. */
  const read = async (tx: Tx, { row, order }: Told): Promise<Dossier> => {
    const sent = await tx
      .select()
      .from(referrals)
      .where(eq(referrals.caseId, row.id))
      .orderBy(asc(referrals.sentAt))
    for (const { id } of sent) if (!order.includes(id)) order.push(id)
    const clocks = await tx
      .select({ code: deadlines.code, state: deadlines.state })
      .from(deadlines)
      .where(
        and(
          eq(deadlines.caseId, row.id),
          isNull(deadlines.referralId),
          inArray(deadlines.state, ['running', 'suspended'])
        )
      )
    const active = await tx
      .select()
      .from(stays)
      .where(and(eq(stays.caseId, row.id), inArray(stays.state, [...activeStays])))
    const known = order.map((id) => sent.find((one) => one.id === id)!)
    const placeOf = (kind: string, id: string | null) =>
      id === null ? null : world.places[placesOf[kind]!]!.indexOf(id)
    const staysIn = (state: (typeof activeStays)[number]) =>
      active
        .filter((one) => one.state === state)
        .map(({ pool, referralId, placeId }) => {
          const by = order.indexOf(referralId)
          return [pool, { place: placeOf(known[by]!.kind, placeId)!, by }] as const
        })
    return {
      situation: situationOf(row),
      referrals: known.map(({ kind, state, placeId }) => ({
        kind: kind as Dossier['referrals'][number]['kind'],
        state: state as Dossier['referrals'][number]['state'],
        place: placeOf(kind, placeId)
      })),
      held: Object.fromEntries(staysIn('reserved')),
      bed: staysIn('admitted')[0]?.[1] ?? null,
      clocks: Object.fromEntries(clocks.map(({ code, state }) => [code, state as Clock]))
    }
  }

  /** Who did it is not the model's to know. */
  const plain = (dossier: Dossier | null) =>
    JSON.parse(
      JSON.stringify(dossier, (key, value) => (/^(personId|orgId|orgType)$/.test(key) ? '…' : value))
    )

  /** A time is shorter by an arrest or a detention that is on file already: the model knows no act that came before. */
  const cutBefore = async ({ desk, row }: Told, model: Dossier, held: Dossier): Promise<Dossier> => {
    const cuts = uponTimes.filter((type) => commandRow(type).upon.some(({ does }) => does === 'cuts'))
    const filed =
      'select from case_event where case_id = $1 and struck_by is null and command = any($2::text[])'
    if ((await runQuery(desk.tx, filed, [row.id, cuts])).length === 0) return model
    const asHeld = Object.entries(model.clocks).map(([code, state]): [string, Clock] => {
      const shorter = [cutTo(code as DeadlineCode, 'week'), cutTo(code as DeadlineCode, 'hours')]
      const cut = shorter.find((one) => one !== null && held.clocks[one] !== undefined)
      return held.clocks[code as DeadlineCode] === undefined && cut ? [cut, state!] : [code, state!]
    })
    return { ...model, clocks: Object.fromEntries(asHeld) }
  }

  /** Who takes part already (police that were called) is not referred what it holds: the model knows no participation. */
  const takingPart = async ({ desk, row }: Told, model: Dossier, held: Dossier): Promise<Dossier> => {
    const extra = model.referrals.findIndex(({ kind }, at) => held.referrals[at]?.kind !== kind)
    const sent = model.referrals[extra]
    if (!sent || model.referrals.length !== held.referrals.length + 1) return model
    const takesPart = await runQuery(
      desk.tx,
      'select from participation where case_id = $1 and capacity = $2 and until is null',
      [row.id, kindRow(sent.kind).capacity]
    )
    return takesPart.length > 0 ? { ...model, referrals: model.referrals.toSpliced(extra, 1) } : model
  }

  const unlessKnown = async (told: Told, model: Dossier, held: Dossier): Promise<Dossier> =>
    takingPart(told, await cutBefore(told, model, held), held)

  /** What differs, down to the single fact. */
  const apart = (model: unknown, tables: unknown, path = ''): string[] => {
    if (isDeepStrictEqual(model, tables)) return []
    const nested = [model, tables].every(
      (one) => typeof one === 'object' && one !== null && !Array.isArray(one)
    )
    if (!nested)
      return [`${path}: ${JSON.stringify(model)} in the model, ${JSON.stringify(tables)} in the tables`]
    const [a, b] = [model, tables] as [Record<string, unknown>, Record<string, unknown>]
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) =>
      apart(a[key], b[key], `${path}/${key}`)
    )
  }

  const placeFor = ({ command, input }: Extract<Step, { type: 'act' }>) => {
    const effect = commandRow(command).effects.find((one) => one.type === 'openReferral')
    const place = effect && placesOf[effect.kind]
    return place ? world.places[place]![Number(input['place'])] : undefined
  }

  /** One step through the tables, as the gate, an answer or the worker writes it. */
  const done = async (told: Told, next: Step): Promise<CaseRow> => {
    const { desk, row, order } = told
    const actor = world.as('asso.rhone')
    const at = new Date((told.at = new Date(told.at.getTime() + 1000)))
    if (next.type === 'act') {
      const { place: _index, ...input } = next.input
      const placeId = placeFor(next)
      return actOn(desk, row, {
        command: next.command,
        input: { ...input, ...(placeId && { placeId }) },
        actor,
        at,
        // Of a house that nobody approved, as the gate says it.
        ...(approvalAsked.includes(next.command) &&
          input['orgId'] !== undefined && { said: ['not_approved'] })
      })
    }
    if (next.type === 'referral') {
      const [referral] = await desk.tx.select().from(referrals).where(eq(referrals.id, order[next.index]!))
      return moveReferral(desk, {
        row: referral!,
        caseRow: row,
        command: next.command,
        input: next.input,
        actor,
        at
      })
    }
    const [entry] = await desk.tx
      .select()
      .from(deadlines)
      .where(and(eq(deadlines.caseId, row.id), eq(deadlines.code, next.code), eq(deadlines.state, 'running')))
    return fireStep({
      desk,
      entry: { ...entry!, nextStep: entry!.steps.length - 1 },
      caseRow: row,
      at,
      lateSeconds: 0
    })
  }

  /** A clock was due on the day that the tables have for it. */
  const dated = async ({ desk, row }: Told, next: Step): Promise<Step> => {
    if (next.type !== 'clock') return next
    const [entry] = await desk.tx
      .select({ on: deadlines.dueOn })
      .from(deadlines)
      .where(and(eq(deadlines.caseId, row.id), eq(deadlines.code, next.code), eq(deadlines.state, 'running')))
    return { ...next, on: entry!.on }
  }

  /** Null where the tables refuse what only they know: nobody to receive it, a place that is taken, a file that is not there. */
  const tried = async (told: Told, next: Step): Promise<CaseRow | null> => {
    const { tx } = told.desk
    await runQuery(tx, 'savepoint step', [])
    try {
      return await done(told, next)
    } catch (error) {
      if (!(error instanceof RuleRefused || error instanceof InvalidInput)) throw error
      await runQuery(tx, 'rollback to savepoint step', [])
      return null
    }
  }
  return { world, read, plain, unlessKnown, apart, dated, tried }
}
