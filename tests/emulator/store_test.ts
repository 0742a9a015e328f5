import assert from "node:assert/strict";
import { Store } from "../../emulator/store.ts";

Deno.test("who writes to a store that is closed is not in anybody's way", async () => {
  const path = await Deno.makeTempFile();
  const store = new Store(path);
  const rows = store.collection<{ n: number }>("rows");
  rows.put("a", { n: 1 });
  store.close();
  rows.put("a", { n: 2 });
  rows.delete("b");
  store.close();
  assert.deepEqual(rows.get("a"), { n: 2 });
  const again = new Store(path);
  assert.deepEqual(again.collection("rows").all(), [{ n: 1 }]);
  again.close();
  await Deno.remove(path);
});
