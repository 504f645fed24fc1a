/** How long a link opens its referral; it is renewed for as long again, to the address it was first sent to. A choice of design. */
export const linkDays = 8
