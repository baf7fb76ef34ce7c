#include "ui/screens/agents/conflict/merged_lines.h"
#include "ui/kit/paint.h"
#include "ui/screens/agents/conflict/conflict_columns.h"
#include <QHelpEvent>
#include <QToolTip>

namespace vox {

using namespace Qt::StringLiterals;
using kit::Colour;
using kit::TextStyle;

MergedLines::MergedLines(const QList<MergedChange> &changes, const ConflictSides &sides, QWidget *parent) : QWidget(parent)
{
    const auto text = [](const QJsonValue &value, const MergedChange &change, const QJsonObject &content, bool gone) {
        if (gone) return change.path.startsWith("/flow/edges/"_L1) ? tr("not connected") : tr("removed");
        if (value.isUndefined()) return QString();
        const QString words = valueText(value, change.place, content).simplified();
        return change.before.isUndefined() && change.place.wholeItem ? tr("added: %1").arg(words) : words.isEmpty() ? tr("empty") : words;
    };
    for (const MergedChange &change : changes) {
        const bool alone = change.place.field.isEmpty();
        m_lines.append({alone ? change.place.what : change.place.field, alone ? QString() : change.place.what,
                        change.before.isUndefined() ? tr("none") : valueText(change.before, change.place, sides.before).simplified(),
                        text(change.mine, change, sides.mine, change.goneMine), text(change.theirs, change, sides.theirs, change.goneTheirs),
                        change.before.isDouble()});
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize MergedLines::sizeHint() const
{
    return {420, int(m_lines.size()) * kit::Theme::of(this).metrics().row};
}

QString MergedLines::readValue() const
{
    QStringList all;
    for (const Line &line : m_lines.mid(0, 50)) all.append(line.field + u", "_s + line.what + u": "_s + (line.mine.isEmpty() ? line.theirs : line.mine));
    return all.join(u"; "_s);
}

void MergedLines::paintEvent(QPaintEvent *event)
{
    const kit::Theme &theme = kit::Theme::of(this);
    const ConflictColumns columns(width(), theme);
    const int high = theme.metrics().row, pad = theme.metrics().panelPadding, gap = theme.px(12), text = 16 + theme.px(8);
    QPainter painter(this);
    const int first = std::max(0, event->rect().top() / high), last = std::min(int(m_lines.size()) - 1, event->rect().bottom() / high);
    for (int i = first; i <= last; ++i) {
        const Line &line = m_lines.at(i);
        const int y = i * high;
        const auto cell = [&](int from, int to) { return QRect(from, y, to - from, high - 1); };
        const int wide = std::min(QFontMetrics(theme.font(TextStyle::Body)).horizontalAdvance(line.field), columns.before - pad - gap);
        m_glyphs.draw(painter, theme, TextStyle::Body, cell(pad, pad + wide + 2), line.field, theme[Colour::Text1]);
        m_glyphs.draw(painter, theme, TextStyle::Small, cell(pad + wide + theme.px(6), columns.before - theme.px(4)), line.what, theme[Colour::Text2]);
        const TextStyle style = line.figures ? TextStyle::Mono : TextStyle::Body;
        m_glyphs.draw(painter, theme, style, cell(columns.before + gap, columns.mine - gap), line.before, theme[Colour::Text2]);
        m_glyphs.draw(painter, theme, style, cell(columns.mine + gap + text, columns.theirs - gap), line.mine, theme[Colour::Text1]);
        m_glyphs.draw(painter, theme, style, cell(columns.theirs + gap + text, columns.end - gap), line.theirs, theme[Colour::Text1]);
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
            if (!line.mine.isEmpty()) words.append(tr("Mine: %1").arg(line.mine));
            if (!line.theirs.isEmpty()) words.append(tr("Theirs: %1").arg(line.theirs));
            QToolTip::showText(help->globalPos(), words.join(u'\n'), this);
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace vox
