import { describe, expect, it } from 'vitest'
import { inContext } from '../../../server/db/context.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { viewReferral } from '../../../server/referrals/view.ts'
import type { CaseView } from '../../../server/views/schemas.ts'
import { commandRow, type CommandType } from '../../../workflows/case/commands.ts'
import { demoAccounts } from '../../../server/demo/world/accounts.ts'
import { acting } from '../../support/acting.ts'
import { actionFor } from '../../support/running/actions.ts'
import { forFile } from '../../support/for-file.ts'
import { noon, openWorld } from '../../support/world.ts'

const world = await forFile(openWorld())
const story = acting(world)

const readerOf = (login: string) => ({ actor: world.as(login), locale: 'fr' as const, now: noon })

const read = async (login: string, id: string): Promise<CaseView | null> => {
  const reader = readerOf(login)
  try {
    return await inContext(world.db.app, reader.actor, (tx) => viewCase(tx, id, reader, { form: true }))
  } catch {
    // Whoever takes no part in it reads nothing.
    return null
  }
}

/** Where cases stand along their way, from the flag to a place and a receipt. */
const stages: [string, () => Promise<string>][] = [
  ['flagged', () => story.flagged()],
  [
    'flagged, a child in danger',
    () => story.flagged('asso.rhone', { ageGroup: 'minor', danger: 'immediate' })
  ],
  ['presumed', () => story.presumed()],
  ['agreed', () => story.consenting()],
  ['agreed, in danger', () => story.consenting(undefined, { danger: 'immediate' })],
  ['asked for a place', () => story.sought()],
  ['offered a place', async () => (await story.offered(world.places['foyer.azur']![0]!)).id],
  ['matched', () => story.matched(world.places['foyer.ouest']![0]!).catch(() => story.sought())],
  ['reflecting', () => story.reflecting()]
]
const logins = demoAccounts.flatMap(({ login, role }) => (role === null ? [] : [login]))

const examined = async (forms: ('labour' | 'sexual')[] = ['labour']) => {
  const id = await story.flagged('asso.rhone', { forms })
  await story.act('cellule.69', id, 'triage.start')
  return id
}

/** What each sentence of the card hangs on, where its step is an act; and how often each was met, said and not said. */
const grounds = (view: CaseView): [string, boolean][] => {
  const { nextStep: next, badges, consents, regions } = view
  const { consent, region } = commandRow(next.command as CommandType)
  const agreed = consents.some(({ scope, state }) => state === 'given' && scope === consent)
  const standing = regions.find(({ id, state }) => id === region && state !== 'hidden')
  return [
    ['Le danger est immédiat.', badges.some(({ key }) => key === 'danger')],
    ['La personne a donné son accord : ', agreed],
    [' court depuis le ', next.due !== null],
    ['Rien n’est encore attendu de vous', next.is === 'ahead'],
    [`${standing?.label}\u00a0: ${standing?.stateLabel}.`, standing !== undefined]
  ]
}
const met = new Set<string>()
const holdsGrounds = (login: string, view: CaseView) => {
  const said = view.nextStep.because.join(' ')
  expect([login, said.includes('Non communiqué')]).toEqual([login, false])
  for (const [index, [words, holds]] of grounds(view).entries()) {
    met.add(`${index} ${holds}`)
    expect([login, words, said.includes(words)]).toEqual([login, words, holds])
  }
}

describe('the card on which a case opens', () => {
  it.each(stages)(
    '%s: names no act and no referral that the house would refuse to this reader',
    async (_stage, tell) => {
      const id = await tell()
      const steps: string[] = []
      for (const login of logins) {
        const view = await read(login, id)
        if (!view) continue
        const { nextStep: next } = view
        steps.push(next.is)
        expect([login, next.label.length > 0, next.because.length > 0]).toEqual([login, true, true])
        if (next.command) {
          holdsGrounds(login, view)
          const act = await actionFor(world.db, readerOf(login), [id, next.command])
          expect([login, act.command, act.enabled, act.unusual]).toEqual([
            login,
            next.command,
            true,
            undefined
          ])
          const { evidence, ...form } = act
          expect([next.form, next.evidence]).toEqual([form, evidence])
        }
        if (next.referral) {
          const reader = readerOf(login)
          const { actions } = await inContext(world.db.app, reader.actor, (tx) =>
            viewReferral(tx, next.referral!, reader)
          )
          expect([login, actions.some(({ enabled }) => enabled)]).toEqual([login, true])
        }
        const open = view.actions.filter(({ enabled }) => enabled).map(({ command }) => command)
        for (const { lifts } of view.actions)
          if (lifts) expect([login, open.includes(lifts)]).toEqual([login, true])
      }
      expect(steps.length).toBeGreaterThan(1)
    }
  )

  it('has said each of its grounds where it is one, and has not where it is none', () => {
    const both = [0, 1, 2].flatMap((n) => [`${n} false`, `${n} true`])
    expect([...both, '3 false', '4 true'].filter((one) => !met.has(one))).toEqual([])
  })

  it('says to whoever is waited for what and before when, and to whom nothing waits why', async () => {
    const id = await story.flagged()
    const cell = (await read('cellule.69', id))!.nextStep
    expect(cell).toMatchObject({ is: 'awaited', command: 'triage.start', due: { code: 'MNIO-TRIAGE' } })
    expect(cell.because.join(' ')).toMatch(/délai indicatif/)
    await story.act('cellule.69', id, 'triage.start')
    await story.act('membre.69', id, 'grounds.propose', { opinion: 'positive', elements: ['harboured'] })
    const member = (await read('membre.69', id))!.nextStep
    expect(member).toMatchObject({ is: 'nothing', command: null })
    expect(member.because[0]).toMatch(/^(Prochaine échéance|Aucun délai|.* doit répondre)/)
  })
})

describe('an act that is closed', () => {
  it('names on its own page the act that opens it, to whoever may do that, and to nobody else', async () => {
    const id = await examined()
    const seen: string[] = []
    for (const login of logins) {
      const view = await read(login, id)
      for (const { command, enabled, lifts } of view?.actions ?? []) {
        const act = await actionFor(world.db, readerOf(login), [id, command])
        // Beside one that is open it answers a warning: the list says nothing of that.
        if (!enabled || !act.warnings)
          expect([login, command, act.lifts?.command]).toEqual([login, command, lifts])
        if (act.lifts) seen.push(`${command}: ${act.lifts.command}`)
      }
    }
    expect(seen).toContain('return.depart: return.assess')
    expect(seen.filter((one) => !one.startsWith('return.')).length).toBeGreaterThan(0)
  })
})

describe('what stands beside a vote', () => {
  it('is each sign with how it is known, under what the law asks, for those who weigh', async () => {
    const id = await examined()
    const { nextStep: next, timeline } = (await read('membre.69', id))!
    const signs = next.evidence!.elements.flatMap((one) => one.signs)
    expect(next.evidence!.elements.map(({ id: element }) => element)).toEqual(['act', 'means', 'purpose'])
    expect(next.evidence!.weighing).toMatchObject({ list: expect.stringContaining('OIT') })
    expect(signs.filter(({ source }) => source === 'la personne l’a dit').length).toBe(2)
    const told = JSON.stringify(timeline)
    for (const { label } of signs) expect(told).toContain(label)
  })

  it('prints no weight where the form is one that the list does not weigh', async () => {
    const id = await examined(['sexual'])
    const { weighing, note } = (await read('membre.69', id))!.nextStep.evidence!
    expect(weighing).toBeNull()
    expect(note).toMatch(/ne pèse que les signes du travail/)
  })

  it('is nothing for whoever weighs nothing, and nothing of what a reader is not told', async () => {
    const id = await examined()
    for (const login of logins) {
      const view = await read(login, id)
      if (!view?.nextStep.evidence) continue
      expect(login).toMatch(/^(membre|cellule)/)
      expect(view.classes.find((one) => one.class === 'D')?.access).toBe('open')
    }
    expect((await read('asso.rhone', id))!.nextStep.evidence).toBeUndefined()
  })
})
