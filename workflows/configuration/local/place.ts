import { courtLabels, courtsOf } from '../../calendar/jurisdictions.ts'
import { isTerritory, territory, territoryCodes } from '../../calendar/territories.ts'

/**
 * Where a protocol holds: a département by its code (`69`), or the district of a court by that of the court (`69.lyon`).
 * A case knows the département where the person was met and no court: a court’s protocol is theirs by itself only where
 * the département has no other court.
 */
export const protocolPlaces: readonly string[] = [...territoryCodes, ...Object.keys(courtLabels)]

export const departmentOf = (place: string): string => place.split('.')[0]!

export const isCourt = (place: string): boolean => place.includes('.')

/** The places of which a protocol may be that of a case opened there, the most precise first. */
export const placesFor = (code: string): string[] => {
  const courts = courtsOf(code)
  return [...(courts.length === 1 ? courts : []), code]
}

/** What the code of a reason of a protocol bears after its point, so that no other place has the same. */
export const placeMark = (place: string): string => `.${departmentOf(place).toLowerCase()}_`

/** Whether the code of an added reason names a place: that of a protocol does. */
export const bearsPlace = (code: string): boolean => /\.(?:\d{2,3}|2[ab])_/.test(code)

export const placeName = (place: string): { fr: string; en: string } => {
  const court = courtLabels[place]
  if (court)
    return { fr: `ressort du tribunal judiciaire : ${court.fr}`, en: `district of the court of ${court.en}` }
  const name = isTerritory(place) ? territory(place).name : place
  return { fr: `${name} (${place})`, en: `${name} (${place})` }
}
