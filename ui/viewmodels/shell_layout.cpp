#include "ui/viewmodels/shell_layout.h"
#include "app/workspace/settings.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {
const QString kLayoutSetting = u"console.layout"_s;
}

ShellLayout::ShellLayout(Settings &settings) : m_settings(settings), m_kept(settings.value(kLayoutSetting).toObject()), m_now(m_kept) {}

QByteArray ShellLayout::geometry() const { return QByteArray::fromBase64(m_now.value("geometry"_L1).toString().toLatin1()); }
QString ShellLayout::screen() const { return m_now.value("screen"_L1).toString(); }
bool ShellLayout::railExpanded() const { return m_now.value("rail_expanded"_L1).toBool(true); }
QString ShellLayout::lastAgent() const { return m_now.value("last_agent"_L1).toString(); }

QJsonObject ShellLayout::stateOf(const QString &screen) const
{
    return m_now.value("screens"_L1).toObject().value(screen).toObject();
}

void ShellLayout::setGeometry(const QByteArray &geometry) { m_now.insert("geometry"_L1, QString::fromLatin1(geometry.toBase64())); }
void ShellLayout::setScreen(const QString &screen) { m_now.insert("screen"_L1, screen); }
void ShellLayout::setRailExpanded(bool expanded) { m_now.insert("rail_expanded"_L1, expanded); }
void ShellLayout::setLastAgent(const QString &agent) { m_now.insert("last_agent"_L1, agent); }

void ShellLayout::setState(const QString &screen, const QJsonObject &state)
{
    QJsonObject all = m_now.value("screens"_L1).toObject();
    all.insert(screen, state);
    m_now.insert("screens"_L1, all);
}

void ShellLayout::keep()
{
    if (m_now == m_kept) return;
    m_kept = m_now;
    m_settings.setValue(kLayoutSetting, m_now);
}

} // namespace vox
