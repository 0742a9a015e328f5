import assert from "node:assert/strict";
import { readRoute, routeFor, writtenRoute } from "../../bridge/sms/route.ts";
import type { Route } from "../../bridge/sms/route.ts";

const help: Route = { by: "keyword", word: "Help me", channel: "C1" };
const rent: Route = { by: "keyword", word: "rent", channel: "C2" };
const vip: Route = { by: "tag", word: "VIP", channel: "C3" };
const routes = [vip, help, rent];

Deno.test("a rule by keyword holds for whole words at the beginning, in whatever case", () => {
  assert.equal(routeFor(routes, " HELP   me please", []), help);
  assert.equal(routeFor(routes, "rent? yes", []), rent);
  assert.equal(routeFor(routes, "rental", []), undefined);
  assert.equal(routeFor(routes, "about the rent", []), undefined);
});

Deno.test("what they say comes before what they are", () => {
  assert.equal(routeFor(routes, "rent", ["vip"]), rent);
  assert.equal(routeFor(routes, "hello", ["new", "vip"]), vip);
  assert.equal(routeFor(routes, null, ["vip"]), vip);
  assert.equal(routeFor(routes, null, []), undefined);
});

Deno.test("a rule is read as it was written, and what is none is nothing", () => {
  for (const route of routes) {
    assert.deepEqual(readRoute(writtenRoute(route)), route);
  }
  assert.equal(readRoute("hello"), undefined);
});
