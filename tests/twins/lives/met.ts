import { meeting, members } from '../../support/meetings.ts'
import type { Life, Step } from './play.ts'

/** The cell is called; unless it is called alone, it meets at once, and each case of its agenda is voted on or put off. */
export const met = async (
  { house, caseId }: Life,
  { adjourns, called }: Step & { type: 'meeting' }
): Promise<void> => {
  const { act, attend, item, planned, vote } = meeting(house)
  const id = await planned('cellule.69', house.now().toISOString())
  await act('cellule.69', id, 'convene')
  if (called) return
  await act('cellule.69', id, 'open')
  for (const login of members) await attend(id, login)
  const itemId = await item(id, caseId)
  if (!adjourns) for (const login of members) await vote(login, id, itemId)
  await act('cellule.69', id, adjourns ? 'item.adjourn' : 'item.decide', { itemId })
  await act('cellule.69', id, 'close')
}
