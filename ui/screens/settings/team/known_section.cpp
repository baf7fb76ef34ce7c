#include "ui/screens/settings/team/known_section.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/theme.h"
#include "ui/screens/settings/team/section_parts.h"
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

KnownSection::KnownSection(WorkspaceViewModel &model, QWidget *parent)
    : SettingsSection(u"workspaces"_s, tr("Workspaces on this computer"), {}, parent), m_model(model)
{
    auto *list = new QWidget;
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    addWide(list);
}

void KnownSection::refresh()
{
    QStringList shown;
    for (const KnownWorkspace &known : m_model.known()) shown << known.folder << known.name << known.server << (m_model.isOpen(known) ? u"open"_s : QString());
    if (std::exchange(m_shown, shown) == shown && !shown.isEmpty()) return; // what has the focus keeps it
    clearLater(m_rows);
    setVisible(m_model.known().size() > 1);
    for (const KnownWorkspace &known : m_model.known()) m_rows->addWidget(rowFor(known));
}

QWidget *KnownSection::rowFor(const KnownWorkspace &known)
{
    const kit::Theme &theme = kit::Theme::of(this);
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme.metrics().grid);
    auto *sign = new QLabel;
    sign->setPixmap(kit::iconPixmap(known.isTeam() ? "server" : "hard-drive", theme.metrics().icon, theme[Colour::Text2], devicePixelRatioF()));
    const QString name = known.isTeam() ? known.name : QDir(known.folder).dirName();
    line->addWidget(sign);
    line->addWidget(kit::makeLabel(name, TextStyle::BodyStrong));
    line->addWidget(kit::makeLabel(known.isTeam() ? known.server : tr("on this computer"), TextStyle::Small, Colour::Text2), 1);
    if (m_model.isOpen(known)) {
        line->addWidget(kit::makeLabel(tr("open"), TextStyle::Small, Colour::Text2));
    } else {
        auto *open = new QPushButton(tr("Open"));
        open->setAccessibleName(tr("Open %1").arg(name));
        connect(open, &QPushButton::clicked, this, [this, folder = known.folder] { emit workspaceRequested(folder); });
        line->addWidget(open);
    }
    row->setToolTip(QDir::toNativeSeparators(known.folder));
    return row;
}

} // namespace vox
