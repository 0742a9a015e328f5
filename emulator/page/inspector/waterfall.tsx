import type { JSX } from "preact";
import { type CallRecord, shownLength } from "./records.ts";

/** API calls on a common scale of time: what waited for what is seen at a glance. */
export function Waterfall(
  { calls, from, until }: {
    calls: CallRecord[];
    /** Milliseconds since the Unix epoch, as `until`. */
    from: number;
    until: number;
  },
): JSX.Element {
  const last = Math.max(until, ...calls.map(({ end, start }) => end ?? start));
  const span = Math.max(1, last - from);
  const share = (ms: number) => `${(100 * ms / span).toFixed(2)}%`;
  if (calls.length === 0) return <p class="none">No API calls.</p>;
  return (
    <table class="waterfall">
      <caption>API calls, {shownLength(from, last)} in all</caption>
      <thead>
        <tr>
          <th scope="col" class="call">Call</th>
          <th scope="col" class="outcome">Outcome</th>
          <th scope="col" class="when">After, for</th>
          <th scope="col">
            <span class="hidden">On a common scale</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ seq, side, method, start, end, outcome, detail }) => (
          <tr key={seq}>
            <th scope="row" title={method}>{method}</th>
            <td
              class={outcome === "ok" || outcome === null ? "" : "refused"}
              title={detail}
            >
              {outcome ?? "…"}
            </td>
            <td>
              {Math.round(start - from)} ms, {shownLength(start, end)}
            </td>
            <td>
              <div
                class={`bar ${side}`}
                style={{
                  marginLeft: share(start - from),
                  width: share((end ?? last) - start),
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
