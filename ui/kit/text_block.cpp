#include "ui/kit/text_block.h"
#include "ui/kit/paint.h"
#include <QMouseEvent>

namespace vox::kit {

TextBlock::TextBlock(const QString &text, TextStyle style, Colour ink, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_style(style)
    , m_ink(ink)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TextBlock::setText(const QString &text)
{
    if (text == m_text) return;
    m_text = text;
    m_ranges.clear();
    m_laidOutFor = -1;
    updateGeometry();
    update();
}

void TextBlock::setInk(Colour ink)
{
    m_ink = ink;
    update();
}

void TextBlock::setMeaning(Meaning meaning)
{
    m_meaning = meaning;
    update();
}

void TextBlock::setRanges(const QList<TextRange> &ranges)
{
    m_ranges = ranges;
    m_laidOutFor = -1;
    update();
}

void TextBlock::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    m_laidOutFor = -1;
    updateGeometry();
    update();
}

int TextBlock::layOut(QTextLayout &layout, const Theme &theme, TextStyle style, int width, int maximumLines)
{
    const int step = theme.type().line(style);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    int y = 0, lines = 0;
    while (maximumLines == 0 || lines < maximumLines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(qMax(1, width));
        line.setPosition(QPointF(0, y + (step - line.height()) / 2));
        y += step;
        ++lines;
    }
    layout.endLayout();
    return qMax(y, step);
}

QList<QTextLayout::FormatRange> TextBlock::formats(const QList<TextRange> &ranges, const Theme &t)
{
    QList<QTextLayout::FormatRange> out;
    for (const TextRange &range : ranges) {
        QTextLayout::FormatRange format{range.start, range.length, {}};
        switch (range.look) {
        case TextRange::Look::Spoken:
            format.format.setBackground(t[Colour::Accent]);
            format.format.setForeground(t[Colour::OnAccent]);
            break;
        case TextRange::Look::Hit: format.format.setBackground(t.soft(Meaning::Warning)); break;
        case TextRange::Look::Struck:
            format.format.setFontStrikeOut(true);
            format.format.setForeground(t[Colour::Text3]);
            break;
        case TextRange::Look::Strong: format.format.setFontWeight(QFont::DemiBold); break;
        case TextRange::Look::Faint: format.format.setForeground(t[Colour::Text3]); break;
        case TextRange::Look::Added:
            format.format.setBackground(t.soft(Meaning::Success));
            format.format.setForeground(t.strong(Meaning::Success));
            break;
        case TextRange::Look::Removed:
            format.format.setBackground(t.soft(Meaning::Error));
            format.format.setForeground(t.strong(Meaning::Error));
            format.format.setFontStrikeOut(true);
            break;
        case TextRange::Look::Changed: format.format.setBackground(t.soft(Meaning::Warning)); break;
        case TextRange::Look::Link: format.format.setForeground(t[Colour::Accent]); break;
        }
        out.append(format);
    }
    return out;
}

void TextBlock::fit(int width) const
{
    if (m_laidOutFor == width) return;
    const Theme &t = Theme::of(this);
    m_layout.clearLayout();
    QString shown = m_text;
    shown.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout.setText(shown);
    m_layout.setFont(t.font(m_style));
    m_layout.setFormats(formats(m_ranges, t));
    m_height = layOut(m_layout, t, m_style, width, m_maximumLines);
    m_laidOutFor = width;
}

QSize TextBlock::sizeHint() const
{
    const Theme &t = Theme::of(this);
    const int wide = qMin(textWidth(t.font(m_style), m_text) + 2, t.px(400));
    return {wide, heightForWidth(wide)};
}

QSize TextBlock::minimumSizeHint() const
{
    const Theme &t = Theme::of(this);
    return {t.px(40), t.type().line(m_style)};
}

int TextBlock::heightForWidth(int width) const
{
    fit(width);
    return m_height;
}

void TextBlock::paintEvent(QPaintEvent *)
{
    const Theme &t = Theme::of(this);
    fit(width());
    QPainter painter(this);
    painter.setPen(!isEnabled() ? t[Colour::TextDisabled] : m_meaning != Meaning::Neutral ? t.strong(m_meaning) : t[m_ink]);
    m_layout.draw(&painter, QPointF(0, 0));
    const int last = m_layout.lineCount() - 1;
    if (m_maximumLines == 0 || last < 0) return;
    const QTextLine line = m_layout.lineAt(last);
    if (line.textStart() + line.textLength() >= m_text.size()) return;
    // The sign that there is more, over the end of the last line.
    const QString dots(QChar(0x2026));
    const int wide = textWidth(t.font(m_style), dots) + 2;
    const QRect at(width() - wide, last * t.type().line(m_style), wide, t.type().line(m_style));
    painter.fillRect(at, palette().color(backgroundRole()));
    painter.setFont(t.font(m_style));
    painter.drawText(at, Qt::AlignVCenter | Qt::AlignRight, dots);
}

void TextBlock::mouseReleaseEvent(QMouseEvent *event)
{
    fit(width());
    const int row = int(event->position().y()) / qMax(1, Theme::of(this).type().line(m_style));
    if (event->button() == Qt::LeftButton && row >= 0 && row < m_layout.lineCount())
        emit pressed(m_layout.lineAt(row).xToCursor(event->position().x(), QTextLine::CursorOnCharacter));
    QWidget::mouseReleaseEvent(event);
}

void TextBlock::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange) m_laidOutFor = -1;
    QWidget::changeEvent(event);
}

} // namespace vox::kit
