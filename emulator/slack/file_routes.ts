import type { Hono } from "hono";
import { bytesOf, type StoredFile } from "./files.ts";
import type { Tokens } from "./tokens.ts";
import type { Workspace } from "./workspace.ts";

/** What `files.slack.com` answers: uploads to secret addresses, and downloads for whoever has a token. */
export function fileRoutes(
  app: Hono,
  workspace: Workspace,
  tokens: Tokens,
): void {
  const { files } = workspace;

  app.post("/upload/v1/:secret", async (c) => {
    const bytes = await uploaded(c.req.raw);
    return files.fill(c.req.param("secret"), bytes)
      ? c.text(`OK - ${bytes.length}`)
      : c.text("upload refused", 400);
  });

  const download = (path: string) =>
    app.get(path, (c) => {
      const id = (c.req.param("place") ?? "").split("-").at(-1) ?? "";
      const file = files.get(id);
      const token = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "");
      if (!file || !mayRead(tokens, token?.[1])) {
        // Without a token that will do, a browser's log-in page comes, with 200: check the content type.
        return c.html("<!doctype html><title>Sign in | Slack</title>");
      }
      return answer(file);
    });
  download("/files-pri/download/:place/:name");
  download("/files-pri/:place/:name");

  // The page's own way: a person who looks at it has signed in.
  app.get("/desk/files/:id", (c) => {
    const file = files.get(c.req.param("id"));
    return file ? answer(file) : c.notFound();
  });
}

async function uploaded(request: Request): Promise<Uint8Array> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) return await request.bytes();
  for (const value of (await request.formData()).values()) {
    if (typeof value !== "string") return await value.bytes();
  }
  return new Uint8Array();
}

function mayRead(tokens: Tokens, token: string | undefined): boolean {
  try {
    const caller = tokens.caller(token);
    return caller.kind === "person" || caller.scopes.has("files:read");
  } catch {
    return false;
  }
}

function answer(file: StoredFile): Response {
  return new Response(bytesOf(file), {
    headers: {
      "content-type": file.mimetype,
      // A page that is uploaded must not run as part of this one.
      "content-security-policy": "sandbox",
    },
  });
}
