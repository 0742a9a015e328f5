import { hearChannels } from "./dashboard/channels.ts";
import { hearConsents } from "./dashboard/consents.ts";
import { hearContactFiles } from "./dashboard/contact_files.ts";
import { hearContactStanding } from "./dashboard/contact_standing.ts";
import { hearContacts } from "./dashboard/contacts.ts";
import { dashboard } from "./dashboard/dashboard.ts";
import { hearDoNotDisturb } from "./dashboard/do_not_disturb.ts";
import { hearLines } from "./dashboard/lines.ts";
import { hearRouting } from "./dashboard/routing.ts";
import { hearSending } from "./dashboard/sending.ts";
import { hearSettings } from "./dashboard/settings.ts";
import { hearTeamwork } from "./dashboard/teamwork.ts";
import { hearUsage } from "./dashboard/usage.ts";

// Each part of the dashboard adds what it hears.
hearSending(dashboard);
hearContacts(dashboard);
hearContactStanding(dashboard);
hearContactFiles(dashboard);
hearLines(dashboard);
hearChannels(dashboard);
hearDoNotDisturb(dashboard);
hearSettings(dashboard);
hearTeamwork(dashboard);
hearUsage(dashboard);
hearRouting(dashboard);
hearConsents(dashboard);

export default dashboard;
