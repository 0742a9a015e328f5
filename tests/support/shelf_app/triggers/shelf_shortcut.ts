/** Opens the shelf from the `/` menu. */
export default {
  type: "shortcut",
  name: "Shelf",
  workflow: "#/workflows/shelf",
  inputs: {
    interactivity: { value: "{{data.interactivity}}" },
    channel: { value: "{{data.channel_id}}" },
  },
};
