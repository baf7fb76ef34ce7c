#include "app/identity/secret_vault.h"
#include "models/store/secret_store.h"
#include "models/store/server_store.h"
#include <QRegularExpression>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLargestSecret = 16 << 10;
constexpr int kResealedAtOnce = 200;

// A row sealed for one name cannot be put in place of another.
QByteArray contextOf(const SealedSecret &secret)
{
    return secret.workspace.text().toUtf8() + '\n' + secret.name.toUtf8() + '\n' + QByteArray::number(secret.version);
}

} // namespace

bool isSecretName(const QString &name)
{
    static const QRegularExpression allowed(u"^[a-z0-9_.-]{1,64}\\z"_s);
    return allowed.match(name).hasMatch();
}

Result<SecretInfo> SecretVault::put(ServerStore &store, const Caller &by, const QString &name, const QByteArray &value, UtcMs now) const
{
    if (!isSecretName(name)) return Error(Error::Code::BadValue, {u"name"_s, name});
    if (value.isEmpty()) return Error(Error::Code::MissingField, {u"value"_s});
    if (value.size() > kLargestSecret) return Error(Error::Code::TooLarge, {u"value"_s, QString::number(kLargestSecret)});
    const auto before = store.secrets().find(by.workspace, name);
    if (!before && before.error().code != Error::Code::NotFound) return before.error();

    SealedSecret secret{by.workspace, name, before ? before->version + 1 : 1, {}, m_keys.currentId(), by.person, now};
    secret.sealed = m_keys.seal(value, contextOf(secret));
    if (const auto put = store.secrets().put(secret); !put) return put.error();
    return SecretInfo{name, by.name, now.value, secret.version};
}

Result<void> SecretVault::remove(ServerStore &store, const Caller &by, const QString &name) const
{
    return store.secrets().remove(by.workspace, name);
}

Result<QByteArray> SecretVault::open(ServerStore &store, WorkspaceId workspace, const QString &name) const
{
    const auto secret = store.secrets().find(workspace, name);
    if (!secret) return secret.error().code == Error::Code::NotFound ? Error(Error::Code::SecretMissing, {name}) : secret.error();
    return m_keys.open(secret->sealed, contextOf(*secret));
}

Result<int> SecretVault::reseal(ServerStore &store) const
{
    int done = 0;
    while (true) {
        const auto old = store.secrets().sealedOtherwise(m_keys.currentId(), kResealedAtOnce);
        if (!old) return old.error();
        int moved = 0;
        for (SealedSecret secret : *old) {
            const auto value = m_keys.open(secret.sealed, contextOf(secret));
            if (!value) return Error(value.error().code, {secret.name, secret.keyId});
            secret.sealed = m_keys.seal(*value, contextOf(secret));
            secret.keyId = m_keys.currentId();
            const auto put = store.secrets().reseal(secret);
            if (!put && put.error().code != Error::Code::Conflict) return put.error(); // a conflict: written meanwhile
            if (put) ++moved;
        }
        done += moved;
        if (old->size() < kResealedAtOnce || moved == 0) return done;
    }
}

} // namespace vox
