import type { StoredFile } from "./files.ts";
import { endingOf, prettyType } from "./media_type.ts";
import type { Workspace } from "./workspace.ts";

/** A file as messages, forms and `files.*` give it. */
export function shownFile(
  workspace: Workspace,
  file: StoredFile,
): Record<string, unknown> {
  const { team, files } = workspace;
  const url = files.privateUrl(file, team.id);
  const where = file.shares.map(({ channel }) => channel);
  const of = (
    prefix: string,
  ) => [...new Set(where.filter((id) => id.startsWith(prefix)))];
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: endingOf(file.name) || "binary",
    pretty_type: prettyType(file.name),
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.size,
    mode: "hosted",
    is_external: false,
    external_type: "",
    is_public: of("C").some((id) => !workspace.channels.get(id)?.is_private),
    public_url_shared: false,
    display_as_bot: false,
    username: "",
    url_private: url,
    url_private_download: url.replace("/files-pri/", "/files-pri/download/"),
    permalink:
      `https://${team.domain}.slack.com/files/${file.user}/${file.id}/${file.name}`,
    comments_count: 0,
    is_starred: false,
    has_rich_preview: false,
    channels: of("C"),
    groups: [],
    ims: of("D"),
  };
}
