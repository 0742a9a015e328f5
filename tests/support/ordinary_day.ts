import { openScene } from "./open_scene.ts";
import { tellStory } from "./story.ts";
import type { TypeWitness } from "./type_witness.ts";

interface Overheard {
  request: Request;
  body: string;
  answer: Record<string, unknown>;
}

/** What the app asks, and is answered, while people text to and fro, with a picture, see a text fail, and connect a line. */
async function anOrdinaryDay(): Promise<Overheard[]> {
  const seen: Overheard[] = [];
  const scene = await openScene();
  const { world } = scene;
  const { fetch } = world;
  world.fetch = async (request) => {
    const body = await request.clone().text();
    const response = await fetch(request);
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("application/json")) {
      const answer = await response.clone().json();
      seen.push({ request, body, answer });
    }
    return response;
  };
  await tellStory(scene, async ({ texts, maya, noah, dana, will }) => {
    await maya.text("Is my bike ready?");
    const card = await texts.expectMessage(/Inbound/);
    await card.expectReply(/bike/);
    await card.reply(dana, "It is!");
    await maya.expectText("It is!");
    await maya.textWith([await maya.take("image/png", "a bicycle")], "Thanks");
    await card.expectFile("Picture");
    await noah.is("off");
    await texts.post(will, "send 6135550171 Hello");
    await scene.pass(10_000);
  }).catch((error) => {
    // What else the app had to say that day is the journeys' business.
    if (!/unexpected/.test(String(error))) throw error;
  });
  return seen;
}

/** Holds that day's calls and answers against the vendors' types. @returns Slack's methods that were asked. */
export async function witnessOrdinaryDay(
  witness: TypeWitness,
): Promise<string[]> {
  const asked = new Set<string>();
  for (const { request, body, answer } of await anOrdinaryDay()) {
    const { pathname } = new URL(request.url);
    const method = /^\/api\/([\w.]+)$/.exec(pathname)?.[1];
    const byApp = /Bearer x(wfp|oxb)-/.test(
      request.headers.get("authorization") ?? "",
    );
    if (method && byApp && answer.ok) {
      asked.add(method);
      if (!/^workflows\.triggers\./.test(method)) {
        witness.called(method, argsOf(body));
        witness.answered(method, answer);
      }
    }
    if (/\/Messages(\/\w+)?\.json$/.test(pathname)) {
      const rows = Array.isArray(answer.messages) ? answer.messages : [answer];
      for (const row of rows) witness.showed("message", row);
    }
    if (/\/Media\.json$/.test(pathname) && Array.isArray(answer.media_list)) {
      for (const row of answer.media_list) witness.showed("media", row);
    }
  }
  return [...asked];
}

/** A form carries whatever is no text as JSON; of texts, only limits and lengths are numbers to Slack. */
function argsOf(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => {
      if (/^[{[]/.test(value)) return [name, JSON.parse(value)];
      if (value === "true" || value === "false") {
        return [name, value === "true"];
      }
      const isNumber = name === "limit" || name === "length";
      return [name, isNumber ? Number(value) : value];
    }).filter(([name]) => name !== "token"),
  );
}
