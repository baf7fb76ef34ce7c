#include "ui/screens/agents/conflict/conflict_head.h"
#include "ui/kit/paint.h"
#include "ui/kit/roles.h"
#include "ui/screens/agents/conflict/conflict_columns.h"
#include "ui/screens/agents/conflict/version_words.h"
#include "ui/screens/when_text.h"
#include <QDateTime>
#include <QPushButton>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

ConflictHead::ConflictHead(ConflictViewModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ConflictHead::sizeHint() const { return {400, kit::Theme::of(this).px(52)}; }

void ConflictHead::setRows(int width, int scrolled)
{
    m_width = width;
    m_scrolled = scrolled;
    place();
    update();
}

// The buttons of another conflict.
void ConflictHead::refresh()
{
    qDeleteAll(std::exchange(m_takeAll, {}));
    if (m_model.picture().questions.isEmpty()) return update();
    for (int side = 0; side < m_model.columns().size(); ++side) {
        auto *button = new QPushButton(tr("Take all"), this);
        kit::setRole(button, kit::ButtonRole::Quiet, kit::ControlSize::Small);
        button->setAccessibleName(VersionWords::takeAll(m_model, side));
        button->setToolTip(button->accessibleName());
        connect(button, &QPushButton::clicked, this, [this, side] { m_model.takeAll(side); });
        m_takeAll.append(button);
        button->show();
    }
    place();
    update();
}

void ConflictHead::place()
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(m_width, int(m_model.columns().size()), theme);
    for (int side = 0; side < m_takeAll.size(); ++side) {
        const QSize size = m_takeAll.at(side)->sizeHint();
        m_takeAll.at(side)->setGeometry(columns.to(side) - m_scrolled - size.width() - theme.px(8), theme.px(6), size.width(), size.height());
    }
}

void ConflictHead::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(m_width, int(m_model.columns().size()), theme);
    QPainter painter(this);
    painter.fillRect(rect(), theme[Colour::Surface1]);
    kit::hairlineAcross(painter, 0, width(), height() - 1, theme[Colour::Line1]);
    painter.translate(-m_scrolled, 0);
    const int pad = theme.metrics().panelPadding, gap = theme.px(12);
    painter.setFont(theme.font(TextStyle::Small));
    kit::drawLine(painter, QRect(pad, 0, columns.before() - pad, height()), tr("Field and node"), theme[Colour::Text2]);
    const UtcMs now{QDateTime::currentMSecsSinceEpoch()};
    const auto column = [&](int left, int right, const QString &title, const QString &note, int button) {
        painter.setFont(theme.font(TextStyle::BodyStrong));
        kit::drawLine(painter, QRect(left + gap, theme.px(8), right - left - 2 * gap - button, theme.px(20)), title, theme[Colour::Text1]);
        painter.setFont(theme.font(TextStyle::Small));
        kit::drawLine(painter, QRect(left + gap, theme.px(29), right - left - 2 * gap, theme.px(16)), note, theme[Colour::Text2]);
        kit::hairlineDown(painter, left, 0, height(), theme[Colour::Line1]);
    };
    const auto whose = [&](const ConflictSide &side) { return authorText(side.author) + u", "_s + whenText(side.created, now); };
    column(columns.before(), columns.from(0), tr("Before"), m_model.before() ? whose(*m_model.before()) : tr("no common past"), 0);
    for (int side = 0; side < columns.sides(); ++side) {
        const ConflictSide &version = m_model.columns().at(side);
        const QString title = VersionWords::title(m_model, side), name = authorText(version.author);
        column(columns.from(side), columns.to(side), title, title == name ? whenText(version.created, now) : whose(version),
               m_takeAll.isEmpty() ? 0 : m_takeAll.at(side)->width());
    }
}

} // namespace vox
