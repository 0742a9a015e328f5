/** An answer of the emulator that is not what was asked for; its message is a sentence for a person. */
export class Unanswered extends Error {}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Unanswered("The emulator does not answer. Is it still running?");
  }
  const text = await response.text();
  if (response.ok) return JSON.parse(text || "{}");
  throw new Unanswered(
    sentenceOf(text) ?? `${path} answered ${response.status}.`,
  );
}

function sentenceOf(text: string): string | undefined {
  try {
    return JSON.parse(text).error;
  } catch {
    return undefined;
  }
}

/** Reads JSON from the emulator. Throws {@link Unanswered}. */
export function read<T>(path: string): Promise<T> {
  return ask<T>(path);
}

/** Sends JSON to the emulator's own surface. Throws {@link Unanswered}. */
export function send<T>(
  method: "POST" | "PUT",
  path: string,
  body: unknown,
): Promise<T> {
  return ask<T>(path, {
    method,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Calls a Slack Web API method as the person whose token it is. Throws {@link Unanswered} with Slack's code in it. */
export async function callSlack<T = unknown>(
  token: string,
  method: string,
  args: Record<string, unknown>,
): Promise<T> {
  const answer = await ask<T & { ok: boolean; error?: string }>(
    `/api/${method}`,
    {
      method: "POST",
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(args),
    },
  );
  if (answer.ok) return answer;
  throw new Unanswered(`Slack refused ${method}: ${answer.error}.`);
}

/** Uploads files as Slack's own client does, in two steps each; a third shares them. Gives their ids. */
export async function upload(
  token: string,
  files: readonly File[],
): Promise<string[]> {
  return await Promise.all(files.map(async (file) => {
    const { upload_url, file_id } = await callSlack<
      { upload_url: string; file_id: string }
    >(token, "files.getUploadURLExternal", {
      filename: file.name,
      length: file.size,
    });
    const taken = await fetch(new URL(upload_url).pathname, {
      method: "POST",
      body: file,
    }).then(({ ok }) => ok, () => false);
    if (!taken) throw new Unanswered(`${file.name} could not be uploaded.`);
    return file_id;
  }));
}
