#include "ui/screens/settings/team/role_words.h"
#include <QCoreApplication>
#include <QHash>

namespace vox {

using namespace Qt::StringLiterals;

QString roleWord(Role role)
{
    for (const auto &row : EnumNames<Role>::all)
        if (row.value == role) return QCoreApplication::translate("Role", row.label);
    return {};
}

QString roleSentence(Role role)
{
    switch (role) {
    case Role::Owner: return QCoreApplication::translate("vox::RoleWords", "May do everything, people and backups too.");
    case Role::Builder: return QCoreApplication::translate("vox::RoleWords", "Builds agents, publishes them, writes provider keys.");
    case Role::Qa: return QCoreApplication::translate("vox::RoleWords", "Edits and tests agents, publishes to staging.");
    case Role::Supervisor: return QCoreApplication::translate("vox::RoleWords", "Listens, publishes and rolls back, reads the audit.");
    case Role::Support: return QCoreApplication::translate("vox::RoleWords", "Edits documents, reads and hears conversations.");
    case Role::Viewer: return QCoreApplication::translate("vox::RoleWords", "Looks at everything and changes nothing.");
    }
    return {};
}

QString permissionWord(Permission permission)
{
    for (const auto &row : EnumNames<Permission>::all)
        if (row.value == permission) return QCoreApplication::translate("Permission", row.label);
    return {};
}

QString auditWord(const QString &action)
{
    static const QHash<QString, const char *> words{
        {u"sign_in.done"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "signed in")},
        {u"sign_in.refused"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "was refused at the door")},
        {u"sign_out.done"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "signed out")},
        {u"password.changed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "changed the password")},
        {u"password.refused"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "gave a wrong password to change it")},
        {u"person.invited"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "invited somebody")},
        {u"person.role_changed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "changed a role")},
        {u"person.removed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "removed a person")},
        {u"invitation.accepted"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "accepted an invitation")},
        {u"invitation.withdrawn"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "withdrew an invitation")},
        {u"key.made"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "made an API key")},
        {u"key.revoked"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "revoked an API key")},
        {u"secret.written"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "wrote a secret")},
        {u"secret.removed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "removed a secret")},
        {u"secret.withheld"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "typed the value of a secret where others would read it")},
        {u"identity_provider.changed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "changed an identity provider")},
        {u"identity_provider.removed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "removed an identity provider")},
        {u"audit.exported"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "exported the audit")},
        {u"agent.changed"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "changed an agent")},
        {u"agent.made"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "made an agent")},
        {u"agent.deleted"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "deleted an agent")},
        {u"agent.erased"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "erased a version for good")},
        {u"agent.restored"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "restored an agent")},
        {u"environment.published"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "published")},
        {u"environment.rolled_back"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "rolled back")},
        {u"environment.scheduled"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "scheduled a publication")},
        {u"environment.schedule_cancelled"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "cancelled a publication")},
        {u"documents.received"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "sent changes from a desk")},
        {u"conversation.uploaded"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "sent a conversation from a desk")},
        {u"environment.adopted"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "adopted what runs")},
        {u"environment.reapplied"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "applied what is published again")},
        {u"conversation.heard"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "listened to a conversation")},
        {u"conversation.read"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "read a conversation")},
        {u"conversation.erased"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "deleted a conversation")},
        {u"request.refused"_s, QT_TRANSLATE_NOOP("vox::AuditWords", "asked for what is not allowed")},
    };
    const char *word = words.value(action, nullptr);
    return word ? QCoreApplication::translate("vox::AuditWords", word) : action;
}

QString viaWord(const QString &via)
{
    if (via == "session"_L1) return QCoreApplication::translate("vox::AuditWords", "console");
    if (via == "system"_L1) return QCoreApplication::translate("vox::AuditWords", "server");
    if (via.startsWith("key "_L1)) return QCoreApplication::translate("vox::AuditWords", "key %1").arg(via.mid(4));
    return via;
}

} // namespace vox
