import { beforeEach, describe, expect, it } from 'vitest'
import { listCases } from '../../../server/reading/list.ts'
import type { Reader } from '../../../server/disclosure/reader.ts'
import { viewCase } from '../../../server/reading/view.ts'
import { inContext, type Tx } from '../../../server/db/context.ts'
import { listReferrals } from '../../../server/referrals/list.ts'
import { acting } from '../../support/acting.ts'
import { inputFor } from '../../support/inputs.ts'
import { refusal, why } from '../../support/refusals.ts'
import { noon, openWorld } from '../../support/world.ts'
import { forFile } from '../../support/for-file.ts'

const world = await forFile(openWorld())
const tell = acting(world)
beforeEach(() => freeBeds())

const freeBeds = () =>
  world.db.owner.query(`update stay set state = 'ended', ended_at = now() where state <> 'ended'`)
const asked = <T>(login: string, work: (tx: Tx, reader: Reader) => Promise<T>): Promise<T> => {
  const reader = { actor: world.as(login), locale: 'fr', now: noon } as const
  return inContext(world.db.app, reader.actor, (tx) => work(tx, reader))
}
const read = (login: string, id: string) => asked(login, (tx, reader) => viewCase(tx, id, reader))
const lineIn = async (login: string, id: string) => {
  const all = { view: 'all', limit: 100 } as const
  const { items } = await asked(login, (tx, reader) => listCases(tx, all, reader))
  return items.find((line) => line.id === id)!.waitsFor
}
const boxOf = async (login: string, id: string, box: 'out' | 'settle') => {
  const query = { box, view: 'all', limit: 100 } as const
  const { items } = await asked(login, (tx, reader) => listReferrals(tx, query, reader))
  return items.filter(({ caseId }) => caseId === id)
}

const housed = async (scopes: string[] = []) => {
  await freeBeds()
  const id = await tell.housed(world.places['foyer.azur']![0]!)
  if (scopes.length > 0) await tell.act('asso.rhone', id, 'consent.record', { scopes, ...tell.how })
  return id
}
const care = (destination: string) => ({ destination, recipientId: world.as('soin.69').orgId })

describe('that care was refused to a house she has left', () => {
  it('is no line of the cell, which may not know that it was asked; who accompanies her settles it', async () => {
    const told = []
    for (const refused of [false, true]) {
      const id = await housed(['G'])
      if (refused) await tell.act('foyer.azur', id, 'health.refer', care('general'))
      await tell.act('foyer.azur', id, 'housing.left', inputFor('housing.left'))
      if (refused)
        await tell.move('soin.69', await tell.referral(id, 'health'), 'decline', { reason: 'overloaded' })
      told.push([await lineIn('cellule.69', id), await boxOf('cellule.69', id, 'settle')])
      if (!refused) continue
      const sent = await tell.referral(id, 'health')
      expect((await boxOf('asso.rhone', id, 'settle')).map((line) => line.id)).toEqual([sent])
      expect(await refusal(tell.move('cellule.69', sent, 'note', { sequel: 'other_way' }))).toBe('NotFound')
      await tell.move('asso.rhone', sent, 'note', { sequel: 'other_way' })
      expect(await boxOf('asso.rhone', id, 'settle')).toEqual([])
    }
    expect(told[1]).toEqual(told[0])
  })
})

describe('a consent that is not told to who acts on it', () => {
  const neutral = 'Les conditions de cet acte ne sont pas réunies à ce jour.'
  const police = async (scopes: string[]) => {
    const id = await tell.consenting(scopes)
    await tell.act('asso.rhone', id, 'formal.request', inputFor('formal.request'))
    await tell.move('police.69', await tell.referral(id, 'police'), 'accept')
    return id
  }
  const offered = async (login: string, id: string) => {
    const { actions, consents } = await read(login, id)
    return { actions, scopes: consents.map(({ scope, state }) => [scope, state]) }
  }

  it('moves no button: to be sheltered far away, of the police; the attempt is refused in neutral words', async () => {
    const [without, withC] = [await police(['B', 'F']), await police(['B', 'C', 'F'])]
    const told = await offered('police.69', without)
    expect(told).toEqual(await offered('police.69', withC))
    expect(told.actions.find(({ command }) => command === 'acse.request')?.enabled).toBe(true)
    expect(await why(tell.act('police.69', without, 'acse.request', { adhesion: true }))).toBe(neutral)
    await tell.act('police.69', withC, 'acse.request', { adhesion: true })
  })

  it('nor care, of a house; who accompanies her is told what is missing', async () => {
    const without = await housed()
    const told = await offered('foyer.azur', without)
    expect(told.actions.find(({ command }) => command === 'health.refer')?.enabled).toBe(true)
    expect(await why(tell.act('foyer.azur', without, 'health.refer', care('general')))).toBe(neutral)
    expect(await why(tell.act('asso.rhone', without, 'health.refer', care('general')))).toMatch(/accord/)
    const withG = await housed(['G'])
    expect(await offered('foyer.azur', withG)).toEqual(told)
    await tell.act('foyer.azur', withG, 'health.refer', care('general'))
  })
})

describe('that another asked for care before a house does', () => {
  const story = ['nobody', 'asked', 'taken up'] as const

  it('is not told to it: its own request stands in its box, and is answered, refused or taken back alone', async () => {
    const told = []
    for (const before of story) {
      const id = await housed(['G'])
      if (before !== 'nobody') await tell.act('asso.rhone', id, 'health.refer', care('addiction'))
      const first = await tell.referral(id, 'health').catch(() => null)
      if (before === 'taken up') await tell.move('soin.69', first!, 'accept')
      await tell.act('foyer.azur', id, 'health.refer', care('general'))
      expect(await why(tell.act('foyer.azur', id, 'health.refer', care('general')))).toMatch(/déjà en cours/)
      const [line, ...others] = await boxOf('foyer.azur', id, 'out')
      expect(others).toEqual([])
      const { referrals } = await read('foyer.azur', id)
      const { state, summary, answerDue, sender, recipient } = line!
      await tell.move('soin.69', line!.id, 'decline', { reason: 'overloaded' })
      const [after] = await boxOf('foyer.azur', id, 'out')
      const kinds = referrals.map(({ kind }) => kind)
      told.push([state, summary, answerDue, sender, recipient, kinds, after!.state, after!.summary])
      if (before === 'taken up') expect((await read('soin.69', id)).capacity.id).toBe('health')
    }
    expect(told[0]![0]).toBe('sent')
    expect(told[1]).toEqual(told[0])
    expect(told[2]).toEqual(told[0])
  })
})
