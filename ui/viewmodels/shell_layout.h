#pragma once
#include <QHash>
#include <QJsonObject>

namespace vox {

class Settings;

// What the window looked like when it was left: where it stood, which screen, what each screen remembers. Kept in the
// workspace's settings under "console.layout"; owned by the shell's window, UI thread.
class ShellLayout {
public:
    explicit ShellLayout(Settings &settings);

    QByteArray geometry() const;
    QString screen() const;                      // empty on the first start
    bool railExpanded() const;
    QJsonObject stateOf(const QString &screen) const;
    QString lastAgent() const;                   // what F9 calls

    void setGeometry(const QByteArray &geometry);
    void setScreen(const QString &screen);
    void setRailExpanded(bool expanded);
    void setState(const QString &screen, const QJsonObject &state);
    void setLastAgent(const QString &agent);
    // Writes what was set, if it differs from what is kept.
    void keep();

private:
    Settings &m_settings;
    QJsonObject m_kept, m_now;
};

} // namespace vox
