/** A picture by its address, or one that is a file in this Slack. */
export interface Pictured {
  image_url?: string;
  slack_file?: { id?: string; url?: string };
}

/** Where a picture is to be had. */
export function pictureOf({ image_url, slack_file }: Pictured): string {
  const id = slack_file?.id ?? /-(F\w+)\//.exec(slack_file?.url ?? "")?.[1];
  return image_url ?? `/desk/files/${id}`;
}
