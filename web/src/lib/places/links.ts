/** Stands for the place that a structure is about to add, as the API names it. */
export const newPlace = 'new'

export const placeHref = (id: string) => `/places/${encodeURIComponent(id)}`
export const placeActHref = (id: string, command: string) =>
  `${placeHref(id)}/agir/${encodeURIComponent(command)}`
