/** Slack's short names of the usual emoji; the first name of each is the one that Slack writes. */
const table = `
+1,thumbsup 👍|-1,thumbsdown 👎|100 💯|adult 🧑|airplane ✈️|alarm_clock ⏰|alien 👽|ambulance 🚑|angel 👼|angry 😠
anguished 😧|apple 🍎|arrow_down ⬇️|arrow_left ⬅️|arrow_right ➡️|arrow_up ⬆️|arrows_counterclockwise 🔄|art 🎨
astonished 😲|avocado 🥑|baby 👶|balloon 🎈|banana 🍌|bar_chart 📊|beach_with_umbrella 🏖️|bear 🐻|bee,honeybee 🐝
beer 🍺|beers 🍻|bell 🔔|bike 🚲|birthday 🎂|black_circle ⚫|blue_heart 💙|blush 😊|boat,sailboat ⛵|bomb 💣|book,open_book 📖
bookmark 🔖|books 📚|boom,collision 💥|bouquet 💐|bow 🙇|bread 🍞|briefcase 💼|broken_heart 💔|bug 🐛|bulb 💡|burrito 🌯|bus 🚌
busts_in_silhouette 👥|bust_in_silhouette 👤|butterfly 🦋|cactus 🌵|cake 🍰|calendar 📆|calling 📲|camera 📷|candle 🕯️|car,red_car 🚗
card_index 📇|cat 🐱|chart_with_upwards_trend 📈|check_mark,heavy_check_mark ✔️|checkered_flag 🏁|cherry_blossom 🌸|chocolate_bar 🍫|christmas_tree 🎄
clap 👏|clipboard 📋|closed_lock_with_key 🔐|cloud ☁️|clown_face 🤡|cocktail 🍸|coffee ☕|cold_face 🥶|cold_sweat 😰|computer 💻
confetti_ball 🎊|confounded 😖|confused 😕|construction 🚧|cookie 🍪|cop 👮|cowboy 🤠|crab 🦀|credit_card 💳|crossed_fingers,hand_with_index_and_middle_fingers_crossed 🤞
crown 👑|cry 😢|crystal_ball 🔮|dancer 💃|date 📅|disappointed 😞|disappointed_relieved 😥|dizzy 💫|dog 🐶|dollar 💵|door 🚪|doughnut 🍩
droplet 💧|ear 👂|earth_americas 🌎|eggplant 🍆|email,envelope ✉️|envelope_with_arrow 📩|exclamation,heavy_exclamation_mark ❗|exploding_head 🤯
expressionless 😑|eye 👁️|eyes 👀|face_palm,facepalm 🤦|face_with_monocle 🧐|face_with_rolling_eyes 🙄|factory 🏭|fearful 😨|file_folder 📁|fire 🔥
fist 👊|flag-ca 🇨🇦|flag-gb,gb,uk 🇬🇧|flag-us,us 🇺🇸|flushed 😳|four_leaf_clover 🍀|fox_face 🦊|fries 🍟|ghost 👻|gift 🎁|globe_with_meridians 🌐
goat 🐐|green_heart 💚|grimacing 😬|grin 😁|grinning 😀|guitar 🎸|hamburger 🍔|hammer 🔨|hand,raised_hand ✋|handshake 🤝|hankey,poop 💩|headphones 🎧
hear_no_evil 🙉|heart ❤️|heart_eyes 😍|heartpulse 💗|heavy_minus_sign ➖|heavy_plus_sign ➕|herb 🌿|hospital 🏥|hot_face 🥵|hotel 🏨|hourglass ⌛
hourglass_flowing_sand ⏳|house 🏠|hugging_face 🤗|hushed 😯|imp 👿|inbox_tray 📥|information_source ℹ️|innocent 😇|iphone 📱|joy 😂|key 🔑|kiss 💋
kissing_heart 😘|label 🏷️|large_blue_circle 🔵|large_green_circle 🟢|large_orange_circle 🟠|large_yellow_circle 🟡|laughing,satisfied 😆|lemon 🍋|link 🔗|lion_face 🦁
lobster 🦞|lock 🔒|loudspeaker 📢|lower_left_ballpoint_pen 🖊️|luggage 🧳|mag 🔍|mailbox 📫|mask 😷|mega 📣|memo,pencil 📝|microphone 🎤|money_with_wings 💸
moneybag 💰|monkey_face 🐵|moon,waxing_gibbous_moon 🌔|motorway 🛣️|mountain ⛰️|muscle 💪|mushroom 🍄|musical_note 🎵|nail_care 💅|nauseated_face 🤢
nerd_face 🤓|neutral_face 😐|new 🆕|newspaper 📰|no_bell 🔕|no_entry ⛔|no_entry_sign 🚫|no_good 🙅|no_mouth 😶|ocean 🌊|octopus 🐙|office 🏢|ok 🆗
ok_hand 👌|open_hands 👐|open_mouth 😮|orange_heart 🧡|outbox_tray 📤|owl 🦉|package 📦|palm_tree 🌴|panda_face 🐼|paperclip 📎|partying_face 🥳|partly_sunny ⛅
paw_prints,feet 🐾|peach 🍑|penguin 🐧|pensive 😔|person_shrugging,shrug 🤷|phone,telephone ☎️|pig 🐷|pineapple 🍍|pizza 🍕|pleading_face 🥺|point_down 👇
point_left 👈|point_right 👉|point_up ☝️|point_up_2 👆|police_car 🚓|popcorn 🍿|postbox 📮|pray 🙏|printer 🖨️|purple_heart 💜|pushpin 📌|question ❓
rabbit 🐰|rage 😡|rainbow 🌈|raised_hands 🙌|raising_hand 🙋|receipt 🧾|recycle ♻️|red_circle 🔴|relaxed ☺️|relieved 😌|repeat 🔁|ring 💍|robot_face 🤖
rocket 🚀|rolled_up_newspaper 🗞️|rolling_on_the_floor_laughing,rofl 🤣|rose 🌹|round_pushpin 📍|rotating_light 🚨|running,runner 🏃|salad 🥗|salute,saluting_face 🫡
santa 🎅|school 🏫|scissors ✂️|scream 😱|scroll 📜|see_no_evil 🙈|seedling 🌱|shark 🦈|sheep 🐑|shield 🛡️|ship 🚢|shopping_trolley 🛒|shrimp 🦐|shushing_face 🤫
silhouette 👤|skull 💀|sleeping 😴|sleepy 😪|slightly_frowning_face 🙁|slightly_smiling_face 🙂|slot_machine 🎰|sloth 🦥|smile 😄|smiley 😃|smiling_face_with_3_hearts 🥰
smiling_imp 😈|smirk 😏|snail 🐌|snake 🐍|snowflake ❄️|snowman ⛄|sob 😭|soccer ⚽|sos 🆘|spaghetti 🍝|sparkles ✨|sparkling_heart 💖|speech_balloon 💬
spider 🕷️|spiral_calendar_pad 🗓️|stadium 🏟️|star ⭐|star-struck 🤩|star2 🌟|stop_sign,octagonal_sign 🛑|stopwatch ⏱️|strawberry 🍓|stuck_out_tongue 😛
stuck_out_tongue_winking_eye 😜|sun_with_face 🌞|sunflower 🌻|sunglasses 😎|sunny ☀️|sunrise 🌅|sushi 🍣|sweat 😓|sweat_smile 😅|taco 🌮|tada 🎉|taxi 🚕|tea 🍵
telephone_receiver 📞|thinking_face,thinking 🤔|thought_balloon 💭|thread 🧵|ticket 🎫|tiger 🐯|timer_clock ⏲️|tired_face 😫|toolbox 🧰|tooth 🦷|train 🚋|triangular_flag_on_post 🚩
trophy 🏆|truck 🚚|tulip 🌷|turtle 🐢|tv 📺|two_hearts 💕|umbrella ☔|unamused 😒|unicorn_face 🦄|unlock 🔓|upside_down_face 🙃|v ✌️|vibration_mode 📳
wastebasket 🗑️|watch ⌚|watermelon 🍉|wave 👋|weary 😩|whale 🐳|wheelchair ♿|white_check_mark ✅|white_circle ⚪|wine_glass 🍷|wink 😉|woman 👩|world_map 🗺️
worried 😟|wrench 🔧|writing_hand ✍️|x ❌|yellow_heart 💛|yum 😋|zap ⚡|zany_face 🤪|zipper_mouth_face 🤐|zzz 💤`;

const characters = new Map<string, string>();
const names = new Map<string, string>();
for (const entry of table.trim().split(/[|\n]/)) {
  const [written = "", character = ""] = entry.split(" ");
  for (const name of written.split(",")) characters.set(name, character);
  const first = written.split(",").find((name) => name !== "check_mark");
  const bare = character.replaceAll("\uFE0F", "");
  if (first && !names.has(bare)) names.set(bare, first);
}

const tones = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** The character for a short name (`wave::skin-tone-3` too); undefined for a name this page does not know. */
export function emojiCharacter(name: string): string | undefined {
  const [base = "", tone] = name.split("::skin-tone-");
  const character = characters.get(base);
  if (!character || !tone) return character;
  return character.replaceAll("\uFE0F", "") + (tones[Number(tone) - 2] ?? "");
}

/** `:wave:` for 👋; undefined for a character this page does not know. */
export function nameOfEmoji(character: string): string | undefined {
  const tone = tones.findIndex((one) => character.endsWith(one));
  const bare = (tone < 0 ? character : character.slice(0, -2))
    .replaceAll("\uFE0F", "");
  const name = names.get(bare);
  if (!name) return undefined;
  return tone < 0 ? `:${name}:` : `:${name}::skin-tone-${tone + 2}:`;
}

/** What people reach for most, in Slack's own order of things. */
const usual = (
  "+1 white_check_mark eyes raised_hands heart joy tada pray smile fire wave -1 clap 100 rocket thinking_face " +
  "ok_hand muscle sob sunglasses sweat_smile heart_eyes slightly_smiling_face wink"
).split(" ");

function rank(name: string, character: string): number {
  const place = usual.indexOf(name);
  if (place >= 0) return place;
  return /[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F97A}]/u.test(character) ? 50 : 99;
}

/** The emoji whose name contains `part`, each once: those that begin with it first, and the usual ones before others. */
export function findEmoji(part: string): { name: string; character: string }[] {
  const wanted = part.toLowerCase();
  const found = [...characters]
    .filter(([name]) => name.includes(wanted))
    .sort(([a, one], [b, other]) =>
      Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)) ||
      rank(a, one) - rank(b, other)
    );
  const byCharacter = new Map<string, string>();
  for (const [name, character] of found) {
    if (!byCharacter.has(character)) byCharacter.set(character, name);
  }
  return [...byCharacter].map(([character, name]) => ({ name, character }));
}
