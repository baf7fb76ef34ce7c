#include "ui/screens/agents/conflict/merged_lines.h"
#include "ui/kit/paint.h"
#include "ui/screens/agents/conflict/conflict_columns.h"
#include <QHelpEvent>
#include <QToolTip>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

MergedLines::MergedLines(const QList<MergedChange> &changes, const ConflictSides &sides, const QStringList &titles, QWidget *parent)
    : QWidget(parent), m_titles(titles)
{
    const auto text = [](const QJsonValue &value, const MergedChange &change, const QJsonObject &content, bool gone) {
        if (gone) return change.path.startsWith("/flow/edges/"_L1) ? tr("not connected") : tr("removed");
        if (value.isUndefined()) return QString();
        const QString words = valueText(value, change.place, content).simplified();
        return change.before.isUndefined() && change.place.wholeItem ? tr("added: %1").arg(words) : words.isEmpty() ? tr("empty") : words;
    };
    for (const MergedChange &change : changes) {
        const bool alone = change.place.field.isEmpty();
        Line line{alone ? change.place.what : change.place.field, alone ? QString() : change.place.what,
                  change.before.isUndefined() ? tr("none") : valueText(change.before, change.place, sides.before).simplified(), {}, change.before.isDouble()};
        for (qsizetype i = 0; i < sides.heads.size(); ++i) line.sides.append(text(change.sides.at(i), change, sides.heads.at(i), change.gone.at(i)));
        m_lines.append(line);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize MergedLines::sizeHint() const
{
    return {420, int(m_lines.size()) * kit::Theme::of(this).metrics().row};
}

QSize MergedLines::minimumSizeHint() const
{
    return {ConflictColumns::narrowest(int(m_titles.size()), kit::Theme::of(this)), sizeHint().height()};
}

QString MergedLines::readValue() const
{
    QStringList all;
    for (const Line &line : m_lines.mid(0, 50)) {
        const auto changed = std::find_if(line.sides.cbegin(), line.sides.cend(), [](const QString &side) { return !side.isEmpty(); });
        all.append(line.field + u", "_s + line.what + u": "_s + (changed == line.sides.cend() ? QString() : *changed));
    }
    return all.join(u"; "_s);
}

void MergedLines::paintEvent(QPaintEvent *event)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width(), int(m_titles.size()), theme);
    const int high = theme.metrics().row, pad = theme.metrics().panelPadding, gap = theme.px(12), text = 16 + theme.px(8);
    QPainter painter(this);
    const int first = std::max(0, event->rect().top() / high), last = std::min(int(m_lines.size()) - 1, event->rect().bottom() / high);
    for (int i = first; i <= last; ++i) {
        const Line &line = m_lines.at(i);
        const int y = i * high;
        const auto cell = [&](int from, int to) { return QRect(from, y, to - from, high - 1); };
        const int wide = std::min(QFontMetrics(theme.font(TextStyle::Body)).horizontalAdvance(line.field), columns.before() - pad - gap);
        m_glyphs.draw(painter, theme, TextStyle::Body, cell(pad, pad + wide + 2), line.field, theme[Colour::Text1]);
        m_glyphs.draw(painter, theme, TextStyle::Small, cell(pad + wide + theme.px(6), columns.before() - theme.px(4)), line.what, theme[Colour::Text2]);
        const TextStyle style = line.figures ? TextStyle::Mono : TextStyle::Body;
        m_glyphs.draw(painter, theme, style, cell(columns.before() + gap, columns.from(0) - gap), line.before, theme[Colour::Text2]);
        for (int side = 0; side < columns.sides(); ++side)
            m_glyphs.draw(painter, theme, style, cell(columns.from(side) + gap + text, columns.to(side) - gap), line.sides.at(side), theme[Colour::Text1]);
        kit::hairlineAcross(painter, 0, width(), y + high - 1, theme[Colour::Line1]);
    }
}

bool MergedLines::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const int at = help->pos().y() / kit::Theme::of(this).metrics().row;
        if (at < m_lines.size()) {
            const Line &line = m_lines.at(at);
            QStringList words{line.field + (line.what.isEmpty() ? QString() : u", "_s + line.what), line.before};
            for (qsizetype side = 0; side < line.sides.size(); ++side)
                if (!line.sides.at(side).isEmpty()) words.append(m_titles.at(side) + u": "_s + line.sides.at(side));
            QToolTip::showText(help->globalPos(), words.join(u'\n'), this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace vox
