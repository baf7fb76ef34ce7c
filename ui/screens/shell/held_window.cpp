#include "ui/screens/shell/held_window.h"
#include "ui/kit/theme.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace vox {

HeldWindow::HeldWindow(const QString &happened, const QString &next, QWidget *parent) : QWidget(parent, Qt::Window)
{
    kit::setSurface(this, kit::Colour::Surface1);
    setWindowTitle(QStringLiteral("Voxdesk"));
    const kit::Theme &theme = kit::Theme::of(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    column->setSpacing(theme.metrics().grid);
    column->addWidget(new kit::TextBlock(happened, kit::TextStyle::BodyStrong));
    column->addWidget(new kit::TextBlock(next, kit::TextStyle::Body, kit::Colour::Text2));
    column->addSpacing(theme.metrics().panelPadding);
    auto *buttons = new QHBoxLayout;
    auto *quit = new QPushButton(tr("Quit"));
    auto *other = new QPushButton(tr("Open another folder…"));
    kit::setRole(other, kit::ButtonRole::Primary);
    buttons->addStretch(1);
    buttons->addWidget(quit);
    buttons->addWidget(other);
    column->addLayout(buttons);
    resize(theme.px(480), sizeHint().height());
    connect(quit, &QPushButton::clicked, this, &QWidget::close);
    connect(other, &QPushButton::clicked, this, &HeldWindow::choose);
}

void HeldWindow::choose()
{
    auto *dialog = new QFileDialog(this, tr("Folder of a workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &HeldWindow::folderChosen);
    dialog->open();
}

} // namespace vox
