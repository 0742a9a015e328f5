import type { Context, Hono } from "hono";
import * as z from "zod/mini";
import { NotPossible } from "./block_kit/element_state.ts";
import { deskState, runLog } from "./desk_state.ts";
import { HandlerFault } from "./executions.ts";
import type { Person } from "./people.ts";
import { SlackRefusal } from "./refusal.ts";
import type { Slack } from "./slack.ts";
import { shownView, type View } from "./views.ts";

const Body = z.looseObject({
  user_id: z.optional(z.string()),
  channel_id: z.optional(z.nullable(z.string())),
  block_id: z.optional(z.nullable(z.string())),
  action_id: z.optional(z.string()),
  value: z.optional(z.unknown()),
  values: z._default(z.record(z.string(), z.unknown()), () => ({})),
  inputs: z._default(z.record(z.string(), z.unknown()), () => ({})),
});

type Body = z.output<typeof Body>;

/** `/desk/*`: what people do in Slack's client, and what they see there. */
export function deskRoutes(app: Hono, slack: Slack): void {
  const { workspace, views, triggers, buttons, modals } = slack;

  const personOf = (id: string | undefined): Person =>
    workspace.people.get(id ?? "") ??
      fail(`There is nobody with the id ${id}.`);
  const viewOf = (id: string): View =>
    views.get(id) ?? fail(`The form ${id} is no longer open.`);
  const post = (
    path: string,
    act: (context: Context, body: Body) => unknown,
  ) =>
    app.post(path, async (c) => {
      try {
        const body = z.safeParse(Body, await c.req.json().catch(() => ({})));
        if (!body.success) fail("That is not what this takes.");
        else return c.json(await act(c, body.data) ?? { ok: true });
      } catch (error) {
        return refusal(c, error);
      }
    });
  const get = (path: string, look: (context: Context) => unknown) =>
    app.get(path, (c) => {
      try {
        return c.json(look(c));
      } catch (error) {
        return refusal(c, error);
      }
    });

  post("/desk/shortcuts/:trigger", async (c, body) => {
    const trigger = triggers.get(c.req.param("trigger") ?? "");
    if (trigger?.definition.type !== "shortcut") {
      return fail("There is no such shortcut.");
    }
    const channel = body.channel_id ?? null;
    if (channel && !workspace.visible(channel, body.user_id ?? "")) {
      fail(`There is no channel ${channel}.`);
    }
    const person = personOf(body.user_id);
    await modals.closeAll(person);
    buttons.pressShortcut(trigger, person, { channel_id: channel });
  });
  post("/desk/views/:id/actions", (c, body) =>
    modals.act(
      viewOf(c.req.param("id") ?? ""),
      personOf(body.user_id),
      body.block_id ?? null,
      body.action_id ?? "",
      body.value,
      body.values,
    ));
  post("/desk/views/:id/suggestions", (c, body) =>
    modals.suggest(
      viewOf(c.req.param("id") ?? ""),
      personOf(body.user_id),
      body.block_id ?? null,
      body.action_id ?? "",
      String(body.value ?? ""),
    ));
  post("/desk/views/:id/submit", (c, body) =>
    modals.submit(
      viewOf(c.req.param("id") ?? ""),
      personOf(body.user_id),
      body.values,
    ));
  post(
    "/desk/views/:id/close",
    (c, body) =>
      modals.close(viewOf(c.req.param("id") ?? ""), personOf(body.user_id)),
  );
  post("/desk/messages/:channel/:ts/buttons/:action", async (c, body) => {
    const person = personOf(body.user_id);
    await modals.closeAll(person);
    await buttons.pressButton(
      c.req.param("channel") ?? "",
      c.req.param("ts") ?? "",
      c.req.param("action") ?? "",
      person,
      body,
    );
  });
  post("/desk/messages/:channel/:ts/suggestions", (c, body) =>
    buttons.suggest(
      {
        channel: c.req.param("channel") ?? "",
        ts: c.req.param("ts") ?? "",
        block_id: body.block_id ?? null,
        action_id: body.action_id ?? "",
      },
      personOf(body.user_id),
      String(body.value ?? ""),
    ));
  post(
    "/desk/steps/:callback_id",
    (c, body) => slack.runStep(c.req.param("callback_id") ?? "", body.inputs),
  );

  get("/desk/views", (c) =>
    views.stack(personOf(c.req.query("user_id")).id)
      .map((view) => shownView(workspace, view)));
  get(
    "/desk/ephemerals",
    (c) => workspace.ephemerals.shownTo(personOf(c.req.query("user_id")).id),
  );
  get("/desk/state", (c) => deskState(slack, personOf(c.req.query("user_id"))));
  get("/desk/runs", () => runLog(slack));
  get("/desk/datastores", () =>
    Object.fromEntries(
      slack.datastores.names.map((name) => [name, slack.datastores.all(name)]),
    ));
}

function fail(sentence: string): never {
  throw new NotPossible(sentence);
}

function refusal(c: Context, error: unknown): Response {
  if (error instanceof NotPossible) {
    return c.json({ error: error.message }, 400);
  }
  if (error instanceof HandlerFault) {
    return c.json({ error: error.message }, 409);
  }
  if (error instanceof SlackRefusal) return c.json({ error: error.code }, 409);
  throw error;
}
