#include "ui/screens/agents/conflict/conflict_head.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/conflict/conflict_columns.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QPushButton>
#include <QResizeEvent>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;
using Choice = ConflictViewModel::Choice;

ConflictHead::ConflictHead(ConflictViewModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_mine(new QPushButton(tr("Take all"), this)), m_theirs(new QPushButton(tr("Take all"), this))
{
    for (QPushButton *button : {m_mine, m_theirs}) kit::setRole(button, kit::ButtonRole::Quiet, kit::ControlSize::Small);
    m_mine->setAccessibleName(tr("Take everything of mine"));
    m_theirs->setAccessibleName(tr("Take everything of theirs"));
    connect(m_mine, &QPushButton::clicked, this, [this] { m_model.chooseAll(Choice::Mine); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { m_model.chooseAll(Choice::Theirs); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ConflictHead::sizeHint() const { return {400, kit::Theme::of(this).px(52)}; }

void ConflictHead::setRightInset(int pixels)
{
    if (std::exchange(m_inset, pixels) == pixels) return;
    QResizeEvent same(size(), size());
    resizeEvent(&same);
    update();
}

void ConflictHead::refresh()
{
    const bool some = !m_model.picture().questions.isEmpty();
    m_mine->setVisible(some);
    m_theirs->setVisible(some);
    update();
}

void ConflictHead::resizeEvent(QResizeEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width() - m_inset, theme);
    const auto place = [&](QPushButton *button, int right) {
        const QSize size = button->sizeHint();
        button->setGeometry(right - size.width() - theme.px(8), theme.px(6), size.width(), size.height());
    };
    place(m_mine, columns.theirs);
    place(m_theirs, columns.end);
}

void ConflictHead::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width() - m_inset, theme);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Colour::Surface1]);
    const int pad = theme.metrics().panelPadding, gap = theme.px(12);
    painter.setFont(theme.font(TextStyle::Small));
    kit::drawLine(painter, QRect(pad, 0, columns.before - pad, height()), tr("Field and node"), theme[Colour::Text2]);
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    const auto column = [&](int left, int right, const QString &title, const ConflictSide *side, int button) {
        const QString note = side ? authorText(side->author) + u", "_s + whenText(side->created, now) : tr("no common past");
        painter.setFont(theme.font(TextStyle::BodyStrong));
        kit::drawLine(painter, QRect(left + gap, theme.px(8), right - left - 2 * gap - button, theme.px(20)), title, theme[Colour::Text1]);
        painter.setFont(theme.font(TextStyle::Small));
        kit::drawLine(painter, QRect(left + gap, theme.px(29), right - left - 2 * gap, theme.px(16)), note, theme[Colour::Text2]);
        kit::hairlineDown(painter, left, 0, height(), theme[Colour::Line1]);
    };
    column(columns.before, columns.mine, tr("Before"), m_model.before() ? &*m_model.before() : nullptr, 0);
    column(columns.mine, columns.theirs, tr("Mine"), &m_model.mine(), m_mine->width());
    column(columns.theirs, columns.end, tr("Theirs"), &m_model.theirs(), m_theirs->width());
    kit::hairlineAcross(painter, 0, width(), height() - 1, theme[Colour::Line1]);
}

} // namespace vox
