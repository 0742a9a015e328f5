import { loadApp } from "../../emulator/slack/load_app.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { SlackBench } from "./slack_bench.ts";

/** Slack with a made-up app in it, whose form dana has just opened from its shortcut in #general. */
export async function openedForm(
  app: "gallery_app" | "shelf_app",
): Promise<{ bench: SlackBench; user_id: string; channel_id: string }> {
  const root = new URL(`./${app}/`, import.meta.url);
  const bench = new SlackBench({
    ...await loadApp(root),
    host: new InProcessHost({ root }),
    limits: "off",
  });
  const user_id = bench.person("dana").id;
  const channel_id = bench.channel("general").id;
  const [trigger] = bench.slack.triggers.all();
  await bench.desk(`shortcuts/${trigger?.id}`, { user_id, channel_id });
  await bench.clock.advance(100);
  return { bench, user_id, channel_id };
}
