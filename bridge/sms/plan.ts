/** Segments a month of the Free plan, sent and received. */
export const FREE = 10;
