#pragma once
#include <QList>
#include <QObject>

namespace vox {

class Settings;

// The addresses of language models an operator has set up: setting "model_providers". UI thread.
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

    explicit SettingsProviders(Settings &settings, QObject *parent = nullptr);

    const QList<Row> &rows() const { return m_rows; }
    void add();
    void change(int row, const Row &to); // kept only when nothing is wrong with it
    void remove(int row);
    void restore(int row, const Row &what);
    Fault faultOf(int row) const;
    // The environment variable a key is read from, and whether it is there now.
    static QString variableOf(const QString &secret);
    static bool isSet(const QString &secret);

signals:
    void rowsChanged();          // how many
    void rowChanged(int row);

private:
    void keep();
    Settings &m_settings;
    QList<Row> m_rows;
};

} // namespace vox
