import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "an admin reads and changes the settings, and they hold from then on",
  async ({ dana, texts, scene }) => {
    const form = await dana.openSettings(texts);
    const words = await form.words();
    assert.match(words, /"initial_users":\["U\w+"\]/);
    assert.match(words, /America\/Los_Angeles/, "her own, at first");
    await texts.post(dana, "send +33 6 12 34 56 78 bonjour");
    await dana.expectWhisper(/not switched on/);
    await form.submit({
      plan: "pro",
      countries: ["US", "CA", "GB", "FR"],
      time_zone: "Europe/Paris",
    });
    const saved = await dana.expectModal("Settings", /Saved/);
    assert.match(await saved.words(), /Canada, France, United Kingdom/);
    await scene.pass(1_000);
    await saved.close();
    const again = await dana.openSettings(texts);
    assert.match(await again.words(), /Europe\/Paris/);
    await texts.post(dana, "send +33 6 12 34 56 78 bonjour");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("bonjour");
    await card.expectReply(/no longer in use/);
  },
);

story(
  "who is no admin reads the settings, and is told who may change them",
  async ({ dana, will, texts }) => {
    await will.openDashboard(texts).then((each) => each.click("settings"));
    const view = await will.expectModal("Settings", /Only Clerk's admins/);
    const words = await view.words();
    assert.match(words, new RegExp(`<@${dana.id}>`));
    assert.match(words, /Pro: no limit/);
    assert.match(words, /"submit":null/);
  },
);

story(
  "the members of a user group can be made admins",
  async ({ scene, dana, will, ana, texts }) => {
    const form = await dana.openSettings(texts);
    await form.submit({ admin_group: "Counter" });
    await scene.pass(2_000);
    const hers = await will.openSettings(texts);
    assert.match(await hers.words(), /Admins as a user group/);
    await ana.openDashboard(texts).then((each) => each.click("settings"));
    const view = await ana.expectModal("Settings", /Only Clerk's admins/);
    assert.match(await view.words(), /<!subteam\^S\w+>/);
  },
);

story(
  "what is wrong with the settings is said under its field, and nothing is changed",
  async ({ dana, texts }) => {
    const form = await dana.openSettings(texts);
    const { errors } = await form.submit({
      plan: "custom",
      time_zone: "Atlantis/Centre",
      countries: ["FR"],
    });
    assert.match(errors?.time_zone ?? "", /no such time zone/);
    assert.match(errors?.limit ?? "", /how many segments/);
    await form.close();
    const again = await dana.openSettings(texts);
    assert.match(await again.words(), /America\/Los_Angeles/);
    const { errors: empty } = await again.submit({ admins: [] });
    assert.match(empty?.admins ?? "", /required/);
  },
);

story(
  "who was an admin when the form was opened, and is none any more, changes nothing",
  async ({ scene, dana, will, texts }) => {
    await (await dana.openSettings(texts)).submit({
      admins: [dana.id, will.id],
    });
    await scene.pass(2_000);
    const his = await will.openSettings(texts);
    await (await dana.expectModal("Settings", /Saved/)).close();
    const hers = await dana.openSettings(texts);
    await hers.submit({ admins: [dana.id] });
    await scene.pass(2_000);
    const { errors } = await his.submit({ plan: "free" });
    assert.match(errors?.admins ?? "", /Only Clerk's admins/);
  },
);

story(
  "of two admins who save at once the last one's settings stand, whole",
  async ({ scene, dana, will, texts }) => {
    await (await dana.openSettings(texts)).submit({
      admins: [dana.id, will.id],
    });
    await scene.pass(2_000);
    await (await dana.expectModal("Settings", /Saved/)).close();
    const [hers, his] = [
      await dana.openSettings(texts),
      await will.openSettings(texts),
    ];
    await hers.submit({ countries: ["US", "FR"], time_zone: "Europe/Paris" });
    await his.submit({ countries: ["US", "DE"], time_zone: "Europe/Berlin" });
    await scene.pass(2_000);
    await (await dana.expectModal("Settings", /Saved/)).close();
    const view = await (await dana.openSettings(texts)).words();
    assert.match(view, /Europe\/Berlin/);
    assert.match(view, /"initial_options":\[[^\]]*"US"[^\]]*"DE"[^\]]*\]/);
  },
);
