/** A number as a handset shows it: grouped in North America and Britain, else as it is. */
export function readable(number: string): string {
  return number
    .replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3")
    .replace(/^\+44(\d{4})(\d{6})$/, "+44 $1 $2");
}
