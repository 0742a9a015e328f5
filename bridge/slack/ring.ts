/** How long a webhook's answer is waited for (milliseconds). */
const TIME_OUT = 5_000;

/**
 * Starts a workflow by its webhook, which takes flat JSON (https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-webhook-triggers).
 * @returns why it did not start, as far as is known, without its address, which is its only lock; null when it did.
 */
export async function ring(
  url: string,
  inputs: Record<string, string>,
): Promise<string | null> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(inputs),
      redirect: "error",
      signal: AbortSignal.timeout(TIME_OUT),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `Slack answered ${answer.status}`;
  } catch (error) {
    return `no answer (${error instanceof Error ? error.name : "unknown"})`;
  }
}
