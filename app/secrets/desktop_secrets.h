#pragma once
#include "app/secrets/secret_place.h"
#include "app/workspace/token_store.h"
#include "models/base/redaction.h"
#include <QMap>
#include <QMutex>
#include <QObject>
#include <memory>

namespace vox {

// The secrets of this desktop by name: keys of providers that documents refer to, and what lets the console into servers.
// In the keychain where there is one, else in an encrypted file (place() says which, and the screen must). Names of
// providers' keys are remembered in `names.json`, so that they can be listed; values are in memory while the program runs, since calls ask
// from worker threads. Owned by the program; UI thread but for value().
class DesktopSecrets : public QObject, public TokenStore {
    Q_OBJECT
public:
    // `keychain` may be null: none is tried. Begins to load at once; the file's secrets are there when this returns.
    DesktopSecrets(const QString &folder, std::unique_ptr<SecretPlace> keychain, QObject *parent = nullptr);
    // With the system's keychain, in the user's data folder.
    static std::unique_ptr<DesktopSecrets> ofThisUser();
    ~DesktopSecrets() override;

    SecretPlace::Kind place() const;
    // Whether place() is certain: the keychain has answered, or was not asked.
    bool isReady() const { return m_ready; }
    // Of providers' keys, by name.
    QStringList names() const;
    // Any thread. The environment variable VOXDESK_SECRET_<NAME> comes first.
    std::optional<QByteArray> value(const QString &name) const;
    // What value() answers by any name, to be withheld; any thread.
    Redaction redaction() const;
    // An empty value removes. What the place says when it fails: nothing was changed then.
    QFuture<Result<void>> put(const QString &name, const QByteArray &value);

    QFuture<Result<QString>> read(const QString &name) override;
    QFuture<Result<void>> write(const QString &name, const QString &token) override;

signals:
    void changed();
    void ready();

private:
    void load();
    void find(const QString &key, std::function<void(const Result<std::optional<QByteArray>> &)> done);
    void store(const QString &key, const QByteArray &value, std::function<void(const Result<void> &)> done);
    void settle();
    void remember(const QString &name, const QByteArray &value);
    void whenReady(std::function<void()> then);

    const QString m_folder;
    std::unique_ptr<SecretPlace> m_keychain;
    std::unique_ptr<SecretPlace> m_file;
    SecretPlace *m_place = nullptr;
    bool m_ready = false;
    mutable QMutex m_mutex; // guards m_values
    QMap<QString, QByteArray> m_values;
    QStringList m_names;
};

// VOXDESK_SECRET_<NAME>: upper case, what is no letter or digit as "_".
QByteArray secretVariable(const QString &name);
std::optional<QByteArray> secretOfEnvironment(const QString &name);

} // namespace vox
