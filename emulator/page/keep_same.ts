/**
 * `fresh`, but with every part that equals its counterpart in `old` replaced by that very object, so that what did
 * not change is seen not to have changed by comparing references.
 */
export function keepSame<T>(old: T | null | undefined, fresh: T): T {
  if (old === null || old === undefined) return fresh;
  return same(old, fresh) ? old : merged(old, fresh);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(a[key], b[key]));
}

function merged<T>(old: unknown, fresh: T): T {
  if (!isTree(old) || !isTree(fresh)) return fresh;
  const tree: Record<string, unknown> = fresh;
  for (const key of Object.keys(tree)) {
    tree[key] = keepSame(old[key], tree[key]);
  }
  return fresh;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
