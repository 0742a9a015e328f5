import assert from "node:assert/strict";
import { sourceFiles } from "./support/source_files.ts";

/** Who may import whom; a room always may import itself, and `sms` is part of no other room. */
const MAY_IMPORT: Record<string, string[]> = {
  // Of the functions, those that are steps for Workflow Builder and in no workflow of the app's own.
  manifest: ["workflows", "datastores", "functions"],
  triggers: ["workflows"],
  workflows: ["functions"],
  functions: [
    "bridge",
    "bridge/sms",
    "bridge/twilio",
    "bridge/slack",
    "datastores",
  ],
  bridge: ["bridge/sms"],
  "bridge/sms": [],
  // The two ends see of the heart what they implement: its ports, and its errors.
  "bridge/twilio": ["bridge/sms", "bridge"],
  "bridge/slack": ["bridge/sms", "bridge"],
  datastores: ["bridge/sms"],
  emulator: ["manifest", "triggers", "bridge/twilio/relay"],
};

/** What the ends may import of the heart. */
const OF_THE_HEART = [
  "ports",
  "refusal",
  "team/overview",
  "consent/do_not_disturb_list",
  "lines/line_board",
  "consent/consent_ledger",
  "team/assignment",
  "settings/teamwork",
  "settings/routing",
  "plan/usage_report",
  "settings/workspace_settings",
];

/** The rooms of the heart, from the ground up: each may import those before it, and what stands in the heart itself. */
const FLOORS = [
  "ports",
  "places",
  "lines",
  "plan",
  "consent",
  "team",
  "texts",
  "crowd",
  "contacts",
  "exports",
  "settings",
  "moving",
  "steps",
  "catch_up",
];

Deno.test("every room imports only the rooms it may enter", async () => {
  const trespasses: string[] = [];
  for (const { path, imports } of await sourceFiles()) {
    const room = roomOf(path);
    if (room === "tests") continue;
    for (
      const target of imports.filter((each) => !each.includes("node_modules"))
    ) {
      const other = roomOf(target);
      const allowed = other === room || MAY_IMPORT[room]?.includes(other);
      const isEnd = room === "bridge/twilio" || room === "bridge/slack";
      const tooDeep = isEnd && other === "bridge" &&
        !OF_THE_HEART.some((each) => target === `bridge/${each}.ts`);
      if (!allowed || tooDeep) trespasses.push(`${path} -> ${target}`);
    }
  }
  assert.deepEqual(trespasses, []);
});

Deno.test("no room of the heart imports one above it", async () => {
  const climbs: string[] = [];
  for (const { path, imports } of await sourceFiles()) {
    const floor = floorOf(path);
    for (const target of imports) {
      if (floor !== null && (floorOf(target) ?? 0) > floor) {
        climbs.push(`${path} -> ${target}`);
      }
    }
  }
  assert.deepEqual(climbs, []);
});

Deno.test("no file is imported by what it imports", async () => {
  const imports = new Map(
    (await sourceFiles()).filter(({ path }) => !path.startsWith("tests/"))
      .map((each) => [each.path, each.imports]),
  );
  const cleared = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, way: string[]) => {
    const entered = way.indexOf(path);
    if (entered >= 0) {
      circles.push([...way.slice(entered), path].join(" -> "));
    } else if (!cleared.has(path)) {
      for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
      cleared.add(path);
    }
  };
  for (const path of imports.keys()) walk(path, []);
  assert.deepEqual(circles, []);
});

Deno.test("only client.ts imports the twilio package", async () => {
  const importers = (await sourceFiles())
    .filter(({ path, packages }) =>
      !path.startsWith("tests/") &&
      packages.some((each) => each.startsWith("twilio"))
    )
    .map(({ path }) => path);
  assert.deepEqual(importers, ["bridge/twilio/client.ts"]);
});

Deno.test("nothing vague stands at the top, and no name says nothing", async () => {
  const vague =
    /(^|\/)(utils?|helpers?|common|misc|index|manager|types|data|app)(\.tsx?|\/)/;
  const found = (await sourceFiles()).map(({ path }) => path)
    .filter((path) => vague.test(path));
  assert.deepEqual(found, []);
});

function roomOf(path: string): string {
  const deeper = [
    "bridge/sms",
    "bridge/twilio/relay",
    "bridge/twilio",
    "bridge/slack",
  ];
  const found = deeper.find((room) => path.startsWith(`${room}/`));
  return found ?? (path.split("/")[0] ?? path).replace(/\.ts$/, "");
}

/** Which floor of the heart a file stands on, null for one outside it: what stands in the heart itself is the ground. */
function floorOf(path: string): number | null {
  if (roomOf(path) !== "bridge") return null;
  const [, room = ""] = path.split("/");
  return room.endsWith(".ts") ? 0 : FLOORS.indexOf(room);
}
