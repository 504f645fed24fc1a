/** A day of the civil calendar, `YYYY-MM-DD`: no hour, no zone. */
export type CivilDate = string
