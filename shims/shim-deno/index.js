// Under Deno the real namespace needs no shim.
export const Deno = globalThis.Deno;
