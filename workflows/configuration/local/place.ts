import { courtLabels, courtsOf } from '../../calendar/jurisdictions.ts'
import { isTerritory, territory, territoryCodes } from '../../calendar/territories.ts'

/**
 * Where a protocol holds: a département by its code (`69`), or the district of a court by that of the court (`69.lyon`).
 * A case knows the département where the person was met: a court’s protocol is theirs by itself where the département has no
 * other court, and where it has several once the cell says in whose district that was.
 */
export const protocolPlaces: readonly string[] = [...territoryCodes, ...Object.keys(courtLabels)]

export const departmentOf = (place: string): string => place.split('.')[0]!

export const isCourt = (place: string): boolean => place.includes('.')

/** The places of which a protocol may be that of a case opened there, the most precise first; `court`: the district that was said. */
export const placesFor = (code: string, court: string | null = null): string[] => {
  const courts = courtsOf(code)
  const district = courts.length === 1 ? courts : courts.filter((one) => one === court)
  return [...district, code]
}

/** As for a case whose protocol is of this very place. */
export const placesOf = (place: string): string[] => placesFor(departmentOf(place), place)

/** Why the protocol of a place is that of a case met there. */
export const whyThere = (place: string): { fr: string; en: string } => {
  if (!isCourt(place)) return { fr: 'Protocole du département.', en: 'Protocol of the département.' }
  return courtsOf(departmentOf(place)).length === 1
    ? { fr: 'Le département n’a que ce tribunal.', en: 'The département has no other court.' }
    : {
        fr: 'La cellule a dit que la personne a été rencontrée dans ce ressort.',
        en: 'The cell said that the person was met in this district.'
      }
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
