#include "ui/screens/shell/help_window.h"
#include "ui/kit/theme.h"
#include "ui/kit/roles.h"
#include "ui/screens/shell/help_pages.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QTextBrowser>

namespace vox {

HelpWindow::HelpWindow(QWidget *parent) : QWidget(parent, Qt::Window), m_titles(new QListWidget), m_text(new QTextBrowser)
{
    kit::setSurface(this, kit::Colour::Surface1);
    const kit::Theme &theme = kit::Theme::of(this);
    resize(theme.px(960), theme.px(720));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_titles->setFrameShape(QFrame::NoFrame);
    m_titles->setFixedWidth(theme.px(240));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenExternalLinks(true);
    m_text->document()->setDocumentMargin(theme.px(24));
    row->addWidget(m_titles);
    row->addWidget(m_text, 1);
    connect(m_titles, &QListWidget::currentRowChanged, this, &HelpWindow::showCurrent);
    fill();
}

QString HelpWindow::page() const
{
    const QListWidgetItem *item = m_titles->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void HelpWindow::showPage(const QString &name)
{
    for (int row = 0; row < m_titles->count(); ++row)
        if (m_titles->item(row)->data(Qt::UserRole).toString() == name) m_titles->setCurrentRow(row);
    if (m_titles->currentRow() < 0) m_titles->setCurrentRow(0);
}

void HelpWindow::fill()
{
    const QString shown = page();
    m_titles->clear();
    for (const HelpPage &page : helpPages()) {
        auto *item = new QListWidgetItem(page.title, m_titles);
        item->setData(Qt::UserRole, page.name);
    }
    setWindowTitle(tr("Help"));
    m_titles->setAccessibleName(tr("Pages"));
    m_text->setAccessibleName(tr("Page"));
    showPage(shown);
}

void HelpWindow::showCurrent()
{
    m_text->setMarkdown(helpText(page()));
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) fill();
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) close();
    else QWidget::keyPressEvent(event);
}

} // namespace vox
