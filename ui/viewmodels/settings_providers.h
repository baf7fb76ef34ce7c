#pragma once
#include "models/base/error.h"
#include <QList>
#include <QObject>

namespace vox {

class DesktopSecrets;
class Settings;

// The addresses of language models an operator has set up: setting "model_providers", and whether this computer has their
// keys. A key's value only goes in. UI thread.
class SettingsProviders : public QObject {
    Q_OBJECT
public:
    struct Row {
        QString name;    // what agents call it
        QString address; // of an OpenAI-compatible API: https://…/v1
        QString secret;  // name of its key; empty: none is sent
        friend bool operator==(const Row &, const Row &) = default;
    };
    enum class Fault { None, NameMissing, NameTaken, AddressBroken, SecretBroken };

    // Where a key is found when a call needs it.
    enum class KeyPlace { NotNeeded, Environment, Keychain, File, Missing };

    // Without `secrets` keys come from the environment alone.
    explicit SettingsProviders(Settings &settings, DesktopSecrets *secrets = nullptr, QObject *parent = nullptr);

    const QList<Row> &rows() const { return m_rows; }
    void add();
    void change(int row, const Row &to); // kept only when nothing is wrong with it
    void remove(int row);
    void restore(int row, const Row &what);
    Fault faultOf(int row) const;
    KeyPlace keyPlace(const QString &secret) const;
    // The environment variable that goes before what is kept.
    static QString variableOf(const QString &secret);
    // Whether keys can be kept here, and where: Keychain or File.
    bool keepsKeys() const { return m_secrets; }
    KeyPlace keptIn() const;
    // An empty value removes. keyKept() or failed() follows.
    void putKey(const QString &secret, const QString &value);

signals:
    void keysChanged();          // which there are, or where
    void keyKept(const QString &secret);
    void failed(const vox::Error &error);
    void rowsChanged();          // how many
    void rowChanged(int row);

private:
    void keep();
    Settings &m_settings;
    DesktopSecrets *m_secrets;
    QList<Row> m_rows;
};

} // namespace vox
