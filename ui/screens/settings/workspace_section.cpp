#include "app/workspace/workspace.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/screens/settings/settings_sections.h"
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace vox {

using namespace Qt::StringLiterals;

SettingsSection *makeWorkspaceSection(Workspace &workspace)
{
    auto *section = new SettingsSection(u"workspace"_s, SettingsSection::tr("Workspace"), {});
    const QString folder = workspace.folder();
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *path = new QLineEdit(QDir::toNativeSeparators(folder));
    path->setReadOnly(true);
    path->setCursorPosition(0);
    auto *open = new QPushButton(kit::icon("folder-open"), SettingsSection::tr("Show"));
    auto *copy = new QPushButton(kit::icon("copy"), SettingsSection::tr("Copy"));
    QObject::connect(open, &QPushButton::clicked, section, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    QObject::connect(copy, &QPushButton::clicked, section, [path] { QApplication::clipboard()->setText(path->text()); });
    layout->addWidget(path, 1);
    layout->addWidget(open);
    layout->addWidget(copy);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    section->addRow(SettingsSection::tr("Folder"), row,
                    SettingsSection::tr("Agents, conversations and recordings are all in here. To work in another one start voxdesk --workspace FOLDER."));
    return section;
}

} // namespace vox
