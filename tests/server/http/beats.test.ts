import { describe, expect, it, vi } from 'vitest'
import type { Actor } from '../../../policies/actor.ts'
import { beatMs, beatOnce, type Look } from '../../../server/notices/beats.ts'
import { openListeners } from '../../../server/notices/listeners.ts'

const someone: Actor = {
  personId: 'a person',
  name: 'Une Personne',
  orgId: 'an association',
  orgName: 'Une association',
  orgType: 'association',
  role: 'asso',
  territory: '69',
  accredited: true
}

/** These listen since the beginning; what each hears, and whether its stream has ended. */
const listening = (tokens: readonly string[]) => {
  const listeners = openListeners()
  const ended: string[] = []
  const heard: string[] = []
  for (const token of tokens)
    listeners.add({
      actor: someone,
      token,
      beatAt: 0,
      write: () => void heard.push(token),
      end: () => void ended.push(token)
    })
  return { listeners, ended, heard }
}

const stillThere = (tokens: readonly string[], actor = someone): Look =>
  vi.fn(() => Promise.resolve(new Map(tokens.map((token) => [token, actor]))))

describe('a stream ends at the next beat', () => {
  it.each<[string, Look]>([
    ['whose session has ended', stillThere(['another'])],
    ['of who is no longer accredited', stillThere(['one'], { ...someone, accredited: false })],
    ['of who works elsewhere since', stillThere(['one'], { ...someone, orgId: 'a prefecture' })],
    ['of who works in another role since', stillThere(['one'], { ...someone, role: 'cell_member' })],
    ['of whom it cannot be known', () => Promise.reject(new Error('no database'))]
  ])('%s', async (_whose, look) => {
    const { listeners, ended, heard } = listening(['one'])
    await beatOnce(listeners, look, beatMs)
    expect([ended, heard]).toEqual([['one'], []])
  })
})

describe('all others hear a beat', () => {
  const many = Array.from({ length: 300 }, (_, index) => `cookie ${index}`)

  it('once in a period, for one question about all of them', async () => {
    const { listeners, ended, heard } = listening(many)
    const look = stillThere(many)
    await beatOnce(listeners, look, beatMs - 1)
    expect(heard).toEqual([])
    for (const at of [beatMs, beatMs + 1_000, 2 * beatMs - 1_000]) await beatOnce(listeners, look, at)
    expect([heard, ended]).toEqual([many, []])
    expect(look).toHaveBeenCalledTimes(1)
    await beatOnce(listeners, look, 2 * beatMs)
    expect(heard).toHaveLength(600)
  })

  it('each in their own turn, and nobody who has gone', async () => {
    const { listeners, heard } = listening(['gone', 'early'])
    const late = {
      ...[...listeners.all()][1]!,
      token: 'late',
      beatAt: 5_000,
      write: () => void heard.push('late')
    }
    listeners.add(late)
    listeners.remove([...listeners.all()][0]!)
    const look = stillThere(['gone', 'early', 'late'])
    await beatOnce(listeners, look, beatMs)
    expect(heard).toEqual(['early'])
    await beatOnce(listeners, look, beatMs + 5_000)
    expect(heard).toEqual(['early', 'late'])
  })
})
