import * as z from "zod/mini";
import { SlackRefused, type WebApi } from "./web_api.ts";

const User = z.object({
  user: z.object({
    name: z.string(),
    tz: z.optional(z.string()),
    profile: z.optional(z.object({
      display_name: z.optional(z.string()),
      real_name: z.optional(z.string()),
    })),
  }),
});

/** Names of people as Slack shows them. */
export async function names(
  api: WebApi,
  people: string[],
): Promise<Map<string, string>> {
  const found = await Promise.all(people.map(async (id) => {
    const { user } = await api.call("users.info", { user: id }, User);
    const { display_name, real_name } = user.profile ?? {};
    return [id, display_name || real_name || user.name] as const;
  }));
  return new Map(found);
}

/** The time zone of a person (IANA); UTC where Slack tells none. */
export async function timeZoneOf(api: WebApi, person: string): Promise<string> {
  const { user } = await api.call("users.info", { user: person }, User);
  return user.tz ?? "UTC";
}

/** The user groups that there are; none where the workspace's plan has none. */
export async function userGroups(
  api: WebApi,
): Promise<{ id: string; name: string }[]> {
  const Groups = z.object({
    usergroups: z.array(z.object({ id: z.string(), name: z.string() })),
  });
  try {
    return (await api.call("usergroups.list", {}, Groups)).usergroups;
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    console.error(error.message);
    return [];
  }
}

/** The people in a user group. */
export async function membersOf(
  api: WebApi,
  group: string,
): Promise<string[]> {
  const { users } = await api.call(
    "usergroups.users.list",
    { usergroup: group },
    z.object({ users: z.array(z.string()) }),
  );
  return users;
}

/** The people in a channel, the app's own user among them. */
export async function membersOfChannel(
  api: WebApi,
  channel: string,
): Promise<string[]> {
  const Page = z.object({
    members: z.array(z.string()),
    response_metadata: z.optional(
      z.object({ next_cursor: z.optional(z.string()) }),
    ),
  });
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.call(
      "conversations.members",
      { channel, limit: 1000, cursor },
      Page,
    );
    found.push(...page.members);
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}
