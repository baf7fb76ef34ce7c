#pragma once
#include "app/workspace/speech_providers.h"
#include <QObject>

namespace vox {

class Settings;

// The vendors of speech an operator has set up: setting "speech_providers". UI thread.
class SettingsVendors : public QObject {
    Q_OBJECT
public:
    enum class Fault { None, NameMissing, NameTaken, NameLocal, AddressBroken, SecretBroken };

    explicit SettingsVendors(Settings &settings, QObject *parent = nullptr);

    const QList<SpeechProvider> &rows() const { return m_rows; }
    void add(SpeechProviderKind kind);
    void change(int row, const SpeechProvider &to); // kept only when nothing is wrong with it
    void remove(int row);
    void restore(int row, const SpeechProvider &what);
    Fault faultOf(int row) const;

signals:
    void rowsChanged(); // how many
    void rowChanged(int row);

private:
    void keep();
    Settings &m_settings;
    QList<SpeechProvider> m_rows;
};

} // namespace vox
