/** The id of a field's control: where an error of the summary leads. */
export const controlId = (name: string) => `champ-${name}`
