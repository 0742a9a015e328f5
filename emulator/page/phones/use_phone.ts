import { useState } from "preact/hooks";
import type { Phone, PhoneState } from "../desk_state.ts";
import { send, Unanswered } from "../http.ts";
import type { Trouble } from "../trouble.tsx";

export function phonePath(number: string): string {
  return `/phones/${encodeURIComponent(number)}`;
}

/** What can be done with a phone; a deed that failed is told to the person, and gives false. */
export function usePhone(phone: Phone, trouble: Trouble) {
  const path = phonePath(phone.number);
  /** What the caller noticed of the last call. */
  const [call, setCall] = useState("");

  return {
    call,
    text: (to: string, body: string, media_urls: string[] = []) =>
      trouble.attempt(() =>
        send("POST", `${path}/texts`, { to, body, media_urls })
      ),
    turn: (state: PhoneState) =>
      void trouble.attempt(() => send("PUT", path, { state })),
    async ring(to: string) {
      setCall("Calling…");
      const taken = await trouble.attempt(async () => {
        const answer = await send<{ words: string }>("POST", `${path}/calls`, {
          to,
        });
        setCall(answer.words);
      });
      if (!taken) setCall("");
    },
    hangUp: () => setCall(""),
    /** Sends a picture with whatever is written beside it. */
    picture: (to: string, body: string, file: File) =>
      trouble.attempt(async () => {
        const url = await keep(file);
        await send("POST", `${path}/texts`, { to, body, media_urls: [url] });
      }),
  };
}

async function keep(file: File): Promise<string> {
  const response = await fetch("/pictures", {
    method: "POST",
    headers: { "Content-Type": file.type },
    body: file,
  });
  const { url, error } = await response.json();
  if (!response.ok) throw new Unanswered(error);
  return url;
}
