/** Where the API answers for a token, and where its page is. */
export const linkPath = (token: string) => `/api/links/${encodeURIComponent(token)}` as const
export const linkHref = (token: string) => `/lien/${encodeURIComponent(token)}`
