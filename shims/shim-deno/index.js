// Under Deno the real namespace needs no shim.
export const Deno = globalThis.Deno;

// The npm build asks Node's `process` who the main module is, and Deno 1 has no
// such global: with Deno's own `import.meta`, which lacks nothing, it need not.
Object.defineProperty(
  globalThis,
  Symbol.for("import-meta-ponyfill-esmodule"),
  { configurable: true, value: (meta) => meta },
);
