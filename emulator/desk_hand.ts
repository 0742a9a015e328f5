import * as z from "zod/mini";
import { type Clock, sleep } from "./clock.ts";

const Workspace = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  shortcuts: z.array(z.object({ name: z.string(), trigger_id: z.string() })),
});
const View = z.object({
  id: z.string(),
  title: z.object({ text: z.string() }),
  blocks: z.array(z.record(z.string(), z.unknown())),
  submit: z.nullish(z.object({ text: z.string() })),
});
const Views = z.array(View);
const Label = z.object({ text: z.string() });
const Submitted = z.object({
  response_action: z.optional(z.string()),
  errors: z.optional(z.record(z.string(), z.string())),
});
const Button = z.object({
  type: z.literal("button"),
  action_id: z.string(),
  text: z.object({ text: z.string() }),
});

type Workspace = z.infer<typeof Workspace>;
type View = z.infer<typeof View>;

/** Milliseconds: how long a person waits for a form, and how often they look. */
const PATIENCE = 10_000;
const LOOK_EVERY = 200;

/** A hand on Slack's client that knows nothing but what is written on things. */
export class DeskHand {
  #id: string | undefined;
  #known: Workspace | undefined;

  /**
   * @param name whose hand it is
   * @param lookEvery how often they look (milliseconds)
   */
  constructor(
    private readonly world: {
      clock: Clock;
      fetch(request: Request): Promise<Response>;
    },
    private readonly name: string,
    private readonly lookEvery = LOOK_EVERY,
  ) {}

  /** Picks an entry of the `/` menu in a channel. */
  async press(shortcut: string, channel: string): Promise<void> {
    const found = await this.#find(({ shortcuts }) =>
      shortcuts.find(({ name }) => name === shortcut)
    );
    if (!found) throw new Error(`There is no shortcut “${shortcut}”.`);
    await this.#ask("POST", `/desk/shortcuts/${found.trigger_id}`, {
      user_id: await this.#self(),
      channel_id: await this.channelId(channel),
    });
  }

  /** Clicks the button that bears these words, in the form on top, once it is there. */
  async click(words: string): Promise<void> {
    const { view, button } = await this.#wait(`button “${words}”`, (views) => {
      const view = views.at(-1);
      const button = view && buttonOf(view, words);
      return view && button && { view, button };
    });
    await this.#ask("POST", `/desk/views/${view.id}/actions`, {
      user_id: await this.#self(),
      ...button,
    });
  }

  /**
   * Fills fields by their labels in the form of this title, and submits it.
   * @param words what its submit button says, where it matters.
   * @returns Slack's response action, where the form did not just close.
   */
  async submit(
    title: string,
    values: Record<string, string | string[]>,
    words?: string,
  ): Promise<string | undefined> {
    const view = await this.#wait(`form “${title}”`, (views) => {
      const view = views.at(-1);
      const said = view?.submit?.text;
      return view?.title.text === title && said && said === (words ?? said) &&
          hasFields(view, values)
        ? view
        : undefined;
    });
    const answer = await this.#ask("POST", `/desk/views/${view.id}/submit`, {
      user_id: await this.#self(),
      values,
    });
    const { errors, response_action } = z.parse(Submitted, answer);
    if (errors) throw new Error(Object.values(errors).join(" "));
    return response_action;
  }

  /** Presses a button under a message. */
  async pressUnder(
    { channel, ts }: { channel: string; ts: string },
    action: string,
  ): Promise<void> {
    await this.#ask(
      "POST",
      `/desk/messages/${channel}/${ts}/buttons/${action}`,
      { user_id: await this.#self() },
    );
  }

  /** Closes whatever forms are open, the top one first. */
  async closeAll(): Promise<void> {
    const user_id = await this.#self();
    let top: View | undefined;
    while ((top = (await this.#views()).at(-1))) {
      await this.#ask("POST", `/desk/views/${top.id}/close`, { user_id });
    }
  }

  async channelId(name: string): Promise<string> {
    const found = await this.#find(({ channels }) =>
      channels.find((channel) => channel.name === name)
    );
    if (!found) throw new Error(`There is no channel #${name}.`);
    return found.id;
  }

  async #self(): Promise<string> {
    if (this.#id) return this.#id;
    const found = await this.#find(({ people }) =>
      people.find((person) => person.name === this.name)
    );
    if (!found) throw new Error(`Nobody is called ${this.name}.`);
    return this.#id = found.id;
  }

  /** Looks for something among what is known of the workspace, and once more at the workspace itself. */
  async #find<Found>(
    look: (workspace: Workspace) => Found | undefined,
  ): Promise<Found | undefined> {
    const found = this.#known && look(this.#known);
    if (found) return found;
    this.#known = z.parse(Workspace, await this.#ask("GET", "/workspace"));
    return look(this.#known);
  }

  async #views(): Promise<View[]> {
    const path = `/desk/views?user_id=${await this.#self()}`;
    return z.parse(Views, await this.#ask("GET", path));
  }

  async #wait<Found>(
    what: string,
    look: (views: View[]) => Found | undefined,
  ): Promise<Found> {
    const { clock } = this.world;
    const until = clock.now() + PATIENCE;
    while (clock.now() < until) {
      const found = look(await this.#views());
      if (found) return found;
      await sleep(clock, this.lookEvery);
    }
    throw new Error(`No ${what} came up.`);
  }

  async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.world.fetch(
      new Request(`http://desk${path}`, {
        method,
        headers: { "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return text ? JSON.parse(text) : {};
  }
}

function buttonOf(view: View, words: string) {
  for (const block of view.blocks) {
    const elements = Array.isArray(block.elements) ? block.elements : [];
    for (const element of [...elements, block.accessory]) {
      const parsed = z.safeParse(Button, element);
      if (!parsed.success || !parsed.data.text.text.includes(words)) continue;
      return { block_id: block.block_id, action_id: parsed.data.action_id };
    }
  }
}

function hasFields(view: View, values: Record<string, unknown>): boolean {
  const labels = view.blocks.map(({ label }) =>
    z.safeParse(Label, label).data?.text.toLowerCase()
  );
  return Object.keys(values).every((name) =>
    labels.includes(name.toLowerCase())
  );
}
