import type {
  BaseResponse,
  BaseSlackClient,
  SlackAPIClient,
} from "deno-slack-api/types.ts";
// @ts-types="deno-slack-api/api-proxy.d.ts"
import { APIProxy } from "deno-slack-api/api-proxy.js";

/** Where Slack answered with no success: what the SDK's error tells as well. */
class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly headers: Headers;

  constructor({ status, headers }: Response, body: string) {
    super(`${status}: ${body}`);
    this.status = status;
    this.headers = headers;
  }
}

/** The SDK's client for a function: as its own calls Slack, without the paths, files and errors of a whole server. */
export function clientOf(
  { token, env }: { token: string; env: Record<string, string> },
): SlackAPIClient {
  let origin = env.SLACK_API_URL || "https://slack.com/api/";
  const client: BaseSlackClient = {
    setSlackApiUrl(url) {
      origin = url;
      return client;
    },
    apiCall: (method, data = {}) =>
      post(
        `${origin.replace(/\/$/, "")}/${method}`,
        formOf(data),
        {
          "Authorization": `Bearer ${data.token || token}`,
          "Content-Type": "application/x-www-form-urlencoded",
        },
      ),
    response: (url, data) =>
      post(url, JSON.stringify(data), { "Content-Type": "application/json" }),
  };
  return APIProxy(client, client.apiCall);
}

/** What is not text travels as JSON; what is undefined stays at home. */
function formOf(data: Record<string, unknown>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    form.append(
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    );
  }
  return form;
}

async function post(
  url: string,
  body: string | URLSearchParams,
  headers: HeadersInit,
): Promise<BaseResponse> {
  const response = await fetch(url, {
    method: "POST",
    headers,
    body,
  });
  if (!response.ok) throw new HttpError(response, await response.text());
  return { toFetchResponse: () => response, ...await response.json() };
}
