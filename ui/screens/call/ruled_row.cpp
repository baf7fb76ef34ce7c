#include "ui/screens/call/ruled_row.h"
#include "ui/kit/paint.h"
#include "ui/kit/theme.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace vox {

RuledRow::RuledRow(Rule rule, int height, QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_rule(rule), m_height(height)
{
    const int pad = kit::Theme::of(this).metrics().panelPadding;
    m_row->setContentsMargins(pad, 0, pad, 0);
    m_row->setSpacing(kit::Theme::of(this).metrics().grid);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(kit::Theme::of(this).px(height)); // a row with wrapped text asks its layout alone
}

void RuledRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) setMinimumHeight(kit::Theme::of(this).px(m_height));
    QWidget::changeEvent(event);
}

QSize RuledRow::sizeHint() const { return {m_row->sizeHint().width(), std::max(kit::Theme::of(this).px(m_height), m_row->sizeHint().height())}; }

QSize RuledRow::minimumSizeHint() const { return {m_row->minimumSize().width(), sizeHint().height()}; }

void RuledRow::paintEvent(QPaintEvent *)
{
    if (m_rule == Rule::None) return;
    QPainter painter(this);
    kit::hairlineAcross(painter, 0, width(), m_rule == Rule::Below ? height() - 1 : 0, kit::Theme::of(this)[kit::Colour::Line1]);
}

} // namespace vox
