/** A number as a handset shows it: `(415) 555-0142` in North America, else as it is. */
export function readable(number: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : number;
}
