#include "ui/screens/call/trouble_bar.h"
#include "app/wording/wording.h"
#include "ui/kit/icons.h"
#include "ui/kit/roles.h"
#include "ui/kit/text_block.h"
#include "ui/kit/theme.h"
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace vox {

TroubleBar::TroubleBar(QWidget *parent)
    : RuledRow(Rule::Below, 44, parent), m_text(new kit::TextBlock), m_action(new QPushButton), m_copy(new QPushButton)
{
    auto *sign = new QLabel;
    const kit::Theme &t = kit::Theme::of(this);
    sign->setPixmap(kit::iconPixmap("octagon-x", t.metrics().icon, t.strong(kit::Meaning::Error), devicePixelRatioF()));
    row()->addWidget(sign);
    row()->addWidget(m_text, 1);
    row()->addWidget(m_action);
    row()->addWidget(m_copy);
    m_text->setMaximumLines(2);
    kit::setRole(m_action, kit::ButtonRole::Normal, kit::ControlSize::Small);
    kit::setRole(m_copy, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    connect(m_action, &QPushButton::clicked, this, &TroubleBar::actionPressed);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (m_error) QGuiApplication::clipboard()->setText(m_text->text() + u'\n' + m_error->codeName() + u' ' + m_error->detail);
    });
    hide();
}

void TroubleBar::setError(const std::optional<Error> &error, const QString &action)
{
    m_error = error;
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    refresh();
}

void TroubleBar::refresh()
{
    setVisible(m_error.has_value());
    if (!m_error) return;
    m_text->setText(wording::sentence(*m_error));
    setAccessibleName(m_text->text());
    setToolTip(m_error->detail);
    m_copy->setText(tr("Copy"));
}

void TroubleBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_error) refresh();
    RuledRow::changeEvent(event);
}

} // namespace vox
