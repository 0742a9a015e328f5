/** Opens the gallery from the `/` menu. */
export default {
  type: "shortcut",
  name: "Gallery",
  workflow: "#/workflows/gallery",
  inputs: {
    interactivity: { value: "{{data.interactivity}}" },
    channel: { value: "{{data.channel_id}}" },
  },
};
