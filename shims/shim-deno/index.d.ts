declare const PlatformDeno: typeof globalThis.Deno;
export { PlatformDeno as Deno };
