import type { Method } from "./method.ts";
import { appsDatastoreBulkDelete } from "./methods/apps_datastore_bulk_delete.ts";
import { appsDatastoreBulkGet } from "./methods/apps_datastore_bulk_get.ts";
import { appsDatastoreBulkPut } from "./methods/apps_datastore_bulk_put.ts";
import { appsDatastoreCount } from "./methods/apps_datastore_count.ts";
import { appsDatastoreDelete } from "./methods/apps_datastore_delete.ts";
import { appsDatastoreGet } from "./methods/apps_datastore_get.ts";
import { appsDatastorePut } from "./methods/apps_datastore_put.ts";
import { appsDatastoreQuery } from "./methods/apps_datastore_query.ts";
import { appsDatastoreUpdate } from "./methods/apps_datastore_update.ts";
import { authTest } from "./methods/auth_test.ts";
import { chatDelete } from "./methods/chat_delete.ts";
import { chatGetPermalink } from "./methods/chat_get_permalink.ts";
import { chatPostEphemeral } from "./methods/chat_post_ephemeral.ts";
import { chatPostMessage } from "./methods/chat_post_message.ts";
import { chatUpdate } from "./methods/chat_update.ts";
import { conversationsArchive } from "./methods/conversations_archive.ts";
import { conversationsCreate } from "./methods/conversations_create.ts";
import { conversationsHistory } from "./methods/conversations_history.ts";
import { conversationsInfo } from "./methods/conversations_info.ts";
import { conversationsInvite } from "./methods/conversations_invite.ts";
import { conversationsJoin } from "./methods/conversations_join.ts";
import { conversationsLeave } from "./methods/conversations_leave.ts";
import { conversationsList } from "./methods/conversations_list.ts";
import { conversationsMembers } from "./methods/conversations_members.ts";
import { conversationsRename } from "./methods/conversations_rename.ts";
import { conversationsReplies } from "./methods/conversations_replies.ts";
import { conversationsSetPurpose } from "./methods/conversations_set_purpose.ts";
import { conversationsSetTopic } from "./methods/conversations_set_topic.ts";
import { conversationsUnarchive } from "./methods/conversations_unarchive.ts";
import { filesCompleteUploadExternal } from "./methods/files_complete_upload_external.ts";
import { filesDelete } from "./methods/files_delete.ts";
import { filesGetUploadUrlExternal } from "./methods/files_get_upload_url_external.ts";
import { filesInfo } from "./methods/files_info.ts";
import { functionsCompleteError } from "./methods/functions_complete_error.ts";
import { functionsCompleteSuccess } from "./methods/functions_complete_success.ts";
import { pinsAdd } from "./methods/pins_add.ts";
import { pinsList } from "./methods/pins_list.ts";
import { pinsRemove } from "./methods/pins_remove.ts";
import { reactionsAdd } from "./methods/reactions_add.ts";
import { reactionsGet } from "./methods/reactions_get.ts";
import { reactionsRemove } from "./methods/reactions_remove.ts";
import { teamInfo } from "./methods/team_info.ts";
import { usergroupsList } from "./methods/usergroups_list.ts";
import { usergroupsUsersList } from "./methods/usergroups_users_list.ts";
import { usersInfo } from "./methods/users_info.ts";
import { usersList } from "./methods/users_list.ts";
import { viewsOpen } from "./methods/views_open.ts";
import { viewsPush } from "./methods/views_push.ts";
import { viewsUpdate } from "./methods/views_update.ts";
import { workflowsTriggersCreate } from "./methods/workflows_triggers_create.ts";
import { workflowsTriggersDelete } from "./methods/workflows_triggers_delete.ts";
import { workflowsTriggersList } from "./methods/workflows_triggers_list.ts";
import { workflowsTriggersPermissionsSet } from "./methods/workflows_triggers_permissions_set.ts";
import { workflowsTriggersUpdate } from "./methods/workflows_triggers_update.ts";

/** Every Web API method that this Slack has; any other is `unknown_method`. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    appsDatastoreBulkDelete,
    appsDatastoreBulkGet,
    appsDatastoreBulkPut,
    appsDatastoreCount,
    appsDatastoreDelete,
    appsDatastoreGet,
    appsDatastorePut,
    appsDatastoreQuery,
    appsDatastoreUpdate,
    authTest,
    chatDelete,
    chatGetPermalink,
    chatPostEphemeral,
    chatPostMessage,
    chatUpdate,
    conversationsArchive,
    conversationsCreate,
    conversationsHistory,
    conversationsInfo,
    conversationsInvite,
    conversationsJoin,
    conversationsLeave,
    conversationsList,
    conversationsMembers,
    conversationsRename,
    conversationsReplies,
    conversationsSetPurpose,
    conversationsSetTopic,
    conversationsUnarchive,
    filesCompleteUploadExternal,
    filesDelete,
    filesGetUploadUrlExternal,
    filesInfo,
    functionsCompleteError,
    functionsCompleteSuccess,
    pinsAdd,
    pinsList,
    pinsRemove,
    reactionsAdd,
    reactionsGet,
    reactionsRemove,
    teamInfo,
    usergroupsList,
    usergroupsUsersList,
    usersInfo,
    usersList,
    viewsOpen,
    viewsPush,
    viewsUpdate,
    workflowsTriggersCreate,
    workflowsTriggersDelete,
    workflowsTriggersList,
    workflowsTriggersPermissionsSet,
    workflowsTriggersUpdate,
  ].map((method) => [method.name, method]),
);
