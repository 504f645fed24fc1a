import { commandRow, commandTypes, type CommandType } from '../case/commands.ts'
import { promised } from '../regions/housing/ways.ts'

const admits = (type: CommandType) => commandRow(type).effects.some((effect) => effect.type === 'admitStay')

const isPromised = (state: string) => (promised as readonly string[]).includes(state)

/** From one promise to a nearer one: the interview before the arrival. */
const nears = (type: CommandType) => {
  const { region, from, to } = commandRow(type)
  return region === 'housing' && from !== 'any' && from.every(isPromised) && isPromised(to)
}

/** The acts by which a shelter brings in whom it keeps a place for: the arrival itself, and the steps to it. */
export const arrivalActs: readonly CommandType[] = commandTypes.filter((type) => admits(type) || nears(type))
